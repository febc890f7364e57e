import { rmSync } from 'node:fs';
import { ok, type Result } from '../../core/result';
import type { Writer } from '../storage/file/connection';
import { migrate } from '../storage/migrations/migrate';
import { createDatabase } from '../storage/file/open';

/**
 * Makes the file of a new project where there is none yet, and closes it again. `fill` enters what every project
 * begins with; where that fails no file is left behind.
 */
export function createFile(path: string, fill: (writer: Writer) => Result<unknown>): Result<null> {
  const created = createDatabase(path, 'delete');
  if (!created.ok) return created;
  const migrated = migrate(created.value);
  const filled = migrated.ok ? fill(created.value) : migrated;
  created.value.close();
  if (filled.ok) return ok(null);
  rmSync(path, { force: true });
  return filled;
}
