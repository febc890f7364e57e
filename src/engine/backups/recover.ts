import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Timestamp } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { companionPaths, projectName, projectEnding } from '../project-file/paths';
import { copyDatabase } from '../storage/file/copy';
import { openReader } from '../storage/file/open';
import { backupPath, findBackups } from './folder';
import { verify } from './make-backup';

/** Copies the newest backup that is sound; answers a problem where there is none. */
async function copyNewestSound(project: string, target: string): Promise<Result<null>> {
  for (const backup of findBackups(project)) {
    const copied = await copyDatabase(backupPath(project, backup), target);
    const copy = copied.ok ? openReader(target) : copied;
    if (!copy.ok) continue;
    const verified = await verify(copy.value);
    copy.value.close();
    if (verified.ok) return verified;
  }
  rmSync(target, { force: true });
  return fail(problem('backup-missing', { path: project }));
}

/**
 * Puts the newest sound backup in the place of a damaged or lost project that nobody has open. What is left of the
 * project is kept beside it: `thesis (damaged 2026-11-22 09-30-00).postil`.
 */
export async function recoverFromBackup(project: string, now: Timestamp): Promise<Result<null>> {
  const prepared = `${project}-restoring`;
  const copied = await copyNewestSound(project, prepared);
  if (!copied.ok) return copied;
  const moment = now.slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const aside = join(dirname(project), `${projectName(project)} (damaged ${moment})${projectEnding}`);
  for (const [index, part] of [project, ...companionPaths(project)].entries())
    if (existsSync(part)) renameSync(part, [aside, ...companionPaths(aside)][index] ?? aside);
  renameSync(prepared, project);
  return ok(null);
}
