import type { ChangedPlace } from '../../contract/engine-answers';
import type { ProjectView } from '../../core/commands/project-view';
import type { Diff } from '../../core/diff';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { AnyRecord } from '../../core/model/records';

/** Where to look to see what a change did, once it is done; null where it did nothing in a document that is there. */
export function placeOf(diff: Diff, view: ProjectView): ChangedPlace | null {
  const touched = [...diff.added, ...diff.updated.map(([, after]) => after), ...diff.removed];
  for (const record of touched) {
    const place = placeOfRecord(record, view);
    if (place && view.find('document', place.document)) return place;
  }
  return null;
}

function placeOfRecord(record: AnyRecord, view: ProjectView): ChangedPlace | null {
  switch (record.record) {
    case 'annotation':
      return placeOfAnnotation(record);
    case 'link': {
      const annotation = view.find('annotation', record.annotation);
      return annotation ? placeOfAnnotation(annotation) : null;
    }
    case 'document':
      return { document: record.id, offset: null };
    case 'segmentation':
      return { document: record.document, offset: null };
    default:
      return null;
  }
}

const placeOfAnnotation = ({ document, fragments }: AnnotationRecord): ChangedPlace => ({
  document,
  offset: fragments[0]?.start ?? null,
});
