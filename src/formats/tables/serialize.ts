import type { Options } from '../../core/exchange/options';
import { codebookFile, codebookPieces } from '../dataset/codebook-file';
import { entriesInOrder, entryRowOf } from '../dataset/rows';
import { Words } from '../dataset/words';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { csvLine, defused, longestCell, type Dialect } from './cells';
import {
  annotationColumns,
  argumentColumns,
  tableNames,
  wholeDocumentColumns,
  type TableName,
} from './columns';
import { loseCell } from './lost-cells';
import { ownColumns, rowsOf, type Cells } from './rows';

/** How a kind of table is written: what parts its cells, and what its files end in. */
export interface Manner {
  readonly separator: string;
  readonly ending: '.csv' | '.tsv';
}

/** What the names of columns are in a dialect: by these it is known again. */
const heading = (column: string, dialect: Dialect): string =>
  dialect === 'exact' ? column : column.replace(/^\w+/u, (word) => word.replaceAll('_', ' '));

/** A text as bytes in UTF-16LE, as Excel writes tables that are parted by tabs. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

const fixedColumns = (table: TableName): readonly string[] =>
  table === 'documents' ? wholeDocumentColumns : table === 'arguments' ? argumentColumns : annotationColumns;

/** The columns of a table of a project. */
export const columnsOf = (table: TableName, contents: Contents, words: Words): readonly string[] => [
  ...fixedColumns(table),
  ...ownColumns(table, contents, words),
];

const separatorOf = (manner: Manner, { separator }: Options): string =>
  manner.ending === '.csv' && separator === 'semicolon' ? ';' : manner.separator;

/** Writes one table, or all of them with the codebook and the registry. */
export function* serialize(manner: Manner, contents: Contents, context: SerializeContext): Generator<Piece> {
  const words = new Words(contents, context.language);
  const { table } = context.options;
  if (table !== 'all') {
    yield* tablePieces(table as TableName, manner, contents, words, context);
    return;
  }
  for (const data of codebookPieces(contents.codebook)) yield { file: codebookFile, data };
  for (const entry of entriesInOrder(contents))
    yield { file: 'entries.jsonl', data: `${JSON.stringify(entryRowOf(entry, words))}\n` };
  for (const name of tableNames) yield* tablePieces(name, manner, contents, words, context);
}

function* tablePieces(
  table: TableName,
  manner: Manner,
  contents: Contents,
  words: Words,
  context: SerializeContext,
): Generator<Piece> {
  const dialect = context.options['dialect'] as Dialect;
  const file = `${table}${manner.ending}`;
  const separator = separatorOf(manner, context.options);
  const isSpreadsheet = dialect === 'spreadsheet';
  const encode = (text: string): Piece['data'] => (isSpreadsheet && separator === '\t' ? utf16(text) : text);
  const line = (cells: readonly string[]): Piece['data'] =>
    encode(csvLine(isSpreadsheet ? cells.map(defused) : cells, separator));
  const columns = columnsOf(table, contents, words);
  if (isSpreadsheet) yield { file, data: encode('\ufeff') };
  yield { file, data: line(columns.map((column) => heading(column, dialect))) };
  for (const one of contents.documents()) {
    if (context.options['table'] !== 'all') loseOtherKinds(table, one, contents, context);
    for (const cells of rowsOf(table, one, contents, words)) {
      if (isSpreadsheet) loseTooLong(table, cells, context);
      yield { file, data: line(columns.map((column) => cells[column] ?? '')) };
    }
  }
}

/** The file holds a long cell whole, but no spreadsheet shows or saves it so. */
function loseTooLong(table: TableName, cells: Cells, { lose }: SerializeContext): void {
  for (const [column, value] of Object.entries(cells))
    if (value.length > longestCell) loseCell('cell-too-small', table, column, cells, lose);
}

/** Tells of the annotations that have no row in a table that stands alone. */
function loseOtherKinds(
  table: TableName,
  { document, annotations, links }: DocumentContents,
  { codebook }: Contents,
  { lose }: SerializeContext,
): void {
  if (table === 'documents' || table === 'annotations') return;
  const kindOf = new Map(codebook.types.map(({ id, kind }) => [id, kind]));
  const linked = new Set(links.map(({ annotation }) => annotation));
  for (const { id, type } of annotations) {
    const kind = kindOf.get(type);
    const isThere =
      table === 'arguments' ? linked.has(id) : kind === (table === 'mentions' ? 'entity' : 'statement');
    // Relations that have no place at all are told already.
    if (!isThere && (table === 'arguments' || kind !== 'relation'))
      lose({ thing: 'annotation', reason: 'kind', record: id, part: null, document: document.name });
  }
}
