import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';

/**
 * As much of the DOM as reading takes: what linkedom makes is typed by a library of types that Node's code does not
 * have. Scripts are never run: a document is data here, without a window.
 */
export interface DomNode {
  /** 1 is an element, 3 a text, 4 a CDATA section. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface DomDocument {
  readonly body: DomElement | null;
  readonly documentElement: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** How deep elements may lie in each other: the parser's work grows with the square of the depth. */
const deepestPage = 10_000;

/** What needs no end, so that it does not lie around all that follows. */
const endless = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt'
  ).split(' '),
);

/** Whether elements lie deeper in each other than anybody means, as far as their tags tell. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  let close = -1;
  for (const { 0: tag, 1: slash, 2: name = '', index } of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/giu)) {
    if (endless.has(name.toLowerCase())) continue;
    const end = index + tag.length;
    if (close !== Infinity && close < end) close = html.indexOf('>', end);
    if (close < 0) close = Infinity;
    if (slash === '/') depth = Math.max(0, depth - 1);
    else if (html[close - 1] !== '/') depth += 1;
    if (depth > deepestPage) return true;
  }
  return false;
}

/**
 * Parses HTML, which cannot fail; what is no HTML becomes a page with some text. Refuses what is nested so deep that it
 * would take minutes.
 */
export async function parseDocument(html: string): Promise<DomDocument> {
  if (isTooDeep(html)) throw new Refusal(problem('document-too-deep'));
  const { parseHTML } = await import('linkedom');
  // Without <html>, linkedom takes each top-level element for a document of its own.
  const page = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return (parseHTML(page) as unknown as { readonly document: DomDocument }).document;
}

/** Walks a tree without recursion, since a page may be nested as deep as it likes. `enter` answers whether to go in. */
export function walk(
  root: DomNode,
  { enter, leave }: { readonly enter: (node: DomNode) => boolean; readonly leave: (node: DomNode) => void },
): void {
  let node: DomNode | null = root;
  while (node) {
    const child: DomNode | null = enter(node) ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
}

/** How many elements lie within each other at most. */
export function depthOf(root: DomNode): number {
  let depth = 0;
  let deepest = 0;
  walk(root, {
    enter() {
      depth += 1;
      deepest = Math.max(deepest, depth);
      return true;
    },
    leave() {
      depth -= 1;
    },
  });
  return deepest;
}
