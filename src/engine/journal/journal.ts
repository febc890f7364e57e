import type { Change, JournalState } from '../../contract/engine-answers';
import type { ChangeName } from '../../core/commands/command';
import { inverseOf, type Diff } from '../../core/diff';
import type { CoderId, Timestamp } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
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

/**
 * Applies a diff and appends it to the journal, in one transaction. The coder's undone changes can no longer be
 * redone. `texts` holds those of added documents by sha256, unless the file holds them already.
 */
export function commit(
  writer: Writer,
  name: ChangeName,
  author: Author,
  diff: Diff,
  texts: ReadonlyMap<string, string> = noTexts,
): Result<Change> {
  return writer.transaction(() => {
    const state = lasting.has(name) ? 'lasting' : 'done';
    if (state === 'done') dropUndone(writer, author.coder);
    return record(writer, { name, ...author, cause: 'do', state }, diff, texts);
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
  const diff = readDiff(writer, change.number);
  setChangeState(writer, change.number, cause === 'undo' ? 'undone' : 'done');
  const entry: NewEntry = { name: change.name, ...author, cause, of: change.number };
  return record(writer, entry, cause === 'undo' ? inverseOf(diff) : diff, noTexts);
}

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
