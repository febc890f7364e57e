import type { AnyRecord, RecordName, Records } from './model/records';

/** A record before and after a change. Both have the same name and id. */
export type Update<Record extends AnyRecord = AnyRecord> = Record extends AnyRecord
  ? readonly [before: Record, after: Record]
  : never;

/** What a change does, complete enough to be applied, shown, audited and taken back. */
export interface Diff {
  readonly added: readonly AnyRecord[];
  readonly updated: readonly Update[];
  readonly removed: readonly AnyRecord[];
}

export const emptyDiff: Diff = { added: [], updated: [], removed: [] };

/** True where a diff would change nothing. */
export const isEmptyDiff = (diff: Diff): boolean =>
  diff.added.length + diff.updated.length + diff.removed.length === 0;

/** The diff that takes another one back: `apply(apply(state, diff), inverseOf(diff))` is `state`. */
export function inverseOf(diff: Diff): Diff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([before, after]) => [after, before] as unknown as Update),
    removed: diff.added,
  };
}

/** The records of one name that a diff leaves behind: those added, and the later side of those updated. */
export function recordsAfter<Name extends RecordName>(diff: Diff, name: Name): Records[Name][] {
  const all = [...diff.added, ...diff.updated.map(([, after]) => after)];
  return all.filter((record): record is Records[Name] => record.record === name);
}
