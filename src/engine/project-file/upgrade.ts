import { ok, type Result } from '../../core/result';
import { makeBackup } from '../backups/make-backup';
import { systemClock } from '../clock';
import type { Writer } from '../storage/file/connection';
import { migrate, migrations, versionOf } from '../storage/migrations/migrate';
import type { Migration } from '../storage/migrations/migration';

/**
 * Brings a file of an older version to the latest, after a backup, without which it is left as it is. Answers whether
 * there was anything to do.
 */
export async function upgrade(
  writer: Writer,
  steps: readonly Migration[] = migrations,
): Promise<Result<boolean>> {
  if (versionOf(writer) >= steps.length) return ok(false);
  const backup = await makeBackup(writer.path, 'migration', systemClock());
  if (!backup.ok) return backup;
  const migrated = migrate(writer, steps);
  return migrated.ok ? ok(true) : migrated;
}
