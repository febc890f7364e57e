import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { XmlReader, type XmlAttributes, type XmlEvent, type XmlLimits } from './read';

/** An element of an XML document with all that is in it, in order: elements and stretches of text. */
export interface XmlElement {
  readonly name: string;
  /** Empty: in none. */
  readonly namespace: string;
  readonly attributes: XmlAttributes;
  readonly content: readonly (XmlElement | string)[];
  /** The line of the document where its opening tag ends, from 1. */
  readonly line: number;
}

interface Open extends XmlElement {
  readonly content: (XmlElement | string)[];
}

/** In UTF-16 units. What one chunk holds of events stays small. */
const chunk = 65_536;

/**
 * Reads an XML document as a tree, under the protections of {@link XmlReader}. For documents that fit into memory with
 * all their elements; larger ones are read event by event.
 */
export function parseXml(text: string, limits?: XmlLimits): Result<XmlElement> {
  const reader = new XmlReader(limits);
  const open: Open[] = [];
  const roots: XmlElement[] = [];

  function take(event: XmlEvent): void {
    if (event.event === 'close') {
      open.pop();
      return;
    }
    const inside = open.at(-1)?.content;
    if (event.event === 'text') {
      const last = inside?.at(-1);
      if (typeof last === 'string') inside?.splice(-1, 1, last + event.text);
      else inside?.push(event.text);
      return;
    }
    const { name, namespace, attributes, line } = event;
    const element: Open = { name, namespace, attributes, content: [], line };
    (inside ?? roots).push(element);
    open.push(element);
  }

  for (let start = 0; start < text.length; start += chunk) {
    const events = reader.read(text.slice(start, start + chunk));
    if (!events.ok) return events;
    events.value.forEach(take);
  }
  const last = reader.end();
  if (!last.ok) return last;
  last.value.forEach(take);
  const [root] = roots;
  return root ? ok(root) : fail(problem('xml-broken', { line: 1, column: 1 }));
}

/** The elements directly in one, in order. */
export const childrenOf = ({ content }: XmlElement): readonly XmlElement[] =>
  content.filter((part) => typeof part !== 'string');

/** Those of them that have this name, in whatever namespace. */
export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  childrenOf(element).filter((child) => child.name === name);

/** All characters in an element and in the elements in it. */
export const textIn = ({ content }: XmlElement): string =>
  content.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
