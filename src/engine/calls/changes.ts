import type { ChangedPlace, CommittedChange } from '../../contract/engine-answers';
import { decide } from '../../core/commands/decide';
import { pasteCoding } from '../../core/commands/paste-coding';
import { isEmptyDiff } from '../../core/diff';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { mostTold, sizeOfNext } from '../journal/journal';
import { placeOf } from '../journal/place';
import { writerOf, type Project } from '../project';
import { nextToUndo } from '../storage/journal/changes';
import { steppedOver } from '../storage/journal/left-behind';
import { inTurn, isTurnTaken } from '../turns';
import type { Handler } from './handler';

/** Answers null where the command asks for what is so already. */
export const runChange: Handler<'change.run'> = (project, { command }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const diff = decide(command, project.view, project.context());
  if (!diff.ok) return diff;
  return isEmptyDiff(diff.value) ? ok(null) : project.commit({ name: command.name, diff: diff.value });
};

/** Tells, too, what undo stepped over because somebody's going back has taken it back already. */
export const undoChange: Handler<'change.undo'> = async (project) => {
  const { reader, coder } = project;
  const next = nextToUndo(reader, coder)?.number ?? 0;
  const passed = steppedOver(reader, coder, next);
  const done = await stepInJournal(project, 'undo');
  if (done.ok) return ok({ ...done.value, passed });
  const isAllPassed = done.problem.code === 'nothing-to-undo' && passed !== null;
  return isAllPassed ? fail(problem('undo-passed', { count: passed.changes })) : done;
};

export const redoChange: Handler<'change.redo'> = (project) => stepInJournal(project, 'redo');

/** Goes back or forth by one change; by a vast one as a job, which is called as what it does. */
async function stepInJournal(project: Project, step: 'undo' | 'redo'): Promise<Result<ChangeAndPlace>> {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  if (sizeOfNext(writer.value, project.coder, step) <= mostTold) return withPlace(project, project[step]());
  if (isTurnTaken(project)) return fail(problem('project-busy'));
  const stepped = await project.jobs.run(step, (job) => inTurn(project, () => project.inSteps[step](job)));
  return withPlace(project, stepped);
}

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

interface ChangeAndPlace {
  readonly change: CommittedChange;
  readonly place: ChangedPlace | null;
}

/** A change with where to look for what it did; what did it everywhere is not looked for. */
export function withPlace<Done extends CommittedChange>(
  project: Project,
  result: Result<Done>,
): Result<{ readonly change: Done; readonly place: ChangedPlace | null }> {
  if (!result.ok) return result;
  const { diff } = result.value;
  return ok({ change: result.value, place: diff && placeOf(diff, project.view) });
}
