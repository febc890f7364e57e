import type { AnnotationRecord } from '../../core/model/annotation';
import type { SegmentFilter } from '../../core/segments/filter';
import type { Reader } from '../storage/connection';
import { codebookParts, documentsFor } from './arrangements';
import { conditionOf } from './conditions';

/** Tells of each document and annotation whether a filter lets it through. */
export interface Fitting {
  document(id: string): boolean;
  annotation(annotation: Pick<AnnotationRecord, 'id' | 'document'>): boolean;
}

/** What fits a filter, in one state of the project. Quick where annotations are asked about document by document. */
export function fitting(reader: Reader, filter: SegmentFilter): Fitting {
  const documents = new Set(documentsFor(reader, filter));
  const { sql, values } = conditionOf(filter, codebookParts(reader));
  const found = reader.query<{ id: string }>(
    `SELECT a.id AS id FROM annotation AS a WHERE a.document = ? AND ${sql}`,
  );
  let known: { readonly document: string; readonly ids: ReadonlySet<string> } | null = null;
  const fittingIn = (document: string): ReadonlySet<string> => {
    if (known?.document !== document)
      known = { document, ids: new Set(found.all(document, ...values).map(({ id }) => id)) };
    return known.ids;
  };
  return {
    document: (id) => documents.has(id),
    annotation: ({ id, document }) => documents.has(document) && fittingIn(document).has(id),
  };
}
