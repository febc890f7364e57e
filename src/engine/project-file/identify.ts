import { statSync } from 'node:fs';
import { problem, type Problem } from '../../core/problem';
import { applicationId } from '../storage/migrations/migrate';
import { fileProblem } from './file-problem';
import { readHead, type SqliteHeader } from './header';
import { companionPaths } from './paths';

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** True where a process died with the file open: the file alone is then not the whole project. */
const hasUnfinishedWork = (path: string): boolean =>
  companionPaths(path).some((companion) => sizeOf(companion) > 0);

function judgeHeader(path: string, header: SqliteHeader, bytesOnDisk: number): Problem | null {
  // What was committed last stands in the WAL, the header itself perhaps too: then SQLite has to read it.
  if (hasUnfinishedWork(path)) return null;
  if (header.applicationId !== applicationId) return problem('file-not-project', { path });
  return header.bytes !== null && bytesOnDisk < header.bytes
    ? problem('file-corrupted', { path, detail: `${bytesOnDisk} of ${header.bytes} bytes are there` })
    : null;
}

/**
 * Tells from a file's first bytes and its length why it cannot be a project, before SQLite touches it; null where
 * nothing speaks against it. The file, named by its true path, must not be open in this process (see `readHead`).
 */
export function refuseAtSight(path: string): Problem | null {
  try {
    if (statSync(path).isDirectory()) return problem('file-is-folder', { path });
    const head = readHead(path);
    if (head.kind === 'empty' && !hasUnfinishedWork(path)) return problem('file-empty', { path });
    if (head.kind === 'other') return problem('file-not-sqlite', { path });
    return head.kind === 'sqlite' ? judgeHeader(path, head.header, head.bytesOnDisk) : null;
  } catch (error) {
    const refusal = fileProblem(error, path);
    if (refusal) return refusal;
    throw error;
  }
}
