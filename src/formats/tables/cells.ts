/** How cells are written: untouched, or so that a spreadsheet shows them and runs none of them. */
export type Dialect = 'exact' | 'spreadsheet';

/** The most characters that a cell of a spreadsheet holds. */
export const longestCell = 32_767;

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe goes before what begins with `=`, `+`, `-`, `@`, a tab
 * or a carriage return, and before what already begins so behind apostrophes, so that `armed` reverses it exactly.
 */
export const defused = (value: string): string => (/^'*[=+\-@\t\r]/u.test(value) ? `'${value}` : value);

/** What a cell was before it was defused. */
export const armed = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

/** A row as RFC 4180 writes it, with another separator where one is asked for. */
export const csvLine = (values: readonly string[], separator = ','): string =>
  `${values
    .map((value) =>
      value.includes(separator) || /["\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
    )
    .join(separator)}\r\n`;
