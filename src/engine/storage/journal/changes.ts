import type { ChangeName } from '../../../core/commands/command';
import { updateOf, type Diff, type Update } from '../../../core/diff';
import type { ChangeNumber, CoderId, Timestamp } from '../../../core/ids';
import type { AnyRecord } from '../../../core/model/records';
import { diffInRows, type ChangeRow, type DiffInRows } from './change-rows';
import type { Reader, Writer } from '../file/connection';
import { recordFromColumn, recordToColumn } from './images';
import { stretchesLeft } from './left-behind';

/** What undo thinks of a change: in force, taken back, taken back for good, or beyond undo. */
export type ChangeState = 'done' | 'undone' | 'dropped' | 'lasting';

interface ChangeFacts {
  readonly name: ChangeName;
  readonly coder: CoderId;
  readonly at: Timestamp;
}

/** A journal entry's own row: what was done for the first time has a state, undo and redo say what they are of. */
export type NewEntry = ChangeFacts &
  (
    | { readonly cause: 'do'; readonly state: ChangeState; readonly backTo?: ChangeNumber | undefined }
    | { readonly cause: 'undo' | 'redo'; readonly of: ChangeNumber }
  );

/** A change that undo or redo can turn to. */
export interface ChangeHead {
  readonly number: ChangeNumber;
  readonly name: ChangeName;
}

/** Appends a change to the journal, without the records that it touched. Answers with its number. */
export function appendChange(writer: Writer, entry: NewEntry): ChangeNumber {
  const { number } = writer
    .query<{ number: ChangeNumber }>('SELECT coalesce(max(number), 0) + 1 AS number FROM change')
    .first() ?? { number: 1 as ChangeNumber };
  writer
    .statement('INSERT INTO change VALUES (@number, @name, @cause, @of, @coder, @at, @state, @backTo)')
    .run({
      number,
      name: entry.name,
      cause: entry.cause,
      of: entry.cause === 'do' ? null : entry.of,
      coder: entry.coder,
      at: entry.at,
      state: entry.cause === 'do' ? entry.state : null,
      backTo: entry.cause === 'do' ? (entry.backTo ?? null) : null,
    });
  return number;
}

/** Appends what a change did to one record. */
export function appendRow(
  writer: Writer,
  change: ChangeNumber,
  { position, before, after }: ChangeRow,
): void {
  const record = after ?? before;
  if (!record) return;
  writer
    .statement('INSERT INTO change_record VALUES (?, ?, ?, ?, ?, ?)')
    .run(change, position, record.record, record.id, recordToColumn(before), recordToColumn(after));
}

/** The diff of a change, its records in the order in which they were recorded. */
export function readDiff(reader: Reader, change: ChangeNumber): Diff {
  const rows = reader
    .query<{ before: string | null; after: string | null }>(
      'SELECT before, after FROM change_record WHERE change = ? ORDER BY position',
    )
    .all(change);
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  const removed: AnyRecord[] = [];
  for (const row of rows) {
    const before = recordFromColumn(row.before);
    const after = recordFromColumn(row.after);
    if (before && after) updated.push(updateOf(before, after));
    else if (after) added.push(after);
    else if (before) removed.push(before);
  }
  return { added, updated, removed };
}

/** The coder's change that undo would take back next: the last one that nobody's going back has taken back already. */
export function nextToUndo(reader: Reader, coder: CoderId): ChangeHead | undefined {
  return reader
    .query<ChangeHead>(
      `SELECT number, name FROM change
       WHERE coder = ? AND state = 'done' AND NOT EXISTS (
         SELECT 1 FROM json_each(?) WHERE number > value ->> 'after' AND number < value ->> 'before')
       ORDER BY number DESC LIMIT 1`,
    )
    .first(coder, JSON.stringify(stretchesLeft(reader)));
}

/** The coder's change that redo would do again next: of those taken back, the one that was done first. */
export function nextToRedo(reader: Reader, coder: CoderId): ChangeHead | undefined {
  return reader
    .query<ChangeHead>(
      "SELECT number, name FROM change WHERE coder = ? AND state = 'undone' ORDER BY number LIMIT 1",
    )
    .first(coder);
}

/** Notes how a change stands from now on. */
export function setChangeState(writer: Writer, change: ChangeNumber, state: ChangeState): void {
  writer.statement('UPDATE change SET state = ? WHERE number = ?').run(state, change);
}

/** What was taken back cannot be redone any more: the coder went another way. */
export function dropUndone(writer: Writer, coder: CoderId): void {
  writer.statement("UPDATE change SET state = 'dropped' WHERE coder = ? AND state = 'undone'").run(coder);
}

/** Whether a project was made and opened, and nothing more was done in it that was not taken back. */
export function hasOnlyBegun(reader: Reader): boolean {
  const begin: readonly ChangeName[] = ['project.create', 'coder.add'];
  const other = reader
    .query<object>(
      `SELECT 1 FROM change
       WHERE state IN ('done', 'lasting') AND name NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .first(JSON.stringify(begin));
  return other === undefined;
}

/** A change as the journal keeps it. */
export interface PastChange extends ChangeFacts {
  readonly number: ChangeNumber;
  readonly cause: 'do' | 'undo' | 'redo';
  /** The change that was taken back or done again. */
  readonly of: ChangeNumber | null;
  /** The change that it led back to. */
  readonly backTo: ChangeNumber | null;
  readonly diff: DiffInRows;
}

/** How many changes the journal has. */
export const countChanges = (reader: Reader): number =>
  reader.query<{ changes: number }>('SELECT count(*) AS changes FROM change').first()?.changes ?? 0;

/** The whole journal, from the first change on. */
export function* pastChanges(reader: Reader): Generator<PastChange> {
  const rows = reader
    .query<Omit<PastChange, 'diff'>>(
      'SELECT number, name, cause, "of", coder, at, back_to AS backTo FROM change ORDER BY number',
    )
    .all();
  for (const row of rows) yield { ...row, diff: diffInRows(reader, row.number) };
}
