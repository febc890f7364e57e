import type { SegmentAction, SegmentChange, SegmentSelection } from '../../contract/segments';
import type { Command } from '../../core/commands/command';
import { decide } from '../../core/commands/decide';
import type { ChangeContext, ProjectView } from '../../core/commands/project-view';
import { ProjectAfter } from '../../core/commands/view-after';
import { emptyDiff, isEmptyDiff, type Diff, type Update } from '../../core/diff';
import type { AnnotationId } from '../../core/ids';
import { type AnyRecord, recordKey } from '../../core/model/records';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { Handler } from '../calls/handler';
import type { Job } from '../jobs/jobs';
import { mostTold } from '../journal/journal';
import { writerOf, type Project } from '../project';
import { annotationIdsInRows } from '../storage/records/annotations';
import { rowsOfDiff } from '../storage/journal/change-rows';
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
      const annotations = await selectedIds(project, selection, job);
      if (annotations.length === 0) return fail(problem('nothing-selected'));
      const diff = await decideOnMany(project, action, annotations, job);
      // What was read is of no use where somebody has changed something meanwhile.
      if (lastChange(project.reader) !== at) continue;
      if (!diff.ok) return diff;
      return commitMany(project, commandFor(action, annotations).name, diff.value, job);
    }
  });

/** What an action comes to, worked out part by part: others are answered in between. */
async function decideOnMany(
  project: Project,
  action: SegmentAction,
  annotations: readonly AnnotationId[],
  job: Job,
): Promise<Result<Diff>> {
  const view = await readAhead(project.reader, project.view, annotations, job);
  const context = project.context();
  const begun = beginning(action, view, context);
  if (!begun.ok) return begun;
  const { each, made } = begun.value;
  const after = isEmptyDiff(made) ? view : new ProjectAfter(view, made).view;
  const updated: Update[] = [];
  const removed = new Map<string, AnyRecord>();
  let done = 0;
  for (const part of partsOf(action, annotations, view)) {
    const diff = decide(commandFor(each, part), after, context);
    if (!diff.ok) return diff;
    for (const update of diff.value.updated) updated.push(update);
    // Two parts may take the same link or relation away.
    for (const record of diff.value.removed) removed.set(recordKey(record), record);
    done += part.length;
    job.report('checking', done, annotations.length);
    await job.breathe();
  }
  return ok({ added: made.added, updated, removed: [...removed.values()] });
}

/** What is made before all others, once: a new term, which is then given like any that was there. */
function beginning(
  action: SegmentAction,
  view: ProjectView,
  context: ChangeContext,
): Result<{ readonly each: SegmentAction; readonly made: Diff }> {
  if (action.name !== 'term') return ok({ each: action, made: emptyDiff });
  const { attribute, term } = action;
  const made = decide({ name: 'term.create', attribute, term, parent: null, for: null }, view, context);
  if (!made.ok) return made;
  const value = made.value.added[0]?.id ?? null;
  return ok({ each: { name: 'attribute', attribute, value }, made: made.value });
}

/**
 * The annotations in parts that have nothing to do with each other. What becomes of links and relations is decided by
 * both of their ends, so that retyped annotations with links stay together.
 */
function* partsOf(
  { name }: SegmentAction,
  annotations: readonly AnnotationId[],
  view: ProjectView,
): Generator<readonly AnnotationId[]> {
  const isTied = (id: AnnotationId): boolean =>
    view.linksOf(id).length > 0 || view.find('annotation', id)?.fragments.length === 0;
  const tied = name === 'retype' ? annotations.filter(isTied) : [];
  if (tied.length > 0) yield tied;
  const together = new Set(tied);
  const free = together.size === 0 ? annotations : annotations.filter((id) => !together.has(id));
  for (let from = 0; from < free.length; from += atOnce) yield free.slice(from, from + atOnce);
}

/** Does it and records it; what concerns very many, part by part, while nobody else writes. */
async function commitMany(
  project: Project,
  name: Command['name'],
  diff: Diff,
  job: Job,
): Promise<Result<SegmentChange | null>> {
  if (isEmptyDiff(diff)) return ok(null);
  const touched = [...diff.updated.map(([, after]) => after), ...diff.removed].filter(isAnnotation).length;
  const relationsGone = name === 'annotation.retype' ? diff.removed.filter(isAnnotation).length : 0;
  const rows = rowsOfDiff(diff);
  const commit = () => project.inSteps.commit({ name, rows }, job);
  if (rows.count > mostTold && isTurnTaken(project)) return fail(problem('project-busy'));
  const committed = await (rows.count > mostTold ? inTurn(project, commit) : commit());
  return committed.ok
    ? ok({ number: committed.value.number, annotations: touched, relationsGone })
    : committed;
}

const isAnnotation = ({ record }: AnyRecord): boolean => record === 'annotation';

/** The annotations that a selection stands for. */
async function selectedIds(
  project: Project,
  selection: SegmentSelection,
  job: Job,
): Promise<readonly AnnotationId[]> {
  if (selection.by === 'ids') return selection.annotations;
  const { filter, except } = selection;
  const query = { filter, order: 'document', descending: false, grouping: 'none' } as const;
  const rows = await askArrangement(project, query, (arrangement) => arrangement.rows(0, Infinity));
  const left = new Set<string>(except);
  const ids: AnnotationId[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    for (const id of annotationIdsInRows(project.reader, rows.slice(from, from + atOnce)))
      if (!left.has(id)) ids.push(id);
    await job.breathe();
  }
  return ids;
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
