/** The most columns and the longest row, in characters, that are read. */
export const mostColumns = 10_000;
const longestRow = 40_000_000;

/** A row of a table with the line that it begins in; or why the rest of the file is not read. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly broken: string };

/**
 * The rows of a table as RFC 4180 has them, stretch by stretch. Our own reader: those for Node want its streams and
 * buffers, which formats do without, and none limits the number of columns.
 */
export async function* readCsv(text: AsyncIterable<string>, separator: string): AsyncGenerator<CsvRow> {
  let cells: string[] = [];
  let cell: string[] = [];
  let [length, ofRow, line, begun] = [0, 0, 1, 1];
  // After a quote in a quoted cell, the next character tells whether it ended.
  let state: 'plain' | 'quoted' | 'quote' = 'plain';
  const endCell = (): void => {
    cells.push(cell.join(''));
    [cell, length] = [[], 0];
    state = 'plain';
  };
  const add = (part: string): void => {
    cell.push(part);
    length += part.length;
    ofRow += part.length;
  };
  const isSpecial = new RegExp(`["\\n\\r${separator}]`, 'gu');
  let held = '';
  for await (const stretch of text) {
    const chunk = held + stretch;
    held = chunk.endsWith('\r') ? '\r' : '';
    const end = chunk.length - held.length;
    let at = 0;
    while (at < end) {
      if (ofRow > longestRow || cells.length > mostColumns) {
        yield { line: begun, broken: ofRow > longestRow ? `> ${longestRow}` : `> ${mostColumns}` };
        return;
      }
      if (state === 'quoted') {
        const quote = chunk.indexOf('"', at);
        const part = chunk.slice(at, quote < 0 ? end : quote);
        add(part);
        for (const character of part) if (character === '\n') line += 1;
        at = quote < 0 ? end : quote + 1;
        if (quote >= 0) state = 'quote';
        continue;
      }
      const character = chunk.charAt(at);
      if (state === 'quote' && character === '"') {
        add('"');
        state = 'quoted';
        at += 1;
      } else if (character === separator) {
        endCell();
        at += 1;
      } else if (character === '\n' || (character === '\r' && chunk.charAt(at + 1) === '\n')) {
        at += character === '\n' ? 1 : 2;
        endCell();
        if (cells.length > 1 || cells[0] !== '') yield { line: begun, cells };
        line += 1;
        [cells, begun, ofRow] = [[], line, 0];
      } else if (character === '"' && length === 0 && state === 'plain') {
        state = 'quoted';
        at += 1;
      } else {
        isSpecial.lastIndex = at + 1;
        const next = isSpecial.exec(chunk)?.index ?? end;
        add(chunk.slice(at, Math.min(next, end)));
        at = Math.min(next, end);
        if (state === 'quote') state = 'plain';
      }
    }
  }
  if (held !== '') add(held);
  if (cell.length > 0 || cells.length > 0) {
    endCell();
    yield { line: begun, cells };
  }
}
