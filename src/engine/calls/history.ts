import { isEmptyDiff } from '../../core/diff';
import { withVersion } from '../../core/history/restore';
import { withFittingLinks } from '../../core/history/restored-links';
import { withSoundRelations } from '../../core/history/restored-relations';
import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import { deletedIn, restorationFor } from '../history/deleted';
import { previewOf, wayBackTo } from '../history/go-back';
import { namesOf, pageOf } from '../history/page';
import { detailOf, historyOf } from '../history/touches';
import { writerOf } from '../project';
import { withPlace } from './changes';
import type { Handler } from './handler';

export const readHistory: Handler<'history.page'> = ({ reader }, { filter, ...part }) =>
  ok(pageOf(reader, filter, part));

export const listChangeNames: Handler<'history.names'> = ({ reader }, { filter }) =>
  ok(namesOf(reader, filter));

export const readChange: Handler<'history.change'> = ({ reader, view }, { change, hidden, ...part }) =>
  ok(detailOf({ reader, view, hidden: new Set(hidden) }, change, part));

export const readRecordHistory: Handler<'history.ofRecord'> = ({ reader, view }, { record, id, hidden }) =>
  ok(historyOf({ reader, view, hidden: new Set(hidden) }, record, id));

export const previewGoingBack: Handler<'history.preview'> = ({ reader }, { to }) => previewOf(reader, to);

export const goBack: Handler<'history.goBack'> = (project, { to }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const diff = wayBackTo(project.reader, to);
  if (!diff.ok) return diff;
  return withPlace(project, project.commit({ name: 'history.goBack', diff: diff.value, backTo: to }));
};

export const listDeleted: Handler<'history.deleted'> = ({ reader }, { offset, limit, ...filter }) =>
  ok(deletedIn(reader, filter, { offset, limit }));

export const restoreDeleted: Handler<'history.restore'> = (project, { records }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const { view } = project;
  const all = restorationFor(project.reader, (name, id) => view.find(name, id), records);
  if (!all.ok) return all;
  const fitting = withFittingLinks(all.value, view);
  const diff = withSoundRelations(fitting, new Set(records.map(({ id }) => id)), view);
  if (!diff.ok) return diff;
  if (isEmptyDiff(diff.value)) return fail(problem('history-nothing-since'));
  const restored = withVersion(diff.value, view, project.context());
  return withPlace(project, project.commit({ name: 'history.restore', diff: restored }));
};
