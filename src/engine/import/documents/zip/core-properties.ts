import { childrenOf, textIn, type XmlElement } from '../../../../formats/xml/tree';
import { oneLine } from '../one-line';

/**
 * Where each fact stands, the surest first: Dublin Core, as Office's core properties, OpenDocument's meta.xml and
 * EPUB's package have it, with what each adds of its own.
 */
const places: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  author: ['creator', 'initial-creator'],
  date: ['date', 'created', 'creation-date', 'modified'],
  source: ['publisher', 'source'],
};

/** The metadata under an element that has them as children; several authors are joined. */
export function coreProperties(
  element: XmlElement | null,
  order: Partial<typeof places> = {},
): Readonly<Record<string, string>> {
  if (!element) return {};
  const facts: Record<string, string> = {};
  for (const [fact, names] of Object.entries({ ...places, ...order }))
    for (const name of names ?? []) {
      const values = childrenOf(element)
        .filter((child) => child.name === name)
        .map((child) => oneLine(textIn(child)))
        .filter((value) => value !== '');
      const [first] = values;
      if (facts[fact] === undefined && first !== undefined)
        facts[fact] = fact === 'author' ? values.join(', ') : first;
    }
  return facts;
}
