import { utf16, type Utf16Offset } from '../../../core/offsets';
import type { Interval } from '../../../core/intervals';
import { characterAfter, characterBefore } from '../selection/characters';
import type { DomPoints } from './dom-points';

/** Where things are on the screen. Coordinates are those of the window, offsets are UTF-16. */
export interface Geometry {
  readonly scroller: HTMLElement;
  readonly points: DomPoints;
  /** The rectangles of a span's text, one for each row on the screen. */
  readonly rows: (span: Interval) => DOMRect[];
  /** A rectangle of no width where a caret stands before a character, or after the one that ends at the offset. */
  readonly caret: (offset: number, side?: 'before' | 'after') => DOMRect;
  /** The first offset whose line on the screen reaches below a height. */
  readonly offsetBelow: (y: number) => Utf16Offset;
  /** What is in view, and what stands up to `margin` pixels above and below it. */
  readonly inView: (margin: number) => Interval;
  /** The offset nearest to a point of the screen. */
  readonly nearest: (x: number, y: number) => Utf16Offset | null;
  /** The character under a point of the screen; null where there is none. */
  readonly characterAt: (x: number, y: number) => Interval | null;
}

/** The first index in `[0, count)` for which the test holds; `count` where there is none. Holds once, holds on. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function caretPosition(x: number, y: number): { readonly node: Node; readonly offset: number } | null {
  const position = document.caretPositionFromPoint(x, y);
  return position ? { node: position.offsetNode, offset: position.offset } : null;
}

/** Joins the rectangles that stand in one row: a row has several where a space hangs at its end, or a font changes. */
function joinRows(rects: readonly DOMRect[]): DOMRect[] {
  const rows: DOMRect[] = [];
  for (const rect of rects) {
    const row = rows.at(-1);
    const middle = (rect.top + rect.bottom) / 2;
    if (!row || middle < row.top || middle > row.bottom) {
      rows.push(rect);
      continue;
    }
    const left = Math.min(row.left, rect.left);
    const top = Math.min(row.top, rect.top);
    const right = Math.max(row.right, rect.right);
    const bottom = Math.max(row.bottom, rect.bottom);
    rows[rows.length - 1] = new DOMRect(left, top, right - left, bottom - top);
  }
  return rows;
}

/** Measures a text as it is laid out in its scroller. */
export function makeGeometry(scroller: HTMLElement, points: DomPoints): Geometry {
  const { lines } = points;
  const { text } = lines;

  const rects = points.textRects;

  function caret(offset: number, side: 'before' | 'after' = 'before'): DOMRect {
    const index = lines.lineAt(offset);
    const { start, end } = lines.line(index);
    if (start === end) {
      const box = points.line(index)?.getBoundingClientRect() ?? new DOMRect();
      return new DOMRect(box.left, box.top, 0, box.height);
    }
    const isBefore = offset < end && (side === 'before' || offset === start);
    if (isBefore) {
      const next = rects({ start: offset, end: characterAfter(text, offset) })[0] ?? new DOMRect();
      return new DOMRect(next.left, next.top, 0, next.height);
    }
    const at = Math.min(offset, end);
    const last = rects({ start: characterBefore(text, at), end: at }).at(-1) ?? new DOMRect();
    return new DOMRect(last.right, last.top, 0, last.height);
  }

  const bottomOf = (element: Element | null): number => element?.getBoundingClientRect().bottom ?? 0;

  function offsetBelow(y: number): Utf16Offset {
    const block = firstWhere(lines.blockCount - 1, (index) => bottomOf(points.block(index)) > y);
    const first = lines.firstLineOf(block);
    const count = lines.firstLineOf(block + 1) - first;
    const line = first + firstWhere(count - 1, (index) => bottomOf(points.line(first + index)) > y);
    const { start, end } = lines.line(line);
    const units = firstWhere(end - start, (unit) => caret(start + unit).bottom > y);
    return utf16(start + units);
  }

  return {
    scroller,
    points,
    rows: (span) => joinRows(rects(span)),
    caret,
    offsetBelow,
    inView: (margin) => {
      const view = scroller.getBoundingClientRect();
      return { start: offsetBelow(view.top - margin), end: offsetBelow(view.bottom + margin) };
    },
    nearest: (x, y) => {
      const position = caretPosition(x, y);
      return position && points.offsetAt(position);
    },
    characterAt: (x, y) => {
      const position = caretPosition(x, y);
      const offset = position && points.offsetAt(position);
      if (offset === null) return null;
      const candidates = [
        { start: offset, end: characterAfter(text, offset) },
        { start: characterBefore(text, offset), end: offset },
      ];
      const isUnder = ({ left, right, top, bottom }: DOMRect): boolean =>
        left <= x && x < right && top <= y && y < bottom;
      return candidates.find((character) => rects(character).some(isUnder)) ?? null;
    },
  };
}
