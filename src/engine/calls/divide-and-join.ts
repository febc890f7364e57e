import type { Change, Place } from '../../contract/engine-answers';
import { bookOf } from '../../core/commands/book';
import { repositioned } from '../../core/commands/documents';
import { collect } from '../../core/commands/build';
import type { Diff } from '../../core/diff';
import { joinDocuments } from '../../core/documents/join';
import { roomBehind } from '../../core/documents/queue';
import { splitDocument } from '../../core/documents/split';
import type { WholeDocument, WithTexts } from '../../core/documents/whole';
import type { DocumentId } from '../../core/ids';
import { codePoint } from '../../core/offsets';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { endsOf } from '../../core/rules/slots';
import { sha256Of } from '../import/sha256';
import { writerOf, type NewChange, type Project } from '../project';
import { annotationsOf } from '../storage/records/annotations';
import { documents } from '../storage/records/documents';
import { linksOfDocument } from '../storage/records/links';
import { placesIn, writePlace } from '../storage/records/places';
import { segmentationsOf } from '../storage/records/segmentations';
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
    roles: rolesOf(project),
  });
}

function rolesOf({ view }: Project): WholeDocument['roles'] {
  const roles = view.roles();
  const book = bookOf(view);
  const relations = view.codebook().types.filter(({ kind }) => kind === 'relation');
  return {
    across: new Set(roles.filter(({ acrossDocuments }) => acrossDocuments).map(({ id }) => id)),
    sources: new Set(relations.flatMap(({ id }) => endsOf(id, book)?.[0].role.id ?? [])),
  };
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
  const [first, second] = diff.added.filter((record) => record.record === 'document');
  const places = placesIn(project.reader, document);
  const done = commit(project, 'document.split', ok({ change: diff, texts }));
  if (done.ok && first && second)
    for (const { coder, place } of places)
      if (place.caret < at) writePlace(writer.value, coder, first.id, placeAt(place, 0, at));
      else writePlace(writer.value, coder, second.id, placeAt(place, 0 - at, second.length));
  return done;
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
  const joined = joinDocuments(wholes.value, name, project.context(), sha256Of);
  const places = inQueue.map(({ id }) => placesIn(project.reader, id));
  const done = commit(project, 'document.join', joined);
  const made = joined.ok ? joined.value.change.added.find((record) => record.record === 'document') : null;
  if (!done.ok || !joined.ok || !made) return done;
  // Where somebody was in several of them, they go on in the first of these.
  places.toReversed().forEach((ofOne, index) => {
    const start = joined.value.starts.at(-1 - index) ?? 0;
    for (const { coder, place } of ofOne)
      writePlace(writer.value, coder, made.id, placeAt(place, start, made.length));
  });
  return done;
};

/** A place as many code points further on (or back), within a text of a length. */
const placeAt = ({ top, caret }: Place, by: number, length: number): Place => {
  const within = (offset: number): number => Math.min(length, Math.max(0, offset + by));
  return { top: codePoint(within(top)), caret: codePoint(within(caret)) };
};
