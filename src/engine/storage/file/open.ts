import { accessSync, closeSync, constants, openSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { problem, type Problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import { codeOf } from '../../../core/thrown';
import { connect, type JournalMode, type Reader, type Writer } from './connection';
import { problemOf } from './errors';
import { applicationId, latestVersion, versionOf } from '../migrations/migrate';

/** Opens a project's file to look at it, of whatever version. */
export function openReader(path: string): Result<Reader> {
  const hidden = missingFile(path);
  if (hidden) return fail(hidden);
  return connect<Reader>(path, { readonly: true }, (connection) => {
    const foreign = foreignFile(connection);
    return foreign ? fail(foreign) : ok(connection);
  });
}

/**
 * Opens a project's file to work on it. Files that are not ours, too new, or that `refuse` has a reason to leave alone
 * are closed again before anything is changed in them; older ones have to be migrated next.
 */
export function openWriter(
  path: string,
  journalMode: JournalMode,
  refuse: (reader: Reader) => Problem | undefined = () => undefined,
): Result<Writer> {
  const hidden = missingFile(path);
  if (hidden) return fail(hidden);
  return connect<Writer>(path, { readonly: false }, (connection) => {
    const refusal = foreignFile(connection) ?? newerFile(connection) ?? refuse(connection);
    return refusal ? fail(refusal) : ok(prepareForWriting(connection, journalMode));
  });
}

/** How much of the file a connection keeps in memory that writes much at once, in KiB. */
const longWriteCache = 24_576;

/** Opens a second connection to a file under WAL, for a long transaction beside which the first one goes on reading. */
export function openBeside(writer: Writer): Result<Writer> {
  return connect<Writer>(writer.path, { readonly: false }, (connection) => {
    connection.pragma(`cache_size = -${longWriteCache}`);
    return ok(prepareForWriting(connection, 'wal'));
  });
}

/** Makes an empty database, which migrations then make a project. Never overwrites a file. */
export function createDatabase(path: string, journalMode: JournalMode): Result<Writer> {
  const file = resolve(path);
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    return fail(creationProblem(error, file));
  }
  const made = connect<Writer>(file, { readonly: false }, (connection) =>
    ok(prepareForWriting(connection, journalMode)),
  );
  if (!made.ok) rmSync(file, { force: true });
  return made;
}

function prepareForWriting(connection: Writer, journalMode: JournalMode): Writer {
  connection.setJournalMode(journalMode);
  // What is painted is committed, and has to survive a loss of power.
  connection.pragma('synchronous = FULL');
  // Of effect on macOS only, where an ordinary fsync stops at the drive's cache.
  connection.pragma('fullfsync = ON');
  connection.pragma('checkpoint_fullfsync = ON');
  return connection;
}

function foreignFile(reader: Reader): Problem | undefined {
  return reader.pragma('application_id') === applicationId
    ? undefined
    : problem('file-not-project', { path: reader.path });
}

function newerFile(reader: Reader): Problem | undefined {
  const version = versionOf(reader);
  return version > latestVersion
    ? problem('file-newer-version', { path: reader.path, version, latest: latestVersion })
    : undefined;
}

function missingFile(path: string): Problem | undefined {
  try {
    accessSync(path, constants.R_OK);
    return undefined;
  } catch (error) {
    return problem(codeOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable', { path });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function creationProblem(error: unknown, path: string): Problem {
  switch (codeOf(error)) {
    case 'EEXIST':
      return problem(isFolder(path) ? 'target-is-folder' : 'file-exists', { path });
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('folder-missing', { path: dirname(path) });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem('folder-read-only', { path: dirname(path) });
    case 'ENOSPC':
      return problem('disk-full', { path });
    default:
      return problemOf(error, path);
  }
}
