import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Problem } from '../../src/core/problem';
import { ok, type Result } from '../../src/core/result';
import { createFile } from '../../src/engine/project-file/create';
import { valueOf } from './engine';
import { temporaryFolder } from './folder';

/** The problem that a call answered; the test fails where it answered a value. */
export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) expect.fail('A problem was expected');
  return result.problem;
}

/** An empty project's file, closed, in a folder of the running test. */
export function emptyProject(folder: string = temporaryFolder(), name = 'thesis.postil'): string {
  const path = join(folder, name);
  valueOf(createFile(path, () => ok(null)));
  return path;
}

/** Does to a file what our own code never would. */
export function withRawSql<Value>(path: string, work: (database: Database.Database) => Value): Value {
  const database = new Database(path);
  database.unsafeMode(true);
  database.pragma('ignore_check_constraints = ON');
  database.pragma('foreign_keys = OFF');
  try {
    return work(database);
  } finally {
    database.close();
  }
}
