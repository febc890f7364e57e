import type { ColumnMapping, DocumentOptions } from '../../../../contract/document-files';
import { problem } from '../../../../core/problem';
import { fail, ok, type Result } from '../../../../core/result';
import type { Table } from './table';

/** What columns are called that hold the text, the name or the date of a document; the likeliest first. */
const known = {
  text: (
    'text content body article message transcript comment post tweet abstract текст содержание статья сообщение ' +
    'комментарий публикация пост тело'
  ).split(' '),
  name: 'name title headline document filename file doc_name document_name id doc_id название заголовок имя документ файл номер ид'.split(
    ' ',
  ),
  date: (
    'date published published_at pub_date pubdate publication_date created created_at datetime timestamp time дата ' +
    'дата_публикации опубликовано дата_создания время'
  ).split(' '),
} as const;

const plain = (column: string): string =>
  column
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_')
    .replaceAll('ё', 'е');

const find = (columns: readonly string[], names: readonly string[]): string | null =>
  names.flatMap((name) => columns.filter((column) => plain(column) === name))[0] ?? null;

/** A mapping with this column as the text; the names of the others tell what they are. */
function mappingTo(
  text: string,
  { columns, hasHeader }: Pick<Table, 'columns' | 'hasHeader'>,
): ColumnMapping {
  const others = columns.filter((column) => column !== text);
  const name = find(others, known.name);
  const date = find(
    others.filter((column) => column !== name),
    known.date,
  );
  const metadata = others.filter((column) => column !== name && column !== date);
  return { text, name, date, metadata, hasHeader };
}

/** What the names of the columns tell; null where none of them is known to be the text. */
export function mappingByNames(table: Pick<Table, 'columns' | 'hasHeader'>): ColumnMapping | null {
  const text = table.hasHeader ? find(table.columns, known.text) : null;
  return text === null ? null : mappingTo(text, table);
}

/** How long a text is at least, on the average, to be taken for one by its length alone. */
const shortestText = 25;

/** The same, or else a guess by where the longest texts stand, which a person has to confirm. */
export function guessMapping(
  table: Pick<Table, 'columns' | 'hasHeader'>,
  rows: readonly (readonly string[])[],
): ColumnMapping | null {
  const named = mappingByNames(table);
  if (named || rows.length === 0) return named;
  const lengths = table.columns.map(
    (column, index) =>
      [column, rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0) / rows.length] as const,
  );
  const [column, length] = lengths.reduce(
    (longest, next) => (next[1] > longest[1] ? next : longest),
    ['', 0],
  );
  return length < shortestText ? null : mappingTo(column, table);
}

const sameColumns = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((column, index) => column === b[index]);

/**
 * What the columns of a table mean: as was said for just these, or for any table, else as their names tell; null where
 * nothing tells which one holds the text.
 */
export function chooseMapping(table: Table, { tables }: DocumentOptions): Result<ColumnMapping | null> {
  const chosen = tables.find(({ columns }) => columns === null || sameColumns(columns, table.columns));
  const mapping = chosen?.mapping ?? mappingByNames(table);
  if (!mapping) return ok(null);
  const { text, name, date, metadata } = mapping;
  const missing = [text, name, date, ...metadata].find(
    (column) => column !== null && !table.columns.includes(column),
  );
  return missing === undefined || missing === null
    ? ok(mapping)
    : fail(problem('table-column-missing', { column: missing }));
}
