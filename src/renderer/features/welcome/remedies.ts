import type { HowToOpen } from '../../../contract/host-calls';
import type { Problem } from '../../../core/problem';

type Remedy = Exclude<HowToOpen, 'normally'>;

/**
 * Other ways to open a project that was refused; the one that most people want comes last. A backup is offered where
 * the problem names one.
 */
export function remediesFor({ code, params }: Problem): readonly Remedy[] {
  const backups: readonly Remedy[] = params['backup'] === undefined ? [] : ['from-backup'];
  switch (code) {
    case 'project-locked':
    case 'project-locked-by':
    case 'file-newer-version':
    case 'folder-read-only':
    case 'project-read-only':
      return ['read-only'];
    case 'project-locked-elsewhere':
      return ['take-over', 'read-only'];
    case 'file-corrupted':
      return ['read-only', ...backups];
    case 'file-empty':
      return backups;
    default:
      return [];
  }
}
