import { chmodSync, rmSync, statSync } from 'node:fs';
import type { Backup } from '../../contract/engine-answers';
import type { Timestamp } from '../../core/ids';
import { problem, type ProblemCode } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { readerOf, type Access } from '../project-file/access';
import type { ProjectFile } from '../project-file/project-file';
import { copyDatabase } from '../storage/file/copy';
import { migrate } from '../storage/migrations/migrate';
import { openWriter } from '../storage/file/open';
import { summaryOf } from '../storage/file/summary';
import { backupPath, findBackups, summaryOfBackup } from './folder';
import { makeBackup, verify } from './make-backup';

/** What is wrong with a backup when its copy cannot be opened or does not pass the check. */
const damages: ReadonlySet<ProblemCode> = new Set(['file-corrupted', 'file-not-sqlite', 'file-not-project']);

/** Copies a backup and makes the copy ready to take the project's place: sound, and of our version. */
async function prepare(backup: string, target: string): Promise<Result<null>> {
  const copied = await copyDatabase(backup, target);
  if (!copied.ok) return copied;
  const copy = openWriter(target, 'delete');
  if (!copy.ok) return copy;
  try {
    const verified = await verify(copy.value);
    return verified.ok ? migrate(copy.value) : verified;
  } finally {
    copy.value.close();
  }
}

const isAsIn = (file: ProjectFile, backup: Backup): boolean =>
  summaryOf(readerOf(file.access)).lastChange === summaryOfBackup(file.path, backup)?.lastChange;

/**
 * Puts what a backup holds in the place of a project's contents. Those are backed up first, so that this too can be
 * taken back. Nothing changes in the project unless everything is ready, and then all at once.
 */
export async function restoreBackup(
  file: ProjectFile,
  name: string,
  now: () => Timestamp,
  quiet: () => Promise<void>,
): Promise<Result<Access>> {
  const backup = findBackups(file.path).find((known) => known.name === name);
  if (!backup) return fail(problem('backup-missing', { name }));
  if (file.access.mode === 'read-only')
    return fail(problem('project-read-only', { path: file.path, reason: file.access.reason }));
  const prepared = `${file.path}-restoring`;
  try {
    // Made before the backup of what is there now, which could be what rotates this one away.
    const ready = await prepare(backupPath(file.path, backup), prepared);
    if (!ready.ok)
      return fail(damages.has(ready.problem.code) ? problem('backup-damaged', { name }) : ready.problem);
    chmodSync(prepared, statSync(file.path).mode);
    for (;;) {
      const saved = await makeBackup(file.path, 'before-restore', now());
      if (!saved.ok) return saved;
      await quiet();
      // Work went on while it was saved: that, too, must not be lost.
      if (!isAsIn(file, saved.value)) continue;
      return file.replaceWith(prepared);
    }
  } finally {
    rmSync(prepared, { force: true });
  }
}
