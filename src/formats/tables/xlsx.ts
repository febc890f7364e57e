import writeXlsxFile from 'write-excel-file/universal';
import type { Lose } from '../../core/exchange/losses';
import { carrying, type Carries, type Reason, type Thing } from '../../core/exchange/things';
import { Words } from '../dataset/words';
import { inXml } from '../xml/characters';
import type { Contents } from '../exchange/contents';
import type { Format, Piece, SerializeContext } from '../exchange/format';
import { longestCell } from './cells';
import { tableNames, type TableName } from './columns';
import { rowsOf, type Cells } from './rows';
import { columnsOf } from './serialize';

/** The most rows that a sheet holds, its heading among them; what is more goes on in a further sheet. */
const mostRows = 1_048_576;

const cut = ['cell-too-small', 'xml-character'] as const;

const carries: Carries = carrying({
  document: 'whole',
  text: cut,
  'document-name': cut,
  metadata: cut,
  'document-note': cut,
  'document-status': 'whole',
  annotation: 'whole',
  fragment: 'whole',
  'zero-width': 'whole',
  attribute: cut,
  role: 'whole',
  relation: 'whole',
  identity: 'whole',
  coder: 'whole',
  status: 'whole',
  note: cut,
  time: 'whole',
});

/** Columns of JSON, which is often longer than a cell, and of no use to people. */
const forMachines: ReadonlySet<string> = new Set([
  'document_attributes',
  'segmentations',
  'metadata',
  'attributes',
]);

/** What is lost where a cell of a column cannot hold what belongs there; other columns repeat what stands elsewhere. */
function thingOf(
  table: TableName,
  column: string,
): { readonly thing: Thing; readonly part: string | null } | null {
  if (table === 'documents') {
    if (column === 'text') return { thing: 'text', part: null };
    if (column === 'document_name') return { thing: 'document-name', part: null };
    if (column === 'document_note') return { thing: 'document-note', part: null };
    if (column.startsWith('metadata.')) return { thing: 'metadata', part: column.slice('metadata.'.length) };
  }
  if (table !== 'annotations') return null;
  if (column.startsWith('attribute.')) return { thing: 'attribute', part: column.slice('attribute.'.length) };
  return column === 'note' ? { thing: 'note', part: null } : null;
}

/** A cell as XML and Excel can hold it; what they cannot is told. */
function fitted(table: TableName, column: string, cells: Cells, lose: Lose): string {
  const value = cells[column] ?? '';
  const lost = thingOf(table, column);
  const tell = (reason: Reason): void => {
    const record = (table === 'documents' ? cells['document_id'] : cells['annotation_id']) ?? '';
    if (lost) lose({ ...lost, reason, record, document: cells['document_name'] ?? '' });
  };
  const sound = inXml(value, '\ufffd');
  if (sound !== value) tell('xml-character');
  if (sound.length <= longestCell) return sound;
  tell('cell-too-small');
  return sound.slice(0, longestCell).replace(/[\ud800-\udbff]$/u, '');
}

async function* serialize(contents: Contents, { language, lose }: SerializeContext): AsyncGenerator<Piece> {
  const words = new Words(contents, language);
  const sheets: { sheet: string; data: string[][]; stickyRowsCount: number }[] = [];
  for (const table of tableNames) {
    const columns = columnsOf(table, contents, words).filter((column) => !forMachines.has(column));
    let data: string[][] = [];
    const begin = (sheet: string): void => {
      data = [[...columns]];
      sheets.push({ sheet, data, stickyRowsCount: 1 });
    };
    begin(table);
    for (const one of contents.documents())
      for (const cells of rowsOf(table, one, contents, words)) {
        if (data.length === mostRows) begin(`${table} ${sheets.length + 1}`);
        data.push(columns.map((column) => fitted(table, column, cells, lose)));
      }
  }
  // Neither the DOM's types nor Node's are in reach here: of a blob, this is all that is needed.
  const blob = (await writeXlsxFile(sheets).toBlob()) as { arrayBuffer(): Promise<ArrayBuffer> };
  yield { file: 'tables.xlsx', data: new Uint8Array(await blob.arrayBuffer()) };
}

/** The same tables as sheets of one workbook, for Excel and LibreOffice. Made in memory. */
export const xlsx: Format = {
  name: 'xlsx',
  title: 'Excel',
  import: null,
  export: {
    options: [],
    target: () => 'file',
    ending: () => '.xlsx',
    carries: () => carries,
    serialize,
  },
};
