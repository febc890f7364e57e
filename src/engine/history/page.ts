import type { CountsByRecord, HistoryPage, HistoryRow, TouchCounts } from '../../contract/history';
import type { HistoryFilter } from '../../contract/history-calls';
import { addTo } from '../../core/grouped';
import { isInForce, type Turn } from '../../core/history/in-force';
import { labelOf } from '../../core/history/labels';
import type { ChangeName } from '../../core/commands/command';
import type { ChangeNumber, Timestamp } from '../../core/ids';
import type { RecordName } from '../../core/model/records';
import type { Reader, SqlValue } from '../storage/file/connection';
import { recordFromImage } from '../storage/journal/images';
import { stretchesLeft } from '../storage/journal/left-behind';

/** The columns of `change` that say which change it is. */
export const heading = 'change.number, change.name, change.cause, change.coder, change.at';

type Row = Pick<HistoryRow, 'number' | 'name' | 'cause' | 'coder' | 'at'> & {
  readonly backTo: ChangeNumber | null;
  readonly backAt: Timestamp | null;
};

/** The annotations and segmentations that were ever in a document, and the changes that touched them. */
const touchingDocument = `
  SELECT change FROM change_record
  WHERE record IN ('annotation', 'segmentation') AND coalesce(after, before) ->> 'document' = @document
  UNION SELECT change FROM change_record WHERE record = 'document' AND id = @document
  UNION SELECT change FROM change_record
  WHERE record = 'link' AND coalesce(after, before) ->> 'annotation' IN (
    SELECT id FROM change_record
    WHERE record = 'annotation' AND coalesce(after, before) ->> 'document' = @document)`;

/** A filter as SQL on `change`, and what is bound in it. */
function conditionOf(filter: HistoryFilter): {
  readonly where: string;
  readonly bound: Readonly<Record<string, SqlValue>>;
} {
  const parts: string[] = [];
  const bound: Record<string, SqlValue> = {};
  const add = (name: keyof HistoryFilter, sql: string): void => {
    const value = filter[name];
    if (value === null) return;
    parts.push(sql);
    bound[name] = value;
  };
  // The journal is read from its end: with the index of coders it would have to be sorted.
  add('coder', '+coder = @coder');
  add('name', 'name = @name');
  add('from', 'at >= @from');
  add('until', 'at < @until');
  add('document', `number IN (${touchingDocument})`);
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, bound };
}

/** A part of the changes that a filter lets through, counted from the newest. */
export function pageOf(
  reader: Reader,
  filter: HistoryFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): HistoryPage {
  return reader.snapshot(() => {
    const { total, numbers } = numbersOf(reader, filter, offset, limit);
    const rows = reader
      .query<Row>(
        `SELECT ${heading}, change.back_to AS backTo, earlier.at AS backAt
         FROM change LEFT JOIN change AS earlier ON earlier.number = change.back_to
         WHERE change.number IN (SELECT value FROM json_each(?)) ORDER BY change.number DESC`,
      )
      .all(JSON.stringify(numbers));
    const counts = countsOf(reader, numbers);
    const turns = turnsTo(reader, numbers);
    const stretches = stretchesLeft(reader);
    return {
      total,
      latest: latestOf(reader),
      rows: rows.map(({ backTo, backAt, ...row }) => ({
        ...row,
        isInForce: isInForce(row.number, turns.get(row.number) ?? [], stretches),
        backTo: backTo !== null && backAt !== null ? { number: backTo, at: backAt } : null,
        counts: counts.get(row.number) ?? {},
        label: firstLabel(reader, row.number),
      })),
    };
  });
}

/** The numbers of a part of the changes, and how many changes there are. */
function numbersOf(
  reader: Reader,
  filter: HistoryFilter,
  offset: number,
  limit: number,
): { readonly total: number; readonly numbers: readonly ChangeNumber[] } {
  const { where, bound } = conditionOf(filter);
  // What a filter lets through is found once; the whole journal is counted faster than gone through.
  const total = where === '' ? '(SELECT count(*) FROM change)' : 'count(*) OVER ()';
  const rows = reader
    .query<{ number: ChangeNumber; total: number }>(
      `SELECT number, ${total} AS total FROM change ${where}
       ORDER BY number DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...bound, limit, offset });
  const numbers = rows.map(({ number }) => number);
  if (rows[0]) return { total: rows[0].total, numbers };
  const count = reader.query<{ total: number }>(`SELECT count(*) AS total FROM change ${where}`).first(bound);
  return { total: count?.total ?? 0, numbers };
}

const latestOf = (reader: Reader): ChangeNumber | null =>
  reader.query<{ latest: ChangeNumber | null }>('SELECT max(number) AS latest FROM change').first()?.latest ??
  null;

/** The steps of undo and redo that turned to some changes. */
function turnsTo(
  reader: Reader,
  changes: readonly ChangeNumber[],
): ReadonlyMap<ChangeNumber, readonly Turn[]> {
  const rows = reader
    .query<Turn & { of: ChangeNumber }>(
      `SELECT "of", number, cause FROM change WHERE "of" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(changes));
  const turns = new Map<ChangeNumber, Turn[]>();
  for (const { of, ...turn } of rows) addTo(turns, of, turn);
  return turns;
}

/**
 * The names of the changes that a filter lets through, whichever name it asks for; those that were done most often
 * first.
 */
export function namesOf(reader: Reader, filter: HistoryFilter): readonly ChangeName[] {
  const { where, bound } = conditionOf({ ...filter, name: null });
  return reader
    .query<{ name: ChangeName }>(`SELECT name FROM change ${where} GROUP BY name ORDER BY count(*) DESC`)
    .all(bound)
    .map(({ name }) => name);
}

interface CountRow {
  readonly change: ChangeNumber;
  readonly record: RecordName;
  readonly records: number;
  readonly added: number;
  readonly removed: number;
}

/** How many records of which names some changes touched. */
function countsOf(
  reader: Reader,
  changes: readonly ChangeNumber[],
): ReadonlyMap<ChangeNumber, CountsByRecord> {
  const rows = reader
    .query<CountRow>(
      `SELECT change, record, count(*) AS records, sum(before IS NULL) AS added, sum(after IS NULL) AS removed
       FROM change_record WHERE change IN (SELECT value FROM json_each(?)) GROUP BY change, record`,
    )
    .all(JSON.stringify(changes));
  const counts = new Map<ChangeNumber, Record<string, TouchCounts>>();
  for (const { change, record, records, added, removed } of rows) {
    const ofChange = counts.get(change) ?? {};
    ofChange[record] = { added, removed, updated: records - added - removed };
    counts.set(change, ofChange);
  }
  return counts;
}

/** What the first record of a change is called, as it was when the change was done. */
function firstLabel(reader: Reader, change: ChangeNumber): HistoryRow['label'] {
  const row = reader
    .query<{ image: string }>(
      'SELECT coalesce(after, before) AS image FROM change_record WHERE change = ? AND position = 0',
    )
    .first(change);
  return row ? labelOf(recordFromImage(row.image)) : null;
}
