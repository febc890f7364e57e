import type { AnnotationId, DocumentId } from '../../core/ids';
import { annotationsAt, type AnnotationRecord, type LinkRecord } from '../../core/model/annotation';
import { annotationsAmong } from '../storage/records/annotations';
import type { Reader } from '../storage/file/connection';
import { linksOfAnnotation, linksOfDocument } from '../storage/records/links';

/** The links of a document, and what they tie it to elsewhere. */
export interface Linked {
  readonly links: readonly LinkRecord[];
  readonly linked: readonly AnnotationRecord[];
}

/**
 * The links that annotations of a document have or fill, and the annotations of other documents at their further ends.
 * A relation from elsewhere comes with its other link and end, so that it can be told what it ties.
 */
export function readLinked(
  reader: Reader,
  document: DocumentId,
  annotations: readonly AnnotationRecord[],
): Linked {
  const links = linksOfDocument(reader, document);
  const here = new Set(annotations.map(({ id }) => id));
  const isElsewhere = (id: AnnotationId): boolean => !here.has(id);
  const near = annotationsAmong(reader, [...new Set(links.flatMap(annotationsAt).filter(isElsewhere))]);
  const known = new Set(links.map(({ id }) => id));
  const further = near
    .filter(({ fragments }) => fragments.length === 0)
    .flatMap(({ id }) => linksOfAnnotation(reader, id).filter((link) => link.annotation === id))
    .filter(({ id }) => !known.has(id));
  const loaded = new Set([...here, ...near.map(({ id }) => id)]);
  const ends = [...new Set(further.flatMap(annotationsAt))].filter((id) => !loaded.has(id));
  return { links: [...links, ...further], linked: [...near, ...annotationsAmong(reader, ends)] };
}
