import type { AnyRecord, RecordName, Records } from './model/records';

/** A record before and after a change. Both have the same name and id. */
export type Update<Record extends AnyRecord = AnyRecord> = Record extends AnyRecord
  ? readonly [before: Record, after: Record]
  : never;

/** Pairs two states of one record; that both have the same name and id is for the caller to know. */
export const updateOf = (before: AnyRecord, after: AnyRecord): Update => [before, after] as unknown as Update;

/** What a change does, complete enough to be applied, shown, audited and taken back. */
export interface Diff {
  readonly added: readonly AnyRecord[];
  readonly updated: readonly Update[];
  readonly removed: readonly AnyRecord[];
}

/** The diff that changes nothing. */
export const emptyDiff: Diff = { added: [], updated: [], removed: [] };

/** True where a diff would change nothing. */
export const isEmptyDiff = (diff: Diff): boolean =>
  diff.added.length + diff.updated.length + diff.removed.length === 0;

/** The diff that takes another one back: `apply(apply(state, diff), inverseOf(diff))` is `state`. */
export function inverseOf(diff: Diff): Diff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([before, after]) => updateOf(after, before)),
    removed: diff.added,
  };
}

/** Diffs of different records as one. */
export const joined = (...diffs: readonly Diff[]): Diff => ({
  added: diffs.flatMap(({ added }) => added),
  updated: diffs.flatMap(({ updated }) => updated),
  removed: diffs.flatMap(({ removed }) => removed),
});

/** The records of one name that a diff leaves behind: those added, and the later side of those updated. */
export function recordsAfter<Name extends RecordName>(diff: Diff, name: Name): Records[Name][] {
  const all = [...diff.added, ...diff.updated.map(([, after]) => after)];
  return all.filter((record): record is Records[Name] => record.record === name);
}
