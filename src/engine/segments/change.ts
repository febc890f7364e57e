import type { SegmentAction, SegmentChange, SegmentSelection } from '../../contract/segments';
import type { Command } from '../../core/commands/command';
import { decide } from '../../core/commands/decide';
import { isEmptyDiff, type Diff } from '../../core/diff';
import type { AnnotationId } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import type { Job } from '../jobs/jobs';
import { mostTold } from '../journal/journal';
import { writerOf, type Project } from '../project';
import { annotationIdsInRows } from '../storage/annotations';
import { rowsOfDiff } from '../storage/change-rows';
import { inTurn, isTurnTaken } from '../turns';
import { askArrangement, lastChange } from './arrangements';
import { atOnce, readAhead } from './read-ahead';

/**
 * Does one thing with many annotations, by the rules of the command that does it with a few. One change, read, worked
 * out and written part by part: others are answered in between, and where it is cancelled nothing is changed.
 */
export const changeSegments: Handler<'segments.change'> = (project, { job: name, selection, action }) =>
  project.jobs.run(name, async (job) => {
    const writer = writerOf(project);
    if (!writer.ok) return writer;
    for (;;) {
      const at = lastChange(project.reader);
      const annotations = await selectedIds(project, selection);
      if (annotations.length === 0) return fail(problem('nothing-selected'));
      const diff = await decideOnMany(project, action, annotations, job);
      // What was read is of no use where somebody has changed something meanwhile.
      if (lastChange(project.reader) !== at) continue;
      if (!diff.ok) return diff;
      return commitMany(project, commandFor(action, annotations).name, diff.value, job);
    }
  });

/** What is done to each annotation for itself, whatever is done to the others. */
const isOneByOne = (action: SegmentAction): boolean =>
  action.name === 'status' || action.name === 'entry' || action.name === 'attribute';

/** What an action comes to; worked out part by part where the annotations have nothing to do with each other. */
async function decideOnMany(
  project: Project,
  action: SegmentAction,
  annotations: readonly AnnotationId[],
  job: Job,
): Promise<Result<Diff>> {
  const view = await readAhead(project.reader, project.view, annotations, job);
  const context = project.context();
  if (!isOneByOne(action)) return decide(commandFor(action, annotations), view, context);
  const parts: Diff[] = [];
  for (let from = 0; from < annotations.length; from += atOnce) {
    const part = decide(commandFor(action, annotations.slice(from, from + atOnce)), view, context);
    if (!part.ok) return part;
    parts.push(part.value);
    job.report('checking', Math.min(from + atOnce, annotations.length), annotations.length);
    await job.breathe();
  }
  return ok({ added: [], updated: parts.flatMap(({ updated }) => updated), removed: [] });
}

/** Does it and records it; what concerns very many, part by part, while nobody else writes. */
async function commitMany(
  project: Project,
  name: Command['name'],
  diff: Diff,
  job: Job,
): Promise<Result<SegmentChange | null>> {
  if (isEmptyDiff(diff)) return ok(null);
  const touched = [...diff.updated.map(([, after]) => after), ...diff.removed].filter(
    ({ record }) => record === 'annotation',
  ).length;
  const rows = rowsOfDiff(diff);
  const commit = () => project.inSteps.commit({ name, rows }, job);
  if (rows.count > mostTold && isTurnTaken(project)) return fail(problem('project-busy'));
  const committed = await (rows.count > mostTold ? inTurn(project, commit) : commit());
  return committed.ok ? ok({ number: committed.value.number, annotations: touched }) : committed;
}

/** The annotations that a selection stands for at this moment. */
async function selectedIds(project: Project, selection: SegmentSelection): Promise<readonly AnnotationId[]> {
  if (selection.by === 'ids') return selection.annotations;
  const { filter, except } = selection;
  const query = { filter, order: 'document', descending: false, grouping: 'none' } as const;
  const rows = await askArrangement(project, query, (arrangement) => arrangement.rows(0, Infinity));
  const left = new Set(except);
  return annotationIdsInRows(project.reader, rows).filter((id) => !left.has(id));
}

function commandFor(action: SegmentAction, annotations: readonly AnnotationId[]): Command {
  const target = { of: 'annotation', annotations } as const;
  switch (action.name) {
    case 'retype':
      return { name: 'annotation.retype', annotations, type: action.type };
    case 'status':
      return { name: 'annotation.status', annotations, status: action.status };
    case 'entry':
      return { name: 'annotation.refer', annotations, entry: action.entry };
    case 'attribute':
      return { name: 'value.set', target, attribute: action.attribute, value: action.value };
    case 'term':
      return {
        name: 'term.create',
        attribute: action.attribute,
        term: action.term,
        parent: null,
        for: target,
      };
    case 'delete':
      return { name: 'annotation.delete', annotations };
  }
}
