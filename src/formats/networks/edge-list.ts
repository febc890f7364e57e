import type { Format, Piece, SerializeContext } from '../exchange/format';
import type { Contents } from '../exchange/contents';
import { networkOf } from './build';
import { networkCarries, networkOptions } from './options';

/** A cell of a CSV file (RFC 4180); one that a spreadsheet would take for a formula stands behind an apostrophe. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r']/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const row = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Writes a network as a list of its edges, one a row, under the names of columns that Gephi knows. */
function* serialize(contents: Contents, context: SerializeContext): Generator<Piece> {
  const { nodes, edges, isDirected } = yield* networkOf(contents, context);
  const file = 'edges.csv';
  // The byte-order mark tells spreadsheets that it is UTF-8.
  yield {
    file,
    data: `\uFEFF${row(['Source', 'Target', 'Type', 'Weight', 'Relation', 'Documents', 'Source kind', 'Target kind', 'Source type', 'Target type'])}`,
  };
  for (const { source, target, relation, weight, documents } of edges.values()) {
    const [from, to] = [nodes.get(source), nodes.get(target)];
    if (!from || !to) continue;
    const type = isDirected ? 'Directed' : 'Undirected';
    const cells = [from.label, to.label, type, weight, relation, documents.size];
    yield { file, data: row([...cells, from.kind, to.kind, from.type, to.type]) };
  }
}

/** Networks as a list of edges. */
export const edgeList: Format = {
  name: 'edges',
  title: 'Edge list (CSV)',
  import: null,
  export: {
    options: networkOptions,
    target: () => 'file',
    ending: () => '.csv',
    carries: () => networkCarries,
    serialize,
  },
};
