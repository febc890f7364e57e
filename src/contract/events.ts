import type { Problem } from '../core/problem';
import type { CoderId } from '../core/ids';
import type { CommittedChange, JournalState } from './engine-answers';
import type { HitsFound } from './occurrences';
import type { Settings } from './settings';

/** How far a long job is, as a share of what it counts: files, bytes or records. `total` is null while not known. */
export interface Progress {
  readonly job: string;
  readonly phase: 'finding' | 'reading' | 'writing' | 'checking' | 'copying';
  readonly done: number;
  readonly total: number | null;
}

/** What the engine and the host tell every window of a project, unasked, in the order in which it happened. */
export interface Events {
  /** A change was committed, by whichever window. After a vast one, reload what is shown. */
  readonly changed: CommittedChange;
  /** The person who works on the project is another one now. */
  readonly coder: { readonly coder: CoderId; readonly journal: JournalState };
  readonly progress: Progress;
  readonly occurrences: HitsFound;
  /** The engine died and runs again, or could not be started again: reload what is shown. */
  readonly engine: { readonly state: 'restarted' } | { readonly state: 'stopped'; readonly problem: Problem };
  /** The whole project was replaced (a backup was restored): reload everything. */
  readonly replaced: null;
  /** A command of the application's menu was chosen; the interface knows it by this name. */
  readonly menu: { readonly command: string };
  readonly settings: Settings;
  /** Files that the operating system asks to import or open, by double click or drop on the icon. */
  readonly files: { readonly paths: readonly string[] };
}

export type EventName = keyof Events;

/** The events by name, so that a bridge can refuse to subscribe to anything else. */
export const eventNames = [
  'changed',
  'coder',
  'progress',
  'occurrences',
  'engine',
  'replaced',
  'menu',
  'settings',
  'files',
] as const satisfies readonly EventName[];
