import type { SegmentAction, SegmentSelection } from '../../contract/segments';
import type { Command } from '../../core/commands/command';
import { decide } from '../../core/commands/decide';
import { isEmptyDiff } from '../../core/diff';
import type { AnnotationId } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import type { Handler } from '../calls/handler';
import { writerOf, type Project } from '../project';
import { annotationIdsInRows } from '../storage/annotations';
import { askArrangement } from './arrangements';

/** Does one thing with many annotations, by the rules of the command that does it with a few. One change. */
export const changeSegments: Handler<'segments.change'> = async (project, { selection, action }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const annotations = await selectedIds(project, selection);
  if (annotations.length === 0) return fail(problem('nothing-selected'));
  const command = commandFor(action, annotations);
  const diff = decide(command, project.view, project.context());
  if (!diff.ok) return diff;
  if (isEmptyDiff(diff.value)) return ok(null);
  const touched = [...diff.value.updated.map(([, after]) => after), ...diff.value.removed].filter(
    ({ record }) => record === 'annotation',
  ).length;
  const committed = project.commit({ name: command.name, diff: diff.value });
  return committed.ok ? ok({ number: committed.value.number, annotations: touched }) : committed;
};

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
