import type { ColumnMapping, DocumentOptions } from '../../../../contract/document-files';
import type { InspectedFile } from '../../../../contract/engine-answers';
import type { ImportPlan } from '../../../../contract/engine-calls';
import { problem, type Problem } from '../../../../core/problem';
import { fail, ok, type Result } from '../../../../core/result';
import { addText } from '../../add-text';
import type { Batch } from '../../batch';
import { readCharacters } from '../../characters';
import type { Encoding } from '../../encodings/names';
import type { Identity } from '../../identify';
import type { OpenFile } from '../../open-file';
import { demand, orRefused } from '../../refusal';
import { chooseEncoding, documentName } from '../../text-file';
import { collectBytes } from '../collect';
import { inOne } from '../in-one';
import { oneLine } from '../one-line';
import type { Reading } from '../read';
import { replaceBroken } from '../text-flow';
import { replacedCharacters } from '../warnings';
import { openCsv } from './csv';
import { openJsonLines } from './jsonl';
import { chooseMapping } from './mapping';
import { previewTable } from './preview';
import type { Table, TableRow } from './table';
import { tablesOf } from './xlsx';

export type TableIdentity = Extract<Identity, { readonly kind: 'table' }>;

/** Opens the tables of a file. Throws a `Refusal` where there are none. */
async function openTables(
  file: OpenFile,
  { format, markLength }: TableIdentity,
  encoding: Encoding,
  { separator }: DocumentOptions,
  { thread, job }: Reading,
): Promise<readonly Table[]> {
  async function* characters(): AsyncGenerator<string> {
    for await (const { text } of readCharacters(file, encoding, markLength)) {
      yield text;
      await job.breathe();
    }
  }
  switch (format) {
    case 'csv':
      return [await openCsv(characters, separator)];
    case 'jsonl':
      return [await openJsonLines(characters)];
    case 'xlsx':
      return tablesOf(demand(await thread.readWorkbook(await collectBytes(file, job), job)));
  }
}

/** The most characters of a cell that become a name, in UTF-16 units. */
const longestCellName = 500;

/** A table of which it is known where its texts are, and how its file is written. */
interface MappedTable {
  readonly table: Table;
  readonly mapping: ColumnMapping;
  readonly identity: TableIdentity;
  readonly encoding: Encoding;
}

/** A row on its way into a project. */
function textOfRow(file: OpenFile, { table, mapping, identity }: MappedTable, row: TableRow) {
  const place = [documentName(file.place), table.sheet, row.number].filter((part) => part !== null).join('/');
  const facts = [
    ...(mapping.date === null ? [] : [['date', row.cell(mapping.date).trim()] as const]),
    ...mapping.metadata.map((column) => [column, row.cell(column).trim()] as const),
  ];
  const sheet = table.sheet === null ? {} : { sheet: table.sheet };
  const cellName = mapping.name === null ? '' : oneLine(row.cell(mapping.name)).slice(0, longestCellName);
  return {
    name: cellName || place,
    path: file.path,
    metadata: Object.fromEntries(facts.filter(([, value]) => value !== '')),
    origin: { format: identity.format, id: file.place, fields: { ...sheet, row: row.number } },
  };
}

async function importTable(
  file: OpenFile,
  mapped: MappedTable,
  plan: ImportPlan,
  batch: Batch,
  { job }: Reading,
): Promise<void> {
  const { table, mapping, identity, encoding } = mapped;
  for await (const row of table.rows(mapping.hasHeader)) {
    await job.breathe();
    if ('code' in row) {
      batch.refuse(file.path, row);
      continue;
    }
    const sound = replaceBroken(row.cell(mapping.text));
    if (!/\S/u.test(sound.text)) {
      batch.refuse(file.path, problem('table-row-without-text', { row: row.number }));
      continue;
    }
    for (const warning of replacedCharacters(sound)) batch.warn(file.path, warning);
    const text = {
      ...textOfRow(file, mapped, row),
      stretches: inOne(sound.text),
      encoding,
      byteOrderMark: identity.markLength > 0,
    };
    const added = await orRefused(() => addText(text, plan, batch, job), 'file');
    if (!added.ok) batch.refuse(file.path, added.problem);
  }
}

async function hasRows(table: Table): Promise<boolean> {
  const rows = table.rows(table.hasHeader)[Symbol.asyncIterator]();
  const { done } = await rows.next();
  // Closes what the rows are read from.
  await rows.return?.();
  return done !== true;
}

/** How many columns or sheets are named where nothing tells which of them holds texts. */
const mostNamed = 5;

const someOf = (names: readonly string[]): string =>
  [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', ');

/** Tells once of all the tables of a file of which nobody knows where their texts are. */
function textless(tables: readonly Table[]): Problem {
  const sheets = tables.flatMap(({ sheet }) => sheet ?? []);
  return sheets.length > 0
    ? problem('table-sheets-unknown', { sheets: someOf(sheets) })
    : problem('table-columns-unknown', { columns: someOf(tables.flatMap(({ columns }) => columns)) });
}

/** Adds a document for each row of a file's tables to a batch. Throws `Refusal`s. */
export async function importTableFile(
  file: OpenFile,
  identity: TableIdentity,
  plan: ImportPlan,
  batch: Batch,
  reading: Reading,
): Promise<Result<null>> {
  const encoding = chooseEncoding(identity.guess, plan);
  if (!encoding.ok) return encoding;
  const tables = await openTables(file, identity, encoding.value, plan.documents, reading);
  const unknown: Table[] = [];
  let isAny = false;
  for (const table of tables) {
    const chosen = chooseMapping(table, plan.documents);
    const mapping = chosen.ok ? chosen.value : null;
    if (!chosen.ok) batch.refuse(file.path, chosen.problem);
    else if (mapping)
      await importTable(file, { table, mapping, identity, encoding: encoding.value }, plan, batch, reading);
    else if (await hasRows(table)) unknown.push(table);
    isAny ||= mapping !== null || !chosen.ok || unknown.length > 0;
  }
  if (!isAny) return fail(problem('table-without-rows'));
  return unknown.length === 0 ? ok(null) : fail(textless(unknown));
}

/** Looks at the first rows of a file's tables, and at what the names of their columns tell. */
export async function inspectTableFile(
  file: OpenFile,
  identity: TableIdentity,
  encoding: Encoding,
  options: DocumentOptions,
  reading: Reading,
): Promise<Result<InspectedFile>> {
  const { format, guess } = identity;
  const tables = await openTables(file, identity, encoding, options, reading);
  const previews = [];
  for (const table of tables) previews.push(await previewTable(table, reading.job));
  if (previews.every(({ rowCount }) => rowCount === 0)) return fail(problem('table-without-rows'));
  const { path, bytes } = file;
  return ok({ kind: 'table', format, path, name: documentName(file.place), bytes, guess, tables: previews });
}
