import type { Change, ChangedPlace } from '../../contract/engine-answers';
import { decide } from '../../core/commands/decide';
import { pasteCoding } from '../../core/commands/paste-coding';
import { isEmptyDiff } from '../../core/diff';
import { ok, type Result } from '../../core/result';
import { placeOf } from '../journal/place';
import { writerOf, type Project } from '../project';
import type { Handler } from './handler';

/** Answers null where the command asks for what is so already. */
export const runChange: Handler<'change.run'> = (project, { command }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const diff = decide(command, project.view, project.context());
  if (!diff.ok) return diff;
  return isEmptyDiff(diff.value) ? ok(null) : project.commit({ name: command.name, diff: diff.value });
};

export const undoChange: Handler<'change.undo'> = (project) => withPlace(project, project.undo());

export const redoChange: Handler<'change.redo'> = (project) => withPlace(project, project.redo());

export const pasteCodingInto: Handler<'coding.paste'> = (project, { from, to }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const pasted = pasteCoding(from, to, project.view, project.context());
  if (!pasted.ok) return pasted;
  const { diff, leftOut } = pasted.value;
  if (isEmptyDiff(diff)) return ok({ change: null, leftOut });
  const change = project.commit({ name: 'coding.paste', diff });
  return change.ok ? ok({ change: change.value, leftOut }) : change;
};

/** A change with where to look for what it did. */
export function withPlace(
  project: Project,
  result: Result<Change>,
): Result<{ readonly change: Change; readonly place: ChangedPlace | null }> {
  return result.ok ? ok({ change: result.value, place: placeOf(result.value.diff, project.view) }) : result;
}
