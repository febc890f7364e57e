import { isDeepStrictEqual } from 'node:util';
import type { Diff } from '../../core/diff';
import { recordNames, type AnyRecord, type RecordName } from '../../core/model/records';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Reader, Writer } from './connection';
import { documents } from './documents';
import { repositories } from './repositories';
import type { Repository } from './table';

/**
 * Applies a diff within the caller's transaction. Answers `undo-blocked` where the file is not as the diff takes it
 * to be; references that would point nowhere are refused when the transaction commits.
 * `texts` holds those of added documents by sha256, unless the file holds them already.
 */
export function applyDiff(writer: Writer, diff: Diff, texts: ReadonlyMap<string, string>): Result<null> {
  const stale = findStale(writer, diff);
  if (stale) return fail(stale);
  for (const record of inOrder(diff.removed).reverse()) repositoryOf(record).remove(writer, record);
  for (const [before, after] of diff.updated) repositoryOf(after).update(writer, before, after);
  for (const record of inOrder(diff.added)) {
    if (record.record === 'document') documents.insert(writer, record, texts.get(record.sha256));
    else repositoryOf(record).insert(writer, record);
  }
  return ok(null);
}

/** The repository that a record belongs to: the table of repositories pairs them by name. */
const repositoryOf = <Stored extends AnyRecord>(record: Stored): Repository<Stored> =>
  repositories[record.record] as unknown as Repository<Stored>;

const rank = Object.fromEntries(recordNames.map((name, index) => [name, index])) as Record<
  RecordName,
  number
>;

const inOrder = (records: readonly AnyRecord[]): AnyRecord[] =>
  [...records].sort((a, b) => rank[a.record] - rank[b.record]);

/** The first record that is not in the file as the diff expects it. */
function findStale(reader: Reader, diff: Diff): Problem | undefined {
  const removed = new Set(diff.removed.map(({ record, id }) => `${record} ${id}`));
  const isAsExpected = (expected: AnyRecord): boolean =>
    isDeepStrictEqual(repositoryOf(expected).find(reader, expected.id), expected);
  const isFree = (added: AnyRecord): boolean =>
    removed.has(`${added.record} ${added.id}`) || !repositoryOf(added).find(reader, added.id);

  const stale =
    diff.removed.find((record) => !isAsExpected(record)) ??
    diff.updated.find(([before]) => !isAsExpected(before))?.[0] ??
    diff.added.find((record) => !isFree(record));
  return stale && problem('undo-blocked', { record: stale.record, id: stale.id });
}
