import { dirname } from 'node:path';
import { problem, type Problem } from '../../core/problem';
import { codeOf } from '../../core/thrown';

/** What the operating system's refusal to touch a file means to its owner; null for an error of another nature. */
export function fileProblem(error: unknown, path: string): Problem | null {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return problem('file-missing', { path });
    case 'EISDIR':
      return problem('file-is-folder', { path });
    case 'EACCES':
    case 'EPERM':
      return problem('file-unreadable', { path });
    case 'EROFS':
      return problem('folder-read-only', { path: dirname(path) });
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('disk-full', { path });
    case 'EIO':
      return problem('disk-failed', { path });
    default:
      return null;
  }
}
