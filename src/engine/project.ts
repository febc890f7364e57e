import { v7 as uuid } from 'uuid';
import type { Change, JournalState, ProjectNotice, ReadOnlyReason } from '../contract/engine-answers';
import type { ChangeName } from '../core/commands/command';
import type { ChangeContext, ProjectView } from '../core/commands/project-view';
import type { Diff } from '../core/diff';
import type { CoderId, DocumentId, Timestamp } from '../core/ids';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import { makeEventHub, type EventHub } from './events';
import { makeJobs, type Jobs } from './jobs/jobs';
import { commit, journalState, redo, undo, type Author } from './journal/journal';
import { coderNamed } from './storage/coders';
import type { Reader, Writer } from './storage/connection';
import { makeProjectView } from './storage/project-view';
import { makeTextCache } from './storage/text-cache';

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
  /** The text of a document, kept in memory for a while. */
  readText(document: DocumentId): string | undefined;
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

/** What a project is made of, and what tests replace. */
export interface ProjectParts {
  readonly path: string;
  readonly access: Access;
  /** The person who works: the coder of this name is found in the project, or added. */
  readonly coderName: string;
  readonly notices?: readonly ProjectNotice[];
  readonly now?: () => Timestamp;
  readonly newId?: () => string;
}

/** The time now, as records carry it. */
export const systemClock = (): Timestamp => new Date().toISOString() as Timestamp;

/** Makes a project of an open file. The coder joins it, unless it can only be looked at. */
export function makeProject(parts: ProjectParts): Result<Project> {
  const { path, coderName, notices = [], now = systemClock, newId = uuid } = parts;
  const events = makeEventHub();
  const jobs = makeJobs((progress) => events.emit('progress', progress));
  const texts = makeTextCache();
  const joined = join(parts.access, coderName, now, newId);
  if (!joined.ok) return joined;
  let { access } = parts;
  let coder = joined.value;

  const reader = (): Reader => readerOf(access);
  const author = (): Author => ({ coder, at: now() });

  /** Runs a step of the journal, then tells every listener. */
  function change(step: (writer: Writer) => Result<Change>): Result<Change> {
    const writer = writerOf(project);
    if (!writer.ok) return writer;
    const changed = step(writer.value);
    if (changed.ok) events.emit('changed', changed.value);
    return changed;
  }

  const project: Project = {
    path,
    notices,
    jobs,
    events,
    get access() {
      return access;
    },
    get reader() {
      return reader();
    },
    get view() {
      return makeProjectView(reader(), texts);
    },
    get coder() {
      return coder;
    },
    get journal() {
      return journalState(reader(), coder);
    },
    readText: (document) => texts.read(reader(), document),
    context: () => ({ coder, now: now(), newId }),
    commit: ({ name, diff, texts: added }) => change((writer) => commit(writer, name, author(), diff, added)),
    undo: () => change((writer) => undo(writer, author())),
    redo: () => change((writer) => redo(writer, author())),
    replace: (next) => {
      const rejoined = join(next, coderName, now, newId);
      if (!rejoined.ok) return rejoined;
      access = next;
      coder = rejoined.value;
      events.emit('replaced', null);
      return ok(null);
    },
  };
  return ok(project);
}

const readerOf = (access: Access): Reader => (access.mode === 'read-write' ? access.writer : access.reader);

/** The coder of a name. A new one is added, and in a project that cannot be changed is a guest without a record. */
function join(access: Access, name: string, now: () => Timestamp, newId: () => string): Result<CoderId> {
  const known = coderNamed(readerOf(access), name);
  if (known) return ok(known.id);
  const id = newId() as CoderId;
  if (access.mode === 'read-only') return ok(id);
  const added: Diff = {
    added: [{ record: 'coder', id, name, origin: null }],
    updated: [],
    removed: [],
  };
  const joined = commit(access.writer, 'coder.add', { coder: id, at: now() }, added);
  return joined.ok ? ok(id) : joined;
}

/** The connection to write with, or the problem that this project can only be looked at. */
export function writerOf(project: Project): Result<Writer> {
  return project.access.mode === 'read-write'
    ? ok(project.access.writer)
    : fail(problem('project-read-only', { path: project.path, reason: project.access.reason }));
}
