import type { CountsByRecord, TouchCounts, WayBack } from '../../contract/history';
import { inverseOf, isEmptyDiff, type Diff } from '../../core/diff';
import { composed, diffOf, type Touch } from '../../core/history/compose';
import type { ChangeNumber, CoderId } from '../../core/ids';
import type { AnyRecord } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Reader } from '../storage/file/connection';
import { recordFromColumn } from '../storage/journal/images';

/**
 * Everything that was done after a change, as one diff; within a change, what goes stands before what comes, as it
 * was applied. That a coder came is nothing that could be taken back.
 */
function doneSince(reader: Reader, change: ChangeNumber): Diff {
  const steps = reader
    .query<Touch<string>>(
      `SELECT record || ' ' || id AS key, before, after
       FROM change_record JOIN change ON change.number = change_record.change
       WHERE change > ? AND change.name <> 'coder.add'
       ORDER BY change, after IS NOT NULL, position`,
    )
    .each(change);
  return diffOf(
    composed(steps).map(({ key, before, after }) => ({
      key,
      before: recordFromColumn(before),
      after: recordFromColumn(after),
    })),
  );
}

/** A coder who did something stays, since the history tells of it. */
function withoutAuthors(reader: Reader, { added, updated, removed }: Diff): Diff {
  const isAuthor = (coder: string): boolean =>
    reader.query<object>('SELECT 1 FROM change WHERE coder = ? LIMIT 1').first(coder) !== undefined;
  return {
    added,
    updated,
    removed: removed.filter((record) => record.record !== 'coder' || !isAuthor(record.id)),
  };
}

/**
 * The diff that leads back to how the project was right after a change, whoever did what since. Refused with
 * `history-nothing-since` where that is how it is.
 */
export function wayBackTo(reader: Reader, change: ChangeNumber): Result<Diff> {
  return reader.snapshot(() => {
    const diff = withoutAuthors(reader, inverseOf(doneSince(reader, change)));
    return isEmptyDiff(diff) ? fail(problem('history-nothing-since')) : ok(diff);
  });
}

/** What going back would do, in numbers. */
export function previewOf(reader: Reader, change: ChangeNumber): Result<WayBack> {
  const diff = wayBackTo(reader, change);
  if (!diff.ok) return diff;
  const byCoder = reader
    .query<{ coder: CoderId; changes: number }>(
      `SELECT coder, count(*) AS changes FROM change WHERE number > ? AND name <> 'coder.add'
       GROUP BY coder ORDER BY changes DESC`,
    )
    .all(change);
  return ok({
    changes: byCoder.reduce((sum, { changes }) => sum + changes, 0),
    byCoder,
    counts: countsIn(diff.value),
  });
}

/** How many records of each name a diff touches. */
function countsIn({ added, updated, removed }: Diff): CountsByRecord {
  const counts: Partial<Record<AnyRecord['record'], TouchCounts>> = {};
  const count = ({ record }: AnyRecord, how: keyof TouchCounts): void => {
    const before = counts[record] ?? { added: 0, updated: 0, removed: 0 };
    counts[record] = { ...before, [how]: before[how] + 1 };
  };
  for (const record of added) count(record, 'added');
  for (const [, record] of updated) count(record, 'updated');
  for (const record of removed) count(record, 'removed');
  return counts;
}
