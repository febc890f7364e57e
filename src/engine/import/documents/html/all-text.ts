import type { TextFlow } from '../text-flow';
import { walk, type DomElement, type DomNode } from './dom';

const nothingToRead = new Set(
  'HEAD SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO SELECT TEXTAREA RP RT'.split(
    ' ',
  ),
);
const paragraphs = new Set(
  (
    'P H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE TABLE FIGURE HR ARTICLE SECTION HEADER FOOTER ASIDE MAIN NAV FORM ' +
    'FIELDSET BODY HTML'
  ).split(' '),
);
const lists = new Set(['UL', 'OL', 'DL']);
const lines = new Set(
  'DIV LI DT DD CAPTION FIGCAPTION SUMMARY DETAILS ADDRESS LEGEND OPTION CENTER HGROUP DIALOG'.split(' '),
);

const isHidden = (element: DomElement): boolean =>
  element.getAttribute('hidden') !== null ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '');

/** Reads all the text of an element as a browser lays it out: see docs/importing-documents.md for the rules. */
export function readAllText(root: DomNode, flow: TextFlow): void {
  let preformatted = 0;
  let listDepth = 0;

  const edge = (name: string): void => {
    if (paragraphs.has(name) || (lists.has(name) && listDepth <= 1)) flow.gap('paragraph');
    else if (lines.has(name) || lists.has(name)) flow.gap('line');
  };

  const enterElement = (element: DomElement): boolean => {
    const name = element.nodeName.toUpperCase();
    if (nothingToRead.has(name) || isHidden(element)) return false;
    if (name === 'BR') flow.lineBreak();
    if (name === 'PRE') preformatted += 1;
    if (lists.has(name)) listDepth += 1;
    edge(name);
    if (name === 'TR') flow.beginRow();
    return true;
  };

  const leaveElement = (element: DomElement): void => {
    const name = element.nodeName.toUpperCase();
    if (nothingToRead.has(name) || isHidden(element)) return;
    if (name === 'TD' || name === 'TH') flow.endCell();
    if (name === 'TR') flow.endRow();
    edge(name);
    if (name === 'PRE') preformatted -= 1;
    if (lists.has(name)) listDepth -= 1;
  };

  walk(root, {
    enter(node) {
      if (node.nodeType === 1) return enterElement(node as DomElement);
      if (node.nodeType !== 3 && node.nodeType !== 4) return node.nodeType === 9 || node.nodeType === 11;
      const text = node.nodeValue ?? '';
      if (preformatted > 0) flow.exact(text);
      else flow.collapsed(text);
      return false;
    },
    leave(node) {
      if (node.nodeType === 1) leaveElement(node as DomElement);
    },
  });
}
