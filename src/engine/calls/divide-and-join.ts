import type { Change } from '../../contract/engine-answers';
import { repositioned } from '../../core/commands/documents';
import { collect } from '../../core/commands/build';
import type { Diff } from '../../core/diff';
import { joinDocuments } from '../../core/documents/join';
import { roomBehind } from '../../core/documents/queue';
import { splitDocument } from '../../core/documents/split';
import type { WholeDocument, WithTexts } from '../../core/documents/whole';
import type { DocumentId } from '../../core/ids';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { sha256Of } from '../import/sha256';
import { writerOf, type NewChange, type Project } from '../project';
import { annotationsOf } from '../storage/annotations';
import { documents } from '../storage/documents';
import { linksOfDocument } from '../storage/links';
import { segmentationsOf } from '../storage/segmentations';
import type { Handler } from './handler';

/** A document with its text and everything in it. */
function readWhole(project: Project, id: DocumentId): Result<WholeDocument> {
  const { reader } = project;
  const document = documents.find(reader, id);
  const text = project.readText(id);
  if (!document || text === undefined) return fail(problem('record-missing', { record: 'document', id }));
  return ok({
    document,
    text,
    annotations: annotationsOf(reader, id),
    segmentations: segmentationsOf(reader, id),
    links: linksOfDocument(reader, id),
  });
}

function commit(
  project: Project,
  name: NewChange['name'],
  computed: Result<WithTexts<Diff>>,
): Result<Change> {
  if (!computed.ok) return computed;
  const { change, texts } = computed.value;
  return project.commit({ name, diff: change, texts });
}

/** Makes two documents of one. Its place in the queue goes to the first; the second stands behind it. */
export const divideDocument: Handler<'document.split'> = (project, { document, at, names }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const { view } = project;
  const whole = readWhole(project, document);
  if (!whole.ok) return whole;
  const { own, next, others } = roomBehind(view.queue(), document);
  const moved = repositioned(others, view);
  if (!moved.ok) return moved;
  const split = splitDocument(
    whole.value,
    { at, names, positions: [own, next] },
    project.context(),
    sha256Of,
  );
  if (!split.ok) return split;
  const { change, texts } = split.value;
  const diff = { ...change, updated: [...change.updated, ...moved.value.updated] };
  return commit(project, 'document.split', ok({ change: diff, texts }));
};

/** Makes one document of several, in the order in which the queue has them. */
export const joinSeveral: Handler<'documents.join'> = (project, { documents: ids, name }) => {
  const writer = writerOf(project);
  if (!writer.ok) return writer;
  const wanted = new Set(ids);
  const inQueue = project.view.queue().filter(({ id }) => wanted.has(id));
  const wholes = collect(inQueue, ({ id }) => readWhole(project, id));
  if (!wholes.ok) return wholes;
  if (inQueue.length < wanted.size) return fail(problem('record-missing', { record: 'document' }));
  return commit(project, 'document.join', joinDocuments(wholes.value, name, project.context(), sha256Of));
};
