import { updateOf, type Diff, type Update } from '../../../core/diff';
import type { ChangeNumber } from '../../../core/ids';
import { recordNames, recordRanks, type AnyRecord, type RecordName } from '../../../core/model/records';
import type { Reader } from '../file/connection';
import { recordFromColumn } from './images';
import type { Shelf } from '../shelf/shelf';

/** What a change does to one record: adds it (only after), updates it (both) or removes it (only before). */
export interface ChangeRow {
  /** Its place within the change, from 0: what is added stands before what is updated and what is removed. */
  readonly position: number;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

type Kind = 'added' | 'updated' | 'removed';

/** What a change does, read row by row, so that it may be longer than can be held at once. */
export interface ChangeRows {
  readonly count: number;
  /** Those that update a record. */
  updates(): Iterable<UpdateRow>;
  /** In the order in which it is to be done: records go before others come, and after those that refer to them. */
  inOrder(): Iterable<ChangeRow>;
}

/** A row with both sides, which are of one name and id. */
export type UpdateRow = ChangeRow & { readonly before: AnyRecord; readonly after: AnyRecord };

const isUpdate = (row: ChangeRow): row is UpdateRow => row.before !== null && row.after !== null;

/** Rows that are held in memory, as a diff. */
export function diffOfRows(rows: readonly ChangeRow[]): Diff {
  const inPlace = rows.toSorted((a, b) => a.position - b.position);
  return {
    added: inPlace.flatMap(({ before, after }) => (after && !before ? [after] : [])),
    updated: inPlace.filter(isUpdate).map(({ before, after }) => updateOf(before, after)),
    removed: inPlace.flatMap(({ before, after }) => (before && !after ? [before] : [])),
  };
}

function* onlyUpdates(rows: Iterable<ChangeRow>): Generator<UpdateRow> {
  for (const row of rows) if (isUpdate(row)) yield row;
}

/** The rows of a diff. */
export function rowsOfDiff({ added, updated, removed }: Diff): ChangeRows {
  const behindAdded = added.length;
  const behindUpdated = behindAdded + updated.length;
  const updates = (): readonly UpdateRow[] =>
    updated.map(([before, after], index) => ({ position: behindAdded + index, before, after }));
  return {
    count: behindUpdated + removed.length,
    updates,
    *inOrder() {
      const go = removed.map((before, index) => ({ position: behindUpdated + index, before, after: null }));
      yield* go.sort((a, b) => recordRanks[b.before.record] - recordRanks[a.before.record]);
      yield* updates();
      const come = added.map((after, position) => ({ position, before: null, after }));
      yield* come.sort((a, b) => recordRanks[a.after.record] - recordRanks[b.after.record]);
    },
  };
}

/** What waits on a shelf, as the rows of one change. The shelf has to stay as it is meanwhile. */
export function rowsOfShelf(shelf: Shelf): ChangeRows {
  const tally = shelf.tally();
  const sum = (of: Kind): number => tally.reduce((all, ofName) => all + ofName[of], 0);
  const start = { added: 0, updated: sum('added'), removed: sum('added') + sum('updated') };

  function* rowsOf(kind: Kind, names: readonly RecordName[]): Generator<ChangeRow> {
    let position = start[kind];
    for (const name of names) {
      if (tally.every((ofName) => ofName.record !== name || ofName[kind] === 0)) continue;
      for (const { before, after } of shelf.each(name)) {
        if (kindOf(before, after) !== kind) continue;
        yield { position, before, after };
        position += 1;
      }
    }
  }

  return {
    count: start.removed + sum('removed'),
    updates: () => onlyUpdates(rowsOf('updated', recordNames)),
    *inOrder() {
      yield* rowsOf('removed', recordNames.toReversed());
      yield* rowsOf('updated', recordNames);
      yield* rowsOf('added', recordNames);
    },
  };
}

function kindOf(before: AnyRecord | null, after: AnyRecord | null): Kind {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'updated';
}

/** How many rows of the journal are fetched at once. */
const pageSize = 500;

/** A row of the journal as it is kept. */
interface JournalRow {
  readonly position: number;
  readonly before: string | null;
  readonly after: string | null;
}

const conditions: Readonly<Record<Kind, string>> = {
  added: 'before IS NULL',
  updated: 'before IS NOT NULL AND after IS NOT NULL',
  removed: 'after IS NULL',
};

/** Reads a part of a change page by page, so that the connection can write in between. */
function* journalRows(
  reader: Reader,
  change: ChangeNumber,
  kind: Kind,
  direction: 'ASC' | 'DESC',
): Generator<ChangeRow> {
  const page = reader.query<JournalRow>(
    `SELECT position, before, after FROM change_record
     WHERE change = @change AND position ${direction === 'ASC' ? '>' : '<'} @last AND ${conditions[kind]}
     ORDER BY position ${direction} LIMIT ${pageSize}`,
  );
  let last = direction === 'ASC' ? -1 : Number.MAX_SAFE_INTEGER;
  for (let rows = page.all({ change, last }); rows.length > 0; rows = page.all({ change, last })) {
    for (const { position, before, after } of rows)
      yield { position, before: recordFromColumn(before), after: recordFromColumn(after) };
    last = rows.at(-1)?.position ?? last;
  }
}

/** A diff that is read row by row. */
export type DiffInRows = { readonly [Part in keyof Diff]: Iterable<Diff[Part][number]> };

/** The diff of a change of the journal, its records in the order in which they were recorded. */
export function diffInRows(reader: Reader, change: ChangeNumber): DiffInRows {
  const rowsOf = (kind: Kind): Generator<ChangeRow> => journalRows(reader, change, kind, 'ASC');
  function* those(kind: 'added' | 'removed'): Generator<AnyRecord> {
    for (const { before, after } of rowsOf(kind)) {
      const record = after ?? before;
      if (record) yield record;
    }
  }
  function* updates(): Generator<Update> {
    for (const { before, after } of onlyUpdates(rowsOf('updated'))) yield updateOf(before, after);
  }
  return { added: those('added'), updated: updates(), removed: those('removed') };
}

/** How many records a change adds, updates and removes. */
function countRows(reader: Reader, change: ChangeNumber): Readonly<Record<Kind, number>> {
  const counted = reader
    .query<Record<Kind, number>>(
      `SELECT ${Object.entries(conditions)
        .map(([kind, condition]) => `count(*) FILTER (WHERE ${condition}) AS ${kind}`)
        .join(', ')} FROM change_record WHERE change = ?`,
    )
    .first(change);
  return counted ?? { added: 0, updated: 0, removed: 0 };
}

/** The rows of a change of the journal, to be done once more. */
export function rowsOfChange(reader: Reader, change: ChangeNumber): ChangeRows {
  const { added, updated, removed } = countRows(reader, change);
  return {
    count: added + updated + removed,
    updates: () => onlyUpdates(journalRows(reader, change, 'updated', 'ASC')),
    *inOrder() {
      yield* journalRows(reader, change, 'removed', 'ASC');
      yield* journalRows(reader, change, 'updated', 'ASC');
      yield* journalRows(reader, change, 'added', 'ASC');
    },
  };
}

/** The rows that take a change of the journal back. */
export function rowsBackFrom(reader: Reader, change: ChangeNumber): ChangeRows {
  const { added, updated, removed } = countRows(reader, change);
  // What was removed comes back, and stands first now.
  const moved: Readonly<Record<Kind, number>> = {
    removed: -(added + updated),
    updated: removed - added,
    added: removed + updated,
  };
  function* back(kind: Kind, direction: 'ASC' | 'DESC'): Generator<ChangeRow> {
    for (const { position, before, after } of journalRows(reader, change, kind, direction))
      yield { position: position + moved[kind], before: after, after: before };
  }
  return {
    count: added + updated + removed,
    updates: () => onlyUpdates(back('updated', 'ASC')),
    *inOrder() {
      // The last that came goes first: it refers to those before it.
      yield* back('added', 'DESC');
      yield* back('updated', 'ASC');
      yield* back('removed', 'ASC');
    },
  };
}
