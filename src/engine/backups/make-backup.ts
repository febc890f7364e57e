import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Backup } from '../../contract/engine-answers';
import type { Timestamp } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { fileProblem } from '../project-file/file-problem';
import { backupsFolder } from '../project-file/paths';
import type { Reader } from '../storage/file/connection';
import { copyDatabase } from '../storage/file/copy';
import { problemOf } from '../storage/file/errors';
import { openWriter } from '../storage/file/open';
import { clearSession } from '../storage/file/session';
import { quickCheckByTable } from '../storage/file/soundness';
import { backupName, type BackupName, type BackupReason } from './backup-name';
import { backupPath, describeBackup, findBackups } from './folder';
import { expiredBackups } from './rotation';

/**
 * Copies a project into its folder of backups while work on it goes on. The copy counts, and gets its name, only
 * once SQLite finds it sound; then backups that have served their time are removed.
 */
export async function makeBackup(
  project: string,
  reason: BackupReason,
  now: Timestamp,
): Promise<Result<Backup>> {
  const backup: BackupName = { name: backupName(now, reason), madeAt: now, reason };
  const path = backupPath(project, backup);
  try {
    mkdirSync(backupsFolder(project), { recursive: true });
    const copied = await copySound(project, path);
    if (!copied.ok) return copied;
    removeExpired(project, now);
    const made = describeBackup(project, backup);
    return made ? ok(made) : fail(problem('backup-damaged', { name: backup.name }));
  } catch (error) {
    return fail(fileProblem(error, path) ?? problemOf(error, path));
  }
}

/** Copies a project to a path that stays free until the copy is complete and sound. */
async function copySound(project: string, path: string): Promise<Result<null>> {
  const unfinished = `${path}.partial`;
  try {
    const copied = await copyDatabase(project, unfinished);
    const sealed = copied.ok ? await seal(unfinished) : copied;
    if (sealed.ok) renameSync(unfinished, path);
    return sealed;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Makes a fresh copy a file that stands alone and that nobody has open, and looks whether it is sound. */
async function seal(path: string): Promise<Result<null>> {
  const copy = openWriter(path, 'delete');
  if (!copy.ok) return copy;
  try {
    clearSession(copy.value);
    return await verify(copy.value);
  } finally {
    copy.value.close();
  }
}

/** Lets SQLite check a copy, table by table, so that other calls are answered meanwhile. */
export async function verify(copy: Reader): Promise<Result<null>> {
  for (const complaint of quickCheckByTable(copy)) {
    if (complaint !== null) return fail(problem('file-corrupted', { path: copy.path, detail: complaint }));
    await nextTurn();
  }
  return ok(null);
}

function removeExpired(project: string, now: Timestamp): void {
  for (const backup of expiredBackups(findBackups(project), now))
    rmSync(backupPath(project, backup), { force: true });
}
