import type { ProjectNotice } from '../../contract/engine-answers';
import type { HowToOpen } from '../../contract/host-calls';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { Reader, Writer } from '../storage/file/connection';
import { guarded } from '../storage/file/errors';
import type { FileLock } from '../storage/file/lock-database';
import { openWriter } from '../storage/file/open';
import { readSession, writeSession, type Session } from '../storage/file/session';
import { judgePlace } from './journal-mode';
import { WritableFile, type ProjectFile } from './project-file';
import { isOfThisHost, lockedProblem, newSession } from './session';
import { findDamage } from './soundness';
import { upgrade } from './upgrade';

/** How a file is to be opened, for whom, and what there is to be told about it already. */
export interface OpeningWish {
  readonly how: HowToOpen;
  /** The coder's name. */
  readonly coder: string;
  readonly notices: readonly ProjectNotice[];
}

/** Why a file must be left alone: this machine's lock says nothing about others, whose sessions stand in the file. */
function heldElsewhere(reader: Reader, how: HowToOpen): Problem | undefined {
  const session = readSession(reader);
  return session && how !== 'take-over' && !isOfThisHost(session)
    ? lockedProblem('project-locked-elsewhere', reader.path, session)
    : undefined;
}

/** Everything between having the file open and handing it out. */
async function prepare(writer: Writer, session: Session): Promise<Result<readonly ProjectNotice[]>> {
  const upgraded = await upgrade(writer);
  if (!upgraded.ok) return upgraded;
  return guarded(writer.path, () => {
    const left = readSession(writer);
    writeSession(writer, session);
    const told: ProjectNotice[] = upgraded.value ? ['migrated'] : [];
    return ok(left && isOfThisHost(left) ? ['recovered-after-crash', ...told] : told);
  });
}

/**
 * Opens a project's file, named by its true path, to work on it. This process has the lock already, and keeps it if
 * that succeeds.
 */
export async function openToWrite(
  path: string,
  lock: FileLock,
  { how, coder, notices }: OpeningWish,
): Promise<Result<ProjectFile>> {
  const { journalMode, notice } = judgePlace(path);
  const writer = openWriter(path, journalMode, (reader) => heldElsewhere(reader, how) ?? findDamage(reader));
  if (!writer.ok) return writer;
  const session = newSession(coder);
  const prepared = await prepare(writer.value, session);
  if (!prepared.ok) {
    writer.value.close();
    return prepared;
  }
  const told = [...notices, ...(notice ? [notice] : []), ...prepared.value];
  return ok(new WritableFile(writer.value, lock, session, { journalMode, notices: told }));
}
