import type { SegmentQuery } from '../../core/segments/filter';
import type { Reader, SqlValue } from '../storage/file/connection';
import { rowsHeaded } from '../storage/queries/heads';
import type { Condition } from './condition';
import { columnsOf, sortKey } from './headings';

/** SQLite's own number of a row of the table `annotation`. */
export type RowNumber = number;

/** Annotations that follow each other in the table: under one heading, and with one key to sort by. */
export interface Lot {
  readonly group: string | null;
  readonly key: string | null;
  /** The place in the queue of the one document that they stand in; null where they stand in several. */
  readonly document: number | null;
  readonly count: number;
  /** Rows of a lot of several documents, in no order; others are looked up. */
  readonly rows: readonly RowNumber[];
  /** The heads with which further ones of its annotations begin. */
  readonly heads: readonly string[];
}

const inText = 'f.start IS NULL, f.start, f."end" DESC, a.id';

const rowsInOrder = (from: string, where: string, order: string): string =>
  `SELECT a.rowid AS row, f.quote AS quote
   FROM ${from} LEFT JOIN fragment AS f ON f.annotation = a.id AND f.position = 0
   WHERE ${where} ORDER BY ${order}`;

/** The annotations of one document that a lot counted, in their order. */
export function rowsInDocument(
  reader: Reader,
  query: SegmentQuery,
  condition: Condition,
  { group, key }: Lot,
  document: string,
): readonly RowNumber[] {
  const columns = columnsOf(query);
  const bound: SqlValue[] = [document, group, key, ...condition.values];
  const where = `a.document = ? AND ${columns.group} IS ? AND ${columns.order} IS ? AND ${condition.sql}`;
  const order = query.order === 'time' ? `a.created_at ${query.descending ? 'DESC' : ''}, ${inText}` : inText;
  const rows = reader
    .query<{ row: RowNumber }>(rowsInOrder('annotation AS a', where, order))
    .all(...bound)
    .map(({ row }) => row);
  return query.order === 'document' && query.descending ? rows.reverse() : rows;
}

/** The annotations of a lot of several documents, by what they cover and then by their place in the corpus. */
export function rowsByText(reader: Reader, { rows, heads }: Lot, descending: boolean): readonly RowNumber[] {
  const wanted = heads.length === 0 ? rows : [...rows, ...rowsHeaded(reader, heads, 0).map(({ row }) => row)];
  const found = reader
    .query<{ row: RowNumber; quote: string | null }>(
      rowsInOrder(
        'annotation AS a JOIN document AS d ON d.id = a.document',
        'a.rowid IN (SELECT value FROM json_each(?))',
        `d.position, d.id, ${inText}`,
      ),
    )
    .all(JSON.stringify(wanted))
    .map(({ row, quote }) => ({ row, key: sortKey(quote ?? '') }));
  const direction = descending ? -1 : 1;
  return found
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -direction : direction))
    .map(({ row }) => row);
}
