import { isDeepStrictEqual } from 'node:util';
import type { Change, CommittedChange, JournalState } from '../../contract/engine-answers';
import { isSame } from '../../core/same';
import type { ChangeName } from '../../core/commands/command';
import type { Diff } from '../../core/diff';
import { rebase } from '../../core/history/rebase';
import type { ChangeNumber, CoderId, Timestamp } from '../../core/ids';
import type { AnyRecord, FindRecord } from '../../core/model/records';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { misfitsOf } from '../../core/rules/misfits';
import { applyRow, isStored, storedAs } from '../storage/records/apply-row';
import {
  diffOfRows,
  rowsBackFrom,
  rowsOfChange,
  rowsOfDiff,
  type ChangeRow,
  type ChangeRows,
} from '../storage/journal/change-rows';
import {
  appendChange,
  appendRow,
  dropUndone,
  nextToRedo,
  nextToUndo,
  setChangeState,
  type ChangeHead,
  type NewEntry,
} from '../storage/journal/changes';
import type { Reader, Writer } from '../storage/file/connection';
import { linksOfAnnotation } from '../storage/records/links';
import { repositories } from '../storage/records/repositories';

/** How many records a change may touch that is told to every window whole. After a larger one they read anew. */
export const mostTold = 20_000;

/** Who changes the project, and when. */
export interface Author {
  readonly coder: CoderId;
  readonly at: Timestamp;
}

/** Changes that stay: a project is not undone into nothing, and a coder who came has come. */
const lasting: ReadonlySet<ChangeName> = new Set<ChangeName>(['project.create', 'coder.add']);

const noTexts: ReadonlyMap<string, string> = new Map();

/** What undo and redo would do next for a coder. */
export function journalState(reader: Reader, coder: CoderId): JournalState {
  return {
    undo: nextToUndo(reader, coder)?.name ?? null,
    redo: nextToRedo(reader, coder)?.name ?? null,
  };
}

/** What a change may need besides its diff. */
export interface CommitOptions {
  /** Texts of added documents by sha256, unless the file holds them already. */
  readonly texts?: ReadonlyMap<string, string> | undefined;
  /** The change after which the project was as this one makes it again. */
  readonly backTo?: ChangeNumber | undefined;
}

/** Up to how many records a change is told whole. */
interface Telling {
  readonly mostTold?: number;
}

/** A change on its way: it is done row by row, within the caller's transaction, and takes one step for each. */
export type Steps = Generator<Step, Result<CommittedChange>>;

/** How many of a change's records are written. */
export interface Step {
  readonly done: number;
  readonly total: number;
}

/**
 * Does what some rows say and appends it to the journal, step by step. The coder's undone changes can no longer be
 * redone.
 */
export function* commitSteps(
  writer: Writer,
  name: ChangeName,
  author: Author,
  rows: ChangeRows,
  { texts = noTexts, backTo, mostTold: most = mostTold }: CommitOptions & Telling = {},
): Steps {
  const state = lasting.has(name) ? 'lasting' : 'done';
  if (state === 'done') dropUndone(writer, author.coder);
  const entry: NewEntry = { name, ...author, cause: 'do', state, backTo };
  return yield* record(writer, entry, rows, exactly(writer), { texts, mostTold: most });
}

/** Applies a diff and appends it to the journal, in one transaction. */
export function commit(
  writer: Writer,
  name: ChangeName,
  author: Author,
  diff: Diff,
  options: CommitOptions = {},
): Result<Change> {
  return writer.transaction(() => {
    const told = { ...options, mostTold: Infinity };
    const written = inOneGo(commitSteps(writer, name, author, rowsOfDiff(diff), told));
    return written.ok ? ok({ ...written.value, diff }) : written;
  });
}

/** Takes every step of a change at once. */
export function inOneGo(steps: Steps): Result<CommittedChange> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many records the coder's next undo or redo concerns; 0 where there is none. */
export function sizeOfNext(reader: Reader, coder: CoderId, cause: 'undo' | 'redo'): number {
  const change = cause === 'undo' ? nextToUndo(reader, coder) : nextToRedo(reader, coder);
  return change ? rowsOfChange(reader, change.number).count : 0;
}

