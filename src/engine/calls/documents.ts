import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import { writerOf } from '../project';
import { annotationsOf } from '../storage/records/annotations';
import { countAnnotations, documents } from '../storage/records/documents';
import { readPlace, writePlace } from '../storage/records/places';
import type { Handler } from './handler';
import { readLinked } from './linked';

export const listDocuments: Handler<'documents.list'> = ({ reader }) =>
  reader.snapshot(() => {
    const counts = countAnnotations(reader);
    return ok(
      documents.all(reader).map((document) => {
        const byCoder = counts.get(document.id) ?? {};
        const annotations = Object.values(byCoder).reduce((sum, count) => sum + count, 0);
        return { document, annotations, byCoder };
      }),
    );
  });

export const readDocument: Handler<'document.read'> = (project, { document: id }) => {
  const { reader, coder } = project;
  return reader.snapshot(() => {
    const document = documents.find(reader, id);
    const text = project.readText(id);
    if (!document || text === undefined) return fail(problem('record-missing', { record: 'document', id }));
    const annotations = annotationsOf(reader, id);
    return ok({
      document,
      text,
      annotations,
      ...readLinked(reader, id, annotations),
      place: readPlace(reader, coder, id),
    });
  });
};

/** A project that can only be looked at remembers nothing, which is no reason to trouble anyone. */
export const leaveDocument: Handler<'document.leave'> = (project, { document, place }) => {
  const writer = writerOf(project);
  if (!writer.ok) return ok(null);
  return writer.value.transaction(() => {
    writePlace(writer.value, project.coder, document, place);
    return ok(null);
  });
};
