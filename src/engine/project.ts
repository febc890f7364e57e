import { v7 as uuid } from 'uuid';
import type { Change, CommittedChange, JournalState, ProjectNotice } from '../contract/engine-answers';
import type { ChangeName } from '../core/commands/command';
import type { ChangeContext, ProjectView } from '../core/commands/project-view';
import type { Diff } from '../core/diff';
import type { ChangeNumber, CoderId, DocumentId, NewId, Timestamp } from '../core/ids';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import { makeBackups, type Backups } from './backups/backups';
import { systemClock } from './clock';
import { makeEventHub, type EventHub } from './events';
import { makeJobs, type Job, type Jobs } from './jobs/jobs';
import {
  commit,
  commitSteps,
  inOneGo,
  journalState,
  mostTold,
  redoSteps,
  undoSteps,
  type Author,
  type Steps,
} from './journal/journal';
import { takeSteps } from './journal/long-change';
import { readerOf, type Access } from './project-file/access';
import type { ProjectFile } from './project-file/project-file';
import type { ChangeRows } from './storage/journal/change-rows';
import { coderNamed } from './storage/records/coders';
import type { Reader, Writer } from './storage/file/connection';
import { guarded } from './storage/file/errors';
import { makeProjectView } from './storage/queries/project-view';
import { makeTextCache } from './storage/records/text-cache';
import { discardStagedTexts } from './storage/records/texts';

/** Something to be done as one undoable step. */
export interface NewChange {
  readonly name: ChangeName;
  readonly diff: Diff;
  /**
   * Texts of the documents that the diff adds, by their sha256. Not needed for those that the file holds already:
   * staged ones (`storage/texts.ts`) and those of other documents and of removed ones.
   */
  readonly texts?: ReadonlyMap<string, string>;
  /** The change after which the project was as this one makes it again. */
  readonly backTo?: ChangeNumber;
}

/** The same, of any length: what it does is read row by row. */
export interface LongChange extends Pick<NewChange, 'name' | 'texts'> {
  readonly rows: ChangeRows;
}

/** One open project, as the engine's own parts see it. Everything that they share is here and nowhere else. */
export interface Project {
  /** The file's path as its owner gave it. */
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
  /** Goes on as another coder, who is added where nobody of that name is known, and tells every listener. */
  switchCoder(name: string): Result<null>;
  readonly journal: JournalState;
  readonly jobs: Jobs;
  readonly backups: Backups;
  readonly events: EventHub;
  /** Who, when, and ids for new records (UUID version 7: in the order in which they were made). */
  context(): ChangeContext;
  /** Applies and records a change in one transaction, then tells every listener. Never an empty diff. */
  commit(change: NewChange): Result<Change>;
  /** Takes back the coder's last change, or does again what was taken back last. */
  undo(): Result<CommittedChange>;
  redo(): Result<CommittedChange>;
  /**
   * The same, giving way to others while it is under way: they see the project as it was before, and cannot change
   * it meanwhile. Cancelling the job leaves everything as it was.
   */
  readonly inSteps: {
    commit(change: LongChange, job: Job): Promise<Result<CommittedChange>>;
    undo(job: Job): Promise<Result<CommittedChange>>;
    redo(job: Job): Promise<Result<CommittedChange>>;
  };
  /** True while a long change is being written. */
  readonly isBeingWritten: boolean;
  /** Puts what a backup holds in the place of the project's contents, and tells every listener. */
  restore(backup: string): Promise<Result<null>>;
}

/** What a project is made of, and what tests replace. */
export interface ProjectParts {
  readonly path: string;
  readonly file: ProjectFile;
  /** The person who works: the coder of this name is found in the project, or added. */
  readonly coderName: string;
  readonly now?: () => Timestamp;
  readonly newId?: () => NewId;
}

const freshId = (): NewId => uuid() as NewId;