/** Takes back the coder's last change that is in force, whichever window made it and however long ago. */
export function* undoSteps(writer: Writer, author: Author): Steps {
  const change = nextToUndo(writer, author.coder);
  if (!change) return fail(problem('nothing-to-undo'));
  return yield* again(writer, author, change, 'undo');
}

/** Does again what the coder took back last. */
export function* redoSteps(writer: Writer, author: Author): Steps {
  const change = nextToRedo(writer, author.coder);
  if (!change) return fail(problem('nothing-to-redo'));
  return yield* again(writer, author, change, 'redo');
}

function* again(writer: Writer, author: Author, change: ChangeHead, cause: 'undo' | 'redo'): Steps {
  const rows = cause === 'undo' ? rowsBackFrom(writer, change.number) : rowsOfChange(writer, change.number);
  setChangeState(writer, change.number, cause === 'undo' ? 'undone' : 'done');
  const entry: NewEntry = { name: change.name, ...author, cause, of: change.number };
  const done = yield* record(writer, entry, rows, onRecordOfToday(writer), { texts: noTexts, mostTold });
  if (!done.ok) return done;
  const misfit = misfitAfter(writer, rows);
  return misfit ? fail(misfit) : done;
}

/** Makes a row fit the file as it is, or tells why it cannot be done. */
type Fit = (row: ChangeRow) => Result<ChangeRow>;

const blockedBy = ({ record: name, id }: AnyRecord) => fail(problem('undo-blocked', { record: name, id }));

/** Refuses a row that takes the file for another than it is. */
const exactly =
  (reader: Reader): Fit =>
  (row) => {
    const { before, after } = row;
    if (before) return isDeepStrictEqual(storedAs(reader, before), before) ? ok(row) : blockedBy(before);
    return after && isStored(reader, after) ? blockedBy(after) : ok(row);
  };

/** What undo or redo does to a record that others have changed in other fields since: those fields stay. */
const onRecordOfToday =
  (reader: Reader): Fit =>
  (row) => {
    const { position, before, after } = row;
    const rebased = rebase(diffOfRows([row]), (record) => storedAs(reader, record));
    if (!rebased.ok || !before || !after) return rebased.ok ? ok(row) : rebased;
    const [update] = rebased.value.updated;
    return ok(update ? { position, before: update[0], after: update[1] } : row);
  };

/**
 * What the codebook does not allow of the records that undo or redo left, where others have had a hand in them: those
 * that they changed too, and the links of annotations that got another type, whose roles they may have filled.
 */
function misfitAfter(writer: Writer, rows: ChangeRows): Problem | undefined {
  const find: FindRecord = (name, id) => repositories[name].find(writer, id);
  for (const { before, after } of rows.updates()) {
    const there = storedAs(writer, after);
    const suspects = there && !isSame(there, after) ? [there] : [];
    for (const suspect of [...suspects, ...linksOfRetyped(writer, before, after)]) {
      const [misfit] = misfitsOf(suspect, find);
      if (misfit)
        return problem('undo-blocked', { record: suspect.record, id: suspect.id, field: misfit.field });
    }
  }
  return undefined;
}

/** The links of an annotation that got another type: somebody may have filled a role since that only the other has. */
const linksOfRetyped = (reader: Reader, before: AnyRecord, after: AnyRecord): readonly AnyRecord[] =>
  before.record === 'annotation' && after.record === 'annotation' && before.type !== after.type
    ? linksOfAnnotation(reader, after.id)
    : [];

function* record(
  writer: Writer,
  entry: NewEntry,
  rows: ChangeRows,
  fit: Fit,
  { texts, mostTold: most }: { readonly texts: ReadonlyMap<string, string>; readonly mostTold: number },
): Steps {
  const number = appendChange(writer, entry);
  const total = rows.count;
  const isTold = total <= most;
  const told: ChangeRow[] = [];
  let done = 0;
  for (const row of rows.inOrder()) {
    const fitting = fit(row);
    if (!fitting.ok) return fitting;
    applyRow(writer, fitting.value, texts);
    appendRow(writer, number, fitting.value);
    if (isTold) told.push(fitting.value);
    done += 1;
    yield { done, total };
  }
  const { name, cause, coder, at } = entry;
  const facts = { number, name, cause, coder, at, journal: journalState(writer, coder) };
  return ok(isTold ? { ...facts, diff: diffOfRows(told) } : { ...facts, diff: null, records: total });
}
