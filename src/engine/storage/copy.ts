import { rmSync } from 'node:fs';
import type { Result } from '../../core/result';
import type { Reader } from './connection';
import { openReader, openSnapshot } from './open';

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
  const source = openSource(path);
  if (!source.ok) return source;
  try {
    return await source.value.copyTo(target, onProgress);
  } finally {
    source.value.close();
  }
}

/**
 * In WAL mode one state of the file is held still, while others write. Otherwise that would keep them from writing,
 * and SQLite begins the copy anew when somebody does.
 */
function openSource(path: string): Result<Reader> {
  const reader = openReader(path);
  if (!reader.ok || reader.value.pragma('journal_mode') !== 'wal') return reader;
  reader.value.close();
  return openSnapshot(path);
}
