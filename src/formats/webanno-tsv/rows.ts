/** A row of a file: a token, or a part of the token above it. */
export interface Row {
  /** `1-2` of a token, `1-2.1` of its part. */
  readonly unit: string;
  readonly isPart: boolean;
  /** In UTF-16 units, as the file counts. */
  readonly begin: number;
  readonly end: number;
  readonly quote: string;
  readonly cells: readonly string[];
}

const head = /^(\d+-\d+)(\.\d+)?\t(\d{1,15})-(\d{1,15})\t([^\t]*)(?:\t([\s\S]*))?$/u;

/** Null for a line that is no row. */
export function readRow(line: string): Row | null {
  const match = head.exec(line);
  if (!match) return null;
  const [, token = '', part, begin, end, quote = '', rest = ''] = match;
  // Behind the last cell there is one tab more.
  const cells = rest.split('\t');
  if (cells.at(-1) === '') cells.pop();
  return {
    unit: `${token}${part ?? ''}`,
    isPart: part !== undefined,
    begin: Number(begin),
    end: Number(end),
    quote,
    cells,
  };
}
