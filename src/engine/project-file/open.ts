import { basename, dirname, join } from 'node:path';
import type { HowToOpen } from '../../contract/host-calls';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { findBackups } from '../backups/folder';
import { recoverFromBackup } from '../backups/recover';
import { systemClock } from '../clock';
import { guarded, problemOf } from '../storage/file/errors';
import { openReader } from '../storage/file/open';
import { readSession, type Session } from '../storage/file/session';
import { fileProblem } from './file-problem';
import { refuseAtSight } from './identify';
import { askForWriteAccess, isHeldHere } from './lock';
import { openToRead } from './open-to-read';
import { openToWrite, type OpeningWish } from './open-to-write';
import { truePath } from './paths';
import type { ProjectFile } from './project-file';
import { isAlive, isOfThisHost, lockedProblem } from './session';

/** The session that a file knows of, if the file can be read at all. */
function sessionOf(path: string): Session | undefined {
  const reader = openReader(path);
  if (!reader.ok) return undefined;
  const session = guarded(path, () => ok(readSession(reader.value)));
  reader.value.close();
  return session.ok ? session.value : undefined;
}

function isOpenElsewhere(path: string): boolean {
  const session = sessionOf(path);
  return session !== undefined && (!isOfThisHost(session) || isAlive(session));
}

function locked(path: string): Result<never> {
  const session = sessionOf(path);
  return fail(
    session ? lockedProblem('project-locked-by', path, session) : problem('project-locked', { path }),
  );
}

/** Opens the file at its true path. Problems of damaged files are not complete yet. */
async function openAt(path: string, wish: OpeningWish): Promise<Result<ProjectFile>> {
  if (isHeldHere(path)) return wish.how === 'read-only' ? openToRead(path, 'locked') : locked(path);
  const refusal = refuseAtSight(path);
  if (refusal) return fail(refusal);
  if (wish.how === 'read-only') return openToRead(path, isOpenElsewhere(path) ? 'locked' : 'asked-for');
  const access = askForWriteAccess(path);
  if (access.kind === 'held') return locked(path);
  if (access.kind === 'refused') return openToRead(path, access.reason);
  const opened = await openToWrite(path, access.lock, wish);
  if (opened.ok) return opened;
  access.lock.release();
  // Of a newer version, it can perhaps still be read.
  return opened.problem.code === 'file-newer-version' ? openToRead(path, 'newer-version') : opened;
}

const damages: ReadonlySet<Problem['code']> = new Set(['file-corrupted', 'file-empty', 'file-not-sqlite']);

/** Names the newest backup in the problem of a file that is damaged, so that its owner can be offered that. */
function withNewestBackup(path: string, found: Problem): Problem {
  const [newest] = damages.has(found.code) ? findBackups(path) : [];
  if (!newest) return found;
  const params = { ...found.params, backup: newest.name };
  // What has backups was a project, whatever it looks like now.
  return found.code === 'file-not-sqlite'
    ? problem('file-corrupted', { ...params, path })
    : { ...found, params };
}

async function openBackupInstead(path: string, coder: string): Promise<Result<ProjectFile>> {
  const access = askForWriteAccess(path);
  if (access.kind === 'held') return locked(path);
  if (access.kind === 'refused') return fail(problem('project-read-only', { path, reason: access.reason }));
  const recovered = await recoverFromBackup(path, systemClock());
  access.lock.release();
  if (!recovered.ok) return recovered;
  return openAt(path, { how: 'normally', coder, notices: ['restored-from-backup'] });
}

/**
 * Opens a project's file, to work on it where that is wanted and possible, else to look at it. The problem of a file
 * that is damaged carries the name of the newest `backup`, where there is one: `from-backup` puts that in its place.
 */
export async function openProjectFile(
  given: string,
  how: HowToOpen,
  coder: string,
): Promise<Result<ProjectFile>> {
  try {
    if (how === 'from-backup')
      return await openBackupInstead(join(truePath(dirname(given)), basename(given)), coder);
    const path = truePath(given);
    const opened = await openAt(path, { how, coder, notices: [] });
    return opened.ok ? opened : fail(withNewestBackup(path, opened.problem));
  } catch (error) {
    return fail(fileProblem(error, given) ?? problemOf(error, given));
  }
}
