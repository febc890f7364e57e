import type { HowToOpen } from '../../../contract/host-calls';
import type { ProblemCode } from '../../../core/problem';

type Remedy = Exclude<HowToOpen, 'normally'>;

/** Other ways to open a project that was refused; the one that most people want comes last. */
export function remediesFor(code: ProblemCode): readonly Remedy[] {
  switch (code) {
    case 'project-locked':
    case 'file-newer-version':
    case 'folder-read-only':
    case 'project-read-only':
      return ['read-only'];
    case 'project-locked-elsewhere':
      return ['take-over', 'read-only'];
    case 'file-corrupted':
      return ['read-only', 'from-backup'];
    case 'file-empty':
      return ['from-backup'];
    default:
      return [];
  }
}
