import { chmodSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { codeOf } from '../../../core/thrown';

/** An exclusive hold on a lock file, given up by `release` or by the operating system when this process ends. */
export interface FileLock {
  /** Gives the lock up and removes its file. */
  release(): void;
}

/** The file's identity, or null where there is none. */
const inodeOf = (path: string): bigint | null =>
  statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;

/** Opens the exclusive transaction; another process may have one, or the file may be of somebody else's making. */
function lock(database: Database.Database): 'ours' | 'held' | 'foreign' {
  try {
    // Nothing is ever written, so that no second file is needed.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return 'ours';
  } catch (error) {
    database.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) return 'held';
    if (codeOf(error) === 'SQLITE_NOTADB') return 'foreign';
    throw error;
  }
}

function removeUnlessOpened(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another process has it open by now, and may hold the lock.
  }
}

function release(database: Database.Database, path: string): void {
  // Removed while it is still locked, so that nobody else can have come to hold it. Windows removes no file that is
  // open: there it goes afterwards, unless another process has opened it meanwhile.
  const isWindows = process.platform === 'win32';
  if (!isWindows) rmSync(path, { force: true });
  database.close();
  if (isWindows) removeUnlessOpened(path);
}

/**
 * Takes an exclusive lock: an empty SQLite database with an open exclusive transaction, because SQLite knows how to
 * lock on every system, and such a lock cannot outlive its process. A new lock file gets the permissions `mode`.
 * Answers null where another process holds it; throws what SQLite throws where the file cannot be made.
 */
export function takeFileLock(path: string, mode: number): FileLock | null {
  for (;;) {
    const inode = inodeOf(path);
    const database = new Database(path, { timeout: 0 });
    const outcome = lock(database);
    if (outcome === 'held') return null;
    if (outcome === 'foreign') {
      rmSync(path);
      continue;
    }
    // Whoever held the lock before removes the file at the end: if that happened between our opening and our
    // locking it, we hold a file that nobody else sees, and try again.
    if (inode !== null && inodeOf(path) === inode) return { release: () => release(database, path) };
    if (inode === null) chmodSync(path, mode);
    database.close();
  }
}
