import { utf16, type Utf16Offset } from '../../../core/offsets';
import type { Interval } from '../../../core/intervals';
import type { LineTable } from './line-table';

/** A boundary point as the DOM has it: before the `offset`-th unit of a text, or child of an element. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Where offsets of the document are in the DOM that shows it, and the other way round. Offsets are UTF-16. */
export interface DomPoints {
  readonly root: HTMLElement;
  readonly lines: LineTable;
  readonly block: (index: number) => Element | null;
  readonly line: (index: number) => Element | null;
  /** The point before the character at an offset; with `after`, behind the character that ends there. */
  readonly pointAt: (offset: number, side?: 'before' | 'after') => DomPoint;
  /** The offset of a point; null outside the text. */
  readonly offsetAt: (point: DomPoint) => Utf16Offset | null;
  /** The range of a span. Static, so that it stays right when a line is repainted, and costs nothing to keep. */
  readonly staticRange: (span: Interval) => StaticRange;
  /** Where the characters of a span stand in the window: the rectangles of text alone, and not of boxes. */
  readonly textRects: (span: Interval) => DOMRect[];
}

const indexIn = (parent: Element, child: Node): number =>
  Array.prototype.indexOf.call(parent.children, child);

/** The places of a text in the elements of its lines, which stand in blocks below `root`. */
export function makeDomPoints(root: HTMLElement, lines: LineTable): DomPoints {
  const block = (index: number): Element | null => root.children.item(index);

  function line(index: number): Element | null {
    const at = lines.blockOf(index);
    return block(at)?.children.item(index - lines.firstLineOf(at)) ?? null;
  }

  function pieceAt(
    offset: number,
    side: 'before' | 'after',
  ): { line: number; piece: number; column: number } {
    const index = lines.lineAt(offset);
    const within = Math.min(offset, lines.line(index).end);
    const starts = lines.piecesOf(index);
    const isBehind = (start: number): boolean => (side === 'after' ? start < within : start <= within);
    const piece = Math.max(0, starts.findLastIndex(isBehind));
    return { line: index, piece, column: within - (starts[piece] ?? within) };
  }

  const textNode = (index: number, piece: number): Node | null =>
    line(index)?.children.item(piece)?.firstChild ?? null;

  function pointAt(offset: number, side: 'before' | 'after' = 'before'): DomPoint {
    const place = pieceAt(offset, side);
    if (lines.piecesOf(place.line).length === 0) return { node: line(place.line) ?? root, offset: 0 };
    const node = textNode(place.line, place.piece) ?? root;
    return { node, offset: Math.min(place.column, node.nodeValue?.length ?? 0) };
  }

  function offsetInLine(index: number, element: Node, point: DomPoint): Utf16Offset {
    const { start, end } = lines.line(index);
    const starts = lines.piecesOf(index);
    if (point.node === element) return starts[point.offset] ?? (point.offset === 0 ? start : end);
    let piece: Node = point.node;
    while (piece.parentNode && piece.parentNode !== element) piece = piece.parentNode;
    const at = element instanceof Element ? indexIn(element, piece) : -1;
    const isText = point.node.nodeType === Node.TEXT_NODE;
    if (!isText && point.offset > 0) return starts[at + 1] ?? end;
    return utf16(Math.min((starts[at] ?? start) + (isText ? point.offset : 0), end));
  }

  function offsetAt(point: DomPoint): Utf16Offset | null {
    const { node, offset } = point;
    if (!root.contains(node)) return null;
    if (node === root) return lines.line(lines.firstLineOf(Math.min(offset, lines.blockCount))).start;
    let element: Node = node;
    let parent = node.parentElement;
    while (parent && parent !== root && parent.parentElement !== root) {
      element = parent;
      parent = parent.parentElement;
    }
    if (!parent) return null;
    if (parent === root) return lines.line(lines.firstLineOf(indexIn(root, element)) + offset).start;
    return offsetInLine(lines.firstLineOf(indexIn(root, parent)) + indexIn(parent, element), element, point);
  }

  // One for all measuring: a page keeps each range alive until its memory is next cleared, and brings all of them
  // up to date at every change of any of its nodes.
  const ruler = document.createRange();

  function textRects({ start, end }: Interval): DOMRect[] {
    const rects: DOMRect[] = [];
    for (let index = lines.lineAt(start); index <= lines.lineAt(end); index += 1) {
      const starts = lines.piecesOf(index);
      const lineEnd = lines.line(index).end;
      for (const [at, from] of starts.entries()) {
        const to = starts[at + 1] ?? lineEnd;
        const node = from < end && to > start ? textNode(index, at) : null;
        if (!node) continue;
        ruler.setStart(node, Math.max(start, from) - from);
        ruler.setEnd(node, Math.min(end, to) - from);
        rects.push(...ruler.getClientRects());
      }
    }
    return rects;
  }

  return {
    root,
    lines,
    block,
    line,
    pointAt,
    offsetAt,
    staticRange: ({ start, end }) => {
      const from = pointAt(start);
      const to = pointAt(end, 'after');
      return new StaticRange({
        startContainer: from.node,
        startOffset: from.offset,
        endContainer: to.node,
        endOffset: to.offset,
      });
    },
    textRects,
  };
}
