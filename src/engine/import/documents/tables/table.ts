import type { Problem } from '../../../../core/problem';

/** A row of a table. Rows are counted from 1, as a spreadsheet shows them, the one with the names included. */
export interface TableRow {
  readonly number: number;
  /** What stands in a column; empty where nothing does. */
  cell(column: string): string;
}

/** A table as it was found in a file, to be read as often as is asked. */
export interface Table {
  /** The sheet of a workbook; null where the file is one table. */
  readonly sheet: string | null;
  /** The columns' names, no two alike. */
  readonly columns: readonly string[];
  /** Whether the first row seems to name the columns. Where columns have names in each row, it always does. */
  readonly hasHeader: boolean;
  /** The rows; the first only where it is a row like others. A row that is none is told as its problem. */
  rows(hasHeader: boolean): AsyncIterable<TableRow | Problem>;
}

/** The cells of a first row as names of columns: those without one by their number, those twice with a number. */
export function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const plain = cell.replaceAll(/\s+/gu, ' ').trim().slice(0, 200) || `#${index + 1}`;
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain} (${count})`;
    taken.add(name);
    return name;
  });
}

/** The longest cell of a row that only names columns. */
const longestName = 100;

/** Whether a first row looks like names and not like a document. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length <= longestName && !cell.includes('\n')) &&
  cells.some((cell) => /\p{L}/u.test(cell));

/** A row of cells in the order of the columns. */
export function rowOf(
  number: number,
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
): TableRow {
  return { number, cell: (column) => cells[columns.get(column) ?? -1] ?? '' };
}

/** Where each column stands in a row, counted from 0. */
export const placesOf = (columns: readonly string[]): ReadonlyMap<string, number> =>
  new Map(columns.map((column, index) => [column, index]));

/** Whether a row of a table has nothing in any of its cells. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');
