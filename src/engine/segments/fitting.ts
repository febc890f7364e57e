import type { AnnotationRecord } from '../../core/model/annotation';
import type { SegmentFilter } from '../../core/segments/filter';
import type { Reader } from '../storage/file/connection';
import { codebookParts, documentsFor } from './arrangements';
import { conditionOf } from './conditions';

/** Tells of each document and annotation whether a filter lets it through. */
export interface Fitting {
  document(id: string): boolean;
  annotation(annotation: Pick<AnnotationRecord, 'id' | 'document'>): boolean;
}

/** Of how many documents it is known at once what fits: of the one that is gone through, and of those it is tied to. */
const mostKnown = 64;

/** What fits a filter, in one state of the project. Quick where annotations are asked about document by document. */
export function fitting(reader: Reader, filter: SegmentFilter): Fitting {
  const documents = new Set(documentsFor(reader, filter));
  const { sql, values } = conditionOf(filter, codebookParts(reader));
  const found = reader.query<{ id: string }>(
    `SELECT a.id AS id FROM annotation AS a WHERE a.document = ? AND ${sql}`,
  );
  /** By document, the one that was asked about last at the end. */
  const known = new Map<string, ReadonlySet<string>>();
  const fittingIn = (document: string): ReadonlySet<string> => {
    const ids = known.get(document) ?? new Set(found.all(document, ...values).map(({ id }) => id));
    known.delete(document);
    known.set(document, ids);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return ids;
  };
  return {
    document: (id) => documents.has(id),
    annotation: ({ id, document }) => documents.has(document) && fittingIn(document).has(id),
  };
}
