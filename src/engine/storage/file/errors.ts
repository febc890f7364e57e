import Database from 'better-sqlite3';
import { problem, type Problem, type ProblemCode } from '../../../core/problem';
import { fail, type Result } from '../../../core/result';
import { messageOf } from '../../../core/thrown';

/** What SQLite's result codes mean to a person, by the longest beginning that fits. */
const meanings = [
  // Two records under one id, or a reference to a record that is gone: another change stands in the way.
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'undo-blocked'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'undo-blocked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_SHORT_READ', 'file-corrupted'],
  ['SQLITE_IOERR_CORRUPTFS', 'file-corrupted'],
  ['SQLITE_IOERR', 'disk-failed'],
  ['SQLITE_READONLY', 'project-read-only'],
  ['SQLITE_CORRUPT', 'file-corrupted'],
  ['SQLITE_NOTADB', 'file-not-sqlite'],
  ['SQLITE_BUSY', 'project-locked'],
  ['SQLITE_LOCKED', 'project-locked'],
  ['SQLITE_CANTOPEN', 'file-unreadable'],
  ['SQLITE_PERM', 'file-unreadable'],
] as const satisfies readonly (readonly [beginning: string, code: ProblemCode])[];

/** The problem behind anything that was thrown while working on a project's file. */
export function problemOf(error: unknown, path: string): Problem {
  const detail = messageOf(error);
  if (error instanceof Database.SqliteError) {
    // Columns with JSON are checked when they are written, and again when SQLite looks through a file.
    if (detail.includes('malformed JSON'))
      return problem('file-corrupted', { path, detail: `${error.code}: ${detail}` });
    const meaning = meanings.find(([beginning]) => error.code.startsWith(beginning));
    return problem(meaning?.[1] ?? 'unexpected', { path, detail: `${error.code}: ${detail}` });
  }
  // The same columns, read by ourselves: what cannot be parsed was damaged since it was written.
  if (error instanceof SyntaxError) return problem('file-corrupted', { path, detail });
  return problem('unexpected', { path, detail });
}

/** Runs work on a project's file; whatever it throws becomes a problem. */
export function guarded<Value>(path: string, work: () => Result<Value>): Result<Value> {
  try {
    return work();
  } catch (error) {
    return fail(problemOf(error, path));
  }
}
