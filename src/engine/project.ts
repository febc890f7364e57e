import type { Change, JournalState, ProjectNotice, ReadOnlyReason } from '../contract/engine-answers';
import type { ChangeName } from '../core/commands/command';
import type { ChangeContext, ProjectView } from '../core/commands/project-view';
import type { Diff } from '../core/diff';
import type { CoderId } from '../core/ids';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import type { EventHub } from './events';
import type { Jobs } from './jobs/jobs';
import type { Reader, Writer } from './storage/connection';

/** How the project's file is held: to be worked on, or only to be looked at and why. */
export type Access =
  | { readonly mode: 'read-write'; readonly writer: Writer }
  | { readonly mode: 'read-only'; readonly reader: Reader; readonly reason: ReadOnlyReason };

/** Something to be done as one undoable step. */
export interface NewChange {
  readonly name: ChangeName;
  readonly diff: Diff;
  /**
   * Texts of the documents that the diff adds, by their sha256. Not needed for those that the file holds already:
   * staged ones (`storage/texts.ts`) and those of other documents and of removed ones.
   */
  readonly texts?: ReadonlyMap<string, string>;
}

/** One open project, as the engine's own parts see it. Everything that they share is here and nowhere else. */
export interface Project {
  /** The file as its owner knows it, also where the connection reads a copy of it. */
  readonly path: string;
  /** Ask anew each time: it is another one after a backup was restored. */
  readonly access: Access;
  /** The connection of `access`, for whoever only reads. */
  readonly reader: Reader;
  readonly view: ProjectView;
  readonly notices: readonly ProjectNotice[];
  /** The person who works on the project through this engine. */
  readonly coder: CoderId;
  readonly journal: JournalState;
  readonly jobs: Jobs;
  readonly events: EventHub;
  /** Who, when, and ids for new records (UUID version 7: in the order in which they were made). */
  context(): ChangeContext;
  /** Applies and records a change in one transaction, then tells every listener. Never an empty diff. */
  commit(change: NewChange): Result<Change>;
  /** Takes back the coder's last change, or does again what was taken back last. */
  undo(): Result<Change>;
  redo(): Result<Change>;
  /** Goes on with another file's contents, such as those of a restored backup, and tells every listener. */
  replace(access: Access): Result<null>;
}

/** The connection to write with, or the problem that this project can only be looked at. */
export function writerOf(project: Project): Result<Writer> {
  return project.access.mode === 'read-write'
    ? ok(project.access.writer)
    : fail(problem('project-read-only', { path: project.path, reason: project.access.reason }));
}
