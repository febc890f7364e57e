import { rmSync } from 'node:fs';
import { ok, type Result } from '../../core/result';
import { connect, type Writer } from './connection';

/**
 * Copies a project's file with SQLite's backup interface, through a connection of its own, so that nothing else that
 * reads or writes the project at the same time is in its way. Leaves nothing behind where it fails.
 */
export async function copyDatabase(
  path: string,
  target: string,
  onProgress?: (done: number, total: number) => boolean,
): Promise<Result<null>> {
  rmSync(target, { force: true });
  const source = connect<Writer>(path, { readonly: true }, (connection) => {
    // In WAL mode a read transaction holds one state of the file still, while others write. Otherwise it would keep
    // them from writing, and SQLite begins the copy anew when somebody does.
    if (connection.pragma('journal_mode') === 'wal') {
      connection.execute('BEGIN');
      connection.pragma('schema_version');
    }
    return ok(connection);
  });
  if (!source.ok) return source;
  try {
    return await source.value.copyTo(target, onProgress);
  } finally {
    source.value.close();
  }
}
