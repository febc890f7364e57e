import type { SegmentCount } from '../../../contract/segments';

/** A line of the table: a heading, or the annotation that stands at a place among all of them. */
export type TableLine =
  | { readonly kind: 'heading'; readonly key: string | null; readonly count: number }
  | { readonly kind: 'row'; readonly index: number };

/** The lines of a table by their numbers, without making them all. */
export interface TableLines {
  readonly length: number;
  readonly at: (line: number) => TableLine | null;
  /** The line of an annotation. */
  readonly lineOf: (index: number) => number;
}

/** How many of some ascending numbers are at most `value`. */
function countUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines of a table with these headings. */
export function tableLines({ total, groups }: SegmentCount): TableLines {
  const headings: number[] = [];
  const firstRows: number[] = [];
  let rows = 0;
  for (const { count } of groups) {
    headings.push(rows + headings.length);
    firstRows.push(rows);
    rows += count;
  }
  return {
    length: total + groups.length,
    at: (line) => {
      if (line < 0 || line >= total + groups.length) return null;
      const before = countUpTo(headings, line);
      const group = groups[before - 1];
      return group && headings[before - 1] === line
        ? { kind: 'heading', ...group }
        : { kind: 'row', index: line - before };
    },
    lineOf: (index) => index + countUpTo(firstRows, index),
  };
}
