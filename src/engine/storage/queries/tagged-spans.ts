import type { AnnotationId, CoderId, DocumentId, TypeId } from '../../../core/ids';
import type { Reader } from '../file/connection';

/** A fragment of an annotation, in code points. */
export interface TaggedSpan {
  readonly annotation: AnnotationId;
  readonly start: number;
  readonly end: number;
}

/** The fragments of a document's annotations of some types, but for those of hidden coders, in the order of the text. */
export const taggedSpans = (
  reader: Reader,
  document: DocumentId,
  types: readonly TypeId[],
  hidden: readonly CoderId[],
): readonly TaggedSpan[] =>
  reader
    .query<TaggedSpan>(
      `SELECT f.annotation, f.start, f."end" AS "end" FROM annotation AS a JOIN fragment AS f ON f.annotation = a.id
       WHERE a.document = ? AND a.type IN (SELECT value FROM json_each(?))
         AND a.coder NOT IN (SELECT value FROM json_each(?)) ORDER BY f.start, f."end"`,
    )
    .all(document, JSON.stringify(types), JSON.stringify(hidden));
