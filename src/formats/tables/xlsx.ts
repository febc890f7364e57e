import writeXlsxFile from 'write-excel-file/universal';
import type { Lose } from '../../core/exchange/losses';
import { carrying, type Carries } from '../../core/exchange/things';
import { problem } from '../../core/problem';
import { Words } from '../dataset/words';
import { inXml } from '../xml/characters';
import type { Contents } from '../exchange/contents';
import { ExportRefusal, type Format, type Piece, type SerializeContext } from '../exchange/format';
import { longestCell } from './cells';
import { tableNames, type TableName } from './columns';
import { loseCell } from './lost-cells';
import { rowsOf, type Cells } from './rows';
import { columnsOf } from './serialize';

/** The most rows that a sheet holds, its heading among them; what is more goes on in a further sheet. */
const mostRows = 1_048_576;

/** How many cells the library is given: each takes some 400 bytes of memory until the workbook is written. */
const mostCells = 4_000_000;

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

/** A cell as XML and Excel can hold it; what they cannot is told. */
function fitted(table: TableName, column: string, cells: Cells, lose: Lose): string {
  const value = cells[column] ?? '';
  const sound = inXml(value, '\ufffd');
  if (sound !== value) loseCell('xml-character', table, column, cells, lose);
  if (sound.length <= longestCell) return spelled(sound);
  loseCell('cell-too-small', table, column, cells, lose);
  return spelled(sound.slice(0, longestCell).replace(/[\ud800-\udbff]$/u, ''));
}

/** What objects of JavaScript have by themselves: the library looks texts up in one. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A character by its number, as the strings of a workbook may spell it (ECMA-376, part 1, 22.9.2.19, ST_Xstring). */
const byNumber = (character: string): string =>
  `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Carriage returns, which XML takes for line ends, by their number; and what only looks like a number is none. */
function spelled(text: string): string {
  if (inherited.has(text)) return byNumber(text.charAt(0)) + text.slice(1);
  return text.replace(/_(?=x[\da-fA-F]{4}_)|\r/gu, byNumber);
}

const file = 'tables.xlsx';

async function* serialize(contents: Contents, { language, lose }: SerializeContext): AsyncGenerator<Piece> {
  const words = new Words(contents, language);
  const sheets: { sheet: string; data: string[][]; stickyRowsCount: number }[] = [];
  let room = mostCells;
  for (const table of tableNames) {
    const columns = columnsOf(table, contents, words).filter((column) => !forMachines.has(column));
    let data: string[][] = [];
    const begin = (sheet: string): void => {
      data = [[...columns]];
      sheets.push({ sheet, data, stickyRowsCount: 1 });
    };
    begin(table);
    for (const one of contents.documents()) {
      for (const cells of rowsOf(table, one, contents, words)) {
        room -= columns.length;
        if (room < 0) throw new ExportRefusal(problem('export-cells-too-many', { most: mostCells }));
        if (data.length === mostRows) begin(`${table} ${sheets.length + 1}`);
        data.push(columns.map((column) => fitted(table, column, cells, lose)));
      }
      // Nothing yet, but a moment for others, and for who cancels.
      yield { file, data: '' };
    }
  }
  // Neither the DOM's types nor Node's are in reach here: of a blob, this is all that is needed.
  const blob = (await writeXlsxFile(sheets).toBlob()) as { arrayBuffer(): Promise<ArrayBuffer> };
  yield { file, data: new Uint8Array(await blob.arrayBuffer()) };
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
