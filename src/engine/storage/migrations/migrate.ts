import { problem } from '../../../core/problem';
import { fail, ok, type Result } from '../../../core/result';
import type { Reader, Writer } from '../file/connection';
import { firstMigration } from './0001-first';
import { fullModel } from './0002-full-model';
import { headsOfFragments } from './0003-heads';
import type { Migration } from './migration';

/** Marks an SQLite file as a project in its header: `Pstl` as a number. */
export const applicationId = 0x5073746c;

/** Every step there is, in order. */
export const migrations: readonly Migration[] = [firstMigration, fullModel, headsOfFragments];

/** The version of the layout that this program writes. */
export const latestVersion = migrations.length;

/** What makes an empty database one of the latest version. */
export const layoutScripts: readonly string[] = migrations.map(({ script }) => script);

/** The version of the layout that a file has; 0 where it has none yet. */
export const versionOf = (reader: Reader): number => Number(reader.pragma('user_version'));

/**
 * Brings a file to the latest version, each step in a transaction of its own: a step that fails leaves the file
 * as the one before it left it.
 */
export function migrate(writer: Writer, steps: readonly Migration[] = migrations): Result<null> {
  for (const step of steps) {
    if (step.version <= versionOf(writer)) continue;
    const done = writer.transaction(() => {
      writer.execute(step.script);
      writer.pragma(`application_id = ${applicationId}`);
      writer.pragma(`user_version = ${step.version}`);
      return danglingReferences(writer);
    });
    if (!done.ok) return done;
  }
  return ok(null);
}

/** Tables are replaced with their references deferred, so that those are looked at once more at the end of a step. */
function danglingReferences(writer: Writer): Result<null> {
  const [dangling] = writer.query<{ table: string }>('PRAGMA foreign_key_check').all();
  return dangling
    ? fail(
        problem('file-corrupted', { path: writer.path, detail: `dangling reference in ${dangling.table}` }),
      )
    : ok(null);
}