/** Makes a project of an open file. The coder joins it, unless it can only be looked at. */
export function makeProject(parts: ProjectParts): Result<Project> {
  const { path, file, now = systemClock, newId = freshId } = parts;
  let { coderName } = parts;
  const events = makeEventHub();
  const jobs = makeJobs((progress) => events.emit('progress', progress));
  const texts = makeTextCache();
  const backups = makeBackups(file, now);
  const joined = join(file.access, coderName, now, newId);
  if (!joined.ok) return joined;
  let { coder } = joined.value;
  tidy(file.access);

  const reader = (): Reader => readerOf(file.access);
  const author = (): Author => ({ coder, at: now() });

  /** Runs a step of the journal, then tells every listener. */
  function change<Done extends CommittedChange>(step: (writer: Writer) => Result<Done>): Result<Done> {
    const writer = writerOf(project);
    if (!writer.ok) return writer;
    const changed = step(writer.value);
    if (changed.ok) events.emit('changed', changed.value);
    return changed;
  }

  const changeAtOnce = (steps: (writer: Writer) => Steps): Result<CommittedChange> =>
    change((writer) => writer.transaction(() => inOneGo(steps(writer))));

  let isBeingWritten = false;

  async function changeInSteps(steps: (writer: Writer) => Steps, job: Job): Promise<Result<CommittedChange>> {
    const writer = writerOf(project);
    if (!writer.ok) return writer;
    isBeingWritten = true;
    try {
      const changed = await takeSteps(writer.value, steps, job);
      if (changed.ok) events.emit('changed', changed.value);
      return changed;
    } finally {
      isBeingWritten = false;
    }
  }

  const project: Project = {
    path,
    jobs,
    backups,
    events,
    get notices(): readonly ProjectNotice[] {
      return backups.failing ? [...file.notices, 'backups-failing'] : file.notices;
    },
    get access() {
      return file.access;
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
    switchCoder: (name) => {
      const writer = writerOf(project);
      const switched = writer.ok ? join(file.access, name, now, newId) : writer;
      if (!switched.ok) return switched;
      coderName = name;
      ({ coder } = switched.value);
      if (switched.value.change) events.emit('changed', switched.value.change);
      events.emit('coder', { coder, journal: project.journal });
      return ok(null);
    },
    readText: (document) => texts.read(reader(), document),
    context: () => ({ coder, now: now(), newId }),
    commit: ({ name, diff, texts: added, backTo }) =>
      change((writer) => commit(writer, name, author(), diff, { texts: added, backTo })),
    undo: () => changeAtOnce((writer) => undoSteps(writer, author())),
    redo: () => changeAtOnce((writer) => redoSteps(writer, author())),
    inSteps: {
      commit: async ({ name, rows, texts: added }, job) => {
        const steps = (writer: Writer): Steps => commitSteps(writer, name, author(), rows, { texts: added });
        return rows.count > mostTold ? changeInSteps(steps, job) : changeAtOnce(steps);
      },
      undo: (job) => changeInSteps((writer) => undoSteps(writer, author()), job),
      redo: (job) => changeInSteps((writer) => redoSteps(writer, author()), job),
    },
    get isBeingWritten() {
      return isBeingWritten;
    },
    restore: async (backup) => {
      const restored = await backups.restore(backup, () => jobs.stop());
      const rejoined = restored.ok ? join(restored.value, coderName, now, newId) : restored;
      if (!rejoined.ok) return rejoined;
      ({ coder } = rejoined.value);
      events.emit('replaced', null);
      return ok(null);
    },
  };
  return ok(project);
}

interface Joined {
  readonly coder: CoderId;
  /** The coming of a coder who was not known. */
  readonly change: Change | null;
}

/**
 * The coder of a name. A new one is added, and in a project that cannot be changed is a guest without a record; so is
 * everyone in one too damaged to tell who is known there.
 */
function join(access: Access, name: string, now: () => Timestamp, newId: () => NewId): Result<Joined> {
  const reader = readerOf(access);
  const known = guarded(reader.path, () => ok(coderNamed(reader, name)));
  if (known.ok && known.value) return ok({ coder: known.value.id, change: null });
  const id = newId();
  if (access.mode === 'read-only') return ok({ coder: id, change: null });
  if (!known.ok) return known;
  const added: Diff = {
    added: [{ record: 'coder', id, name, origin: null }],
    updated: [],
    removed: [],
  };
  const joined = commit(access.writer, 'coder.add', { coder: id, at: now() }, added);
  return joined.ok ? ok({ coder: id, change: joined.value }) : joined;
}

/** Throws away what an import put aside that died with its engine. That it takes room keeps nobody from opening. */
function tidy(access: Access): void {
  if (access.mode === 'read-only') return;
  const { writer } = access;
  writer.transaction(() => {
    discardStagedTexts(writer);
    return ok(null);
  });
}

/** The connection to write with, or the problem that this project can only be looked at, now or at all. */
export function writerOf(project: Project): Result<Writer> {
  if (project.isBeingWritten) return fail(problem('project-busy'));
  return project.access.mode === 'read-write'
    ? ok(project.access.writer)
    : fail(problem('project-read-only', { path: project.path, reason: project.access.reason }));
}
