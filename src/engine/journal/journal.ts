import type { Change, JournalState } from '../../contract/engine-answers';
import type { ChangeName } from '../../core/commands/command';
import { inverseOf, type Diff } from '../../core/diff';
import { rebase } from '../../core/history/rebase';
import { isSame } from '../../core/codebook/same';
import type { ChangeNumber, CoderId, Timestamp } from '../../core/ids';
import type { AnyRecord, Records } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { misfitsOf, type Find } from '../../core/rules/misfits';
import { applyDiff } from '../storage/apply-diff';
import {
  appendChange,
  dropUndone,
  nextToRedo,
  nextToUndo,
  readDiff,
  setChangeState,
  type ChangeHead,
  type NewEntry,
} from '../storage/changes';
import type { Reader, Writer } from '../storage/connection';
import { linksOfAnnotation } from '../storage/links';
import { repositories } from '../storage/repositories';

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

/**
 * Applies a diff and appends it to the journal, in one transaction. The coder's undone changes can no longer be
 * redone.
 */
export function commit(
  writer: Writer,
  name: ChangeName,
  author: Author,
  diff: Diff,
  { texts = noTexts, backTo }: CommitOptions = {},
): Result<Change> {
  return writer.transaction(() => {
    const state = lasting.has(name) ? 'lasting' : 'done';
    if (state === 'done') dropUndone(writer, author.coder);
    return record(writer, { name, ...author, cause: 'do', state, backTo }, diff, texts);
  });
}

/** Takes back the coder's last change that is in force, whichever window made it and however long ago. */
export function undo(writer: Writer, author: Author): Result<Change> {
  return writer.transaction(() => {
    const change = nextToUndo(writer, author.coder);
    if (!change) return fail(problem('nothing-to-undo'));
    return again(writer, author, change, 'undo');
  });
}

/** Does again what the coder took back last. */
export function redo(writer: Writer, author: Author): Result<Change> {
  return writer.transaction(() => {
    const change = nextToRedo(writer, author.coder);
    if (!change) return fail(problem('nothing-to-redo'));
    return again(writer, author, change, 'redo');
  });
}

function again(writer: Writer, author: Author, change: ChangeHead, cause: 'undo' | 'redo'): Result<Change> {
  const done = readDiff(writer, change.number);
  const diff = onRecordsOfToday(writer, cause === 'undo' ? inverseOf(done) : done);
  if (!diff.ok) return diff;
  setChangeState(writer, change.number, cause === 'undo' ? 'undone' : 'done');
  const entry: NewEntry = { name: change.name, ...author, cause, of: change.number };
  return record(writer, entry, diff.value, noTexts);
}

/**
 * What undo or redo does to records that others have changed in other fields since: those fields stay. Refused where
 * a record would come out that the codebook does not allow.
 */
function onRecordsOfToday(reader: Reader, diff: Diff): Result<Diff> {
  const find: Find = (name, id) => repositories[name].find(reader, id);
  const rebased = rebase(diff, ({ record: name, id }) => find(name, id as never));
  if (!rebased.ok) return rebased;
  const findAfter = viewAfter(rebased.value, find);
  const merged = rebased.value.updated
    .map(([, after]) => after)
    .filter((after, index) => !isSame(after, diff.updated[index]?.[1]));
  for (const record of [...merged, ...linksOfRetyped(reader, rebased.value)]) {
    const there = findAfter(record.record, record.id as never);
    const [misfit] = there ? misfitsOf(there, findAfter) : [];
    if (misfit)
      return fail(problem('undo-blocked', { record: record.record, id: record.id, field: misfit.field }));
  }
  return rebased;
}

/** Finds records as a diff leaves them. */
function viewAfter({ added, updated, removed }: Diff, find: Find): Find {
  const touched = new Map<string, AnyRecord | undefined>();
  for (const { record, id } of removed) touched.set(`${record} ${id}`, undefined);
  for (const left of [...updated.map(([, after]) => after), ...added])
    touched.set(`${left.record} ${left.id}`, left);
  return (name, id) => {
    const key = `${name} ${id}`;
    return touched.has(key) ? (touched.get(key) as Records[typeof name] | undefined) : find(name, id);
  };
}

/** The links of annotations that a diff gives another type: somebody may have filled a role since that only the other has. */
const linksOfRetyped = (reader: Reader, { updated }: Diff): readonly AnyRecord[] =>
  updated.flatMap(([before, after]) =>
    before.record === 'annotation' && after.record === 'annotation' && before.type !== after.type
      ? linksOfAnnotation(reader, after.id)
      : [],
  );

function record(
  writer: Writer,
  entry: NewEntry,
  diff: Diff,
  texts: ReadonlyMap<string, string>,
): Result<Change> {
  const applied = applyDiff(writer, diff, texts);
  if (!applied.ok) return applied;
  const { name, cause, coder, at } = entry;
  const number = appendChange(writer, entry, diff);
  return ok({ number, name, cause, coder, at, diff, journal: journalState(writer, coder) });
}
