import { rmSync } from 'node:fs';
import type { Result } from '../../../core/result';
import { openReader } from './open';

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
  const source = openReader(path);
  if (!source.ok) return source;
  const reader = source.value;
  let release = (): void => undefined;
  try {
    // One state of the file is held still, where that keeps nobody from writing; elsewhere SQLite begins the copy
    // anew when somebody writes.
    if (reader.pragma('journal_mode') === 'wal') release = reader.hold();
    return await reader.copyTo(target, onProgress);
  } finally {
    release();
    reader.close();
  }
}
