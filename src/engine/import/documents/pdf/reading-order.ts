import { median } from './median';
import { inLines, textOf, type Segment } from './runs';

/** A line of a column, in reading order. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The column that it stands in, from the left to the right, and its number on the page. */
  readonly column: { readonly left: number; readonly right: number; readonly number: number };
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The least width of a gutter and of a column, in sizes of the letters. */
const gutter = 0.9;
const narrowestColumn = 8;
/** Lines of prose fill their column; cells of a table do not. */
const proseFill = 0.6;
const fewestLines = 3;
const farBelow = 3;

/** Groups of segments that overlap in height, from the top: whatever stands beside something is in its group. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  let bottom = -Infinity;
  for (const segment of [...segments].sort((a, b) => a.y - a.size - (b.y - b.size))) {
    if (segment.y - segment.size * 0.7 > bottom) rows.push([]);
    rows.at(-1)?.push(segment);
    bottom = Math.max(bottom, segment.y);
  }
  return rows;
}

/** What segments leave white between two edges. */
function whiteIn(segments: readonly Segment[], left: number, right: number): Interval[] {
  const white: Interval[] = [];
  let from = left;
  for (const segment of [...segments].sort((a, b) => a.x - b.x)) {
    if (segment.x > from) white.push({ from, to: segment.x });
    from = Math.max(from, segment.right);
  }
  if (right > from) white.push({ from, to: right });
  return white;
}

const both = (a: readonly Interval[], b: readonly Interval[], least: number): Interval[] =>
  a.flatMap((one) =>
    b
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => to - from >= least),
  );

function isColumn(segments: readonly Segment[]): boolean {
  if (segments.length < fewestLines) return false;
  const width = Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ x }) => x));
  const size = median(segments.map((segment) => segment.size));
  return (
    width >= size * narrowestColumn && median(segments.map(({ x, right }) => right - x)) >= width * proseFill
  );
}

/** Cuts segments at white that goes all the way down between two columns; null where there is none. */
function cut(segments: readonly Segment[], white: readonly Interval[]): [Segment[], Segment[]] | null {
  for (const { from, to } of white) {
    const center = (from + to) / 2;
    const left = segments.filter(({ x }) => x < center);
    const right = segments.filter(({ x }) => x >= center);
    if (isColumn(left) && isColumn(right)) return [left, right];
  }
  return null;
}

/**
 * The lines of a page in reading order. Rows that leave the same stretch white are taken together from the top; where
 * prose stands on both sides of it, they are columns, and each is read to its end before the next. All else is read
 * line by line, so that tables stay in rows.
 */
export function readingOrder(segments: readonly Segment[]): Line[] {
  let columns = 0;

  const plain = (part: readonly Segment[], left: number, right: number): Line[] => {
    columns += 1;
    const column = { left, right, number: columns };
    return inLines(part).map((line) => ({
      text: textOf(line),
      x: Math.min(...line.map(({ x }) => x)),
      right: Math.max(...line.map((segment) => segment.right)),
      y: line[0]?.y ?? 0,
      size: median(line.map(({ size }) => size)),
      column,
    }));
  };

  const order = (part: readonly Segment[]): Line[] => {
    if (part.length === 0) return [];
    const left = part.reduce((least, { x }) => Math.min(least, x), Infinity);
    const right = part.reduce((most, segment) => Math.max(most, segment.right), -Infinity);
    const least = median(part.map(({ size }) => size)) * gutter;
    const lines: Line[] = [];
    let single: Segment[] = [];
    let group: Segment[] = [];
    let white: Interval[] = [];
    const endGroup = (): void => {
      const halves = cut(group, white);
      if (halves) {
        if (single.length > 0) lines.push(...plain(single, left, right));
        single = [];
        lines.push(...order(halves[0]), ...order(halves[1]));
      } else single.push(...group);
      group = [];
    };
    let bottom = -Infinity;
    for (const row of rowsOf(part)) {
      const top = Math.min(...row.map(({ y, size }) => y - size));
      // What stands far below columns is not of them.
      if (top - bottom > (least / gutter) * farBelow && cut(group, white)) endGroup();
      bottom = Math.max(...row.map(({ y }) => y));
      const rowWhite = whiteIn(row, left, right).filter(({ from, to }) => to - from >= least);
      const common = group.length === 0 ? rowWhite : both(white, rowWhite, least);
      if (common.length === 0 && group.length > 0) endGroup();
      white = common.length === 0 ? rowWhite : common;
      group.push(...row);
    }
    endGroup();
    if (single.length > 0) lines.push(...plain(single, left, right));
    return lines;
  };

  return order(segments).filter(({ text }) => text !== '');
}
