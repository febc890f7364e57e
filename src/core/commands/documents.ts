import type { Diff } from '../diff';
import type { DocumentId } from '../ids';
import type { DocumentRecord } from '../model/document';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { removalOf } from './annotations';
import { collect, update } from './build';
import type { ProjectView } from './project-view';

function findDocument(view: ProjectView, id: DocumentId): Result<DocumentRecord> {
  const found = view.find('document', id);
  return found ? ok(found) : fail(problem('record-missing', { record: 'document', id }));
}

/** Sets the same fields of some documents; those that have them already are left out of the diff. */
export function changeDocuments(
  ids: readonly DocumentId[],
  change: Partial<Pick<DocumentRecord, 'name' | 'status' | 'note'>>,
  view: ProjectView,
): Result<Diff> {
  const found = collect([...new Set(ids)], (id) => findDocument(view, id));
  if (!found.ok) return found;
  const updated = found.value.map((document) => update(document, change)).filter((pair) => pair !== null);
  return ok({ added: [], updated, removed: [] });
}

/** Takes documents out of the project with all that was coded in them. Their texts are kept for undo. */
export function removeDocuments(ids: readonly DocumentId[], view: ProjectView): Result<Diff> {
  const found = collect([...new Set(ids)], (id) => findDocument(view, id));
  if (!found.ok) return found;
  const contents = found.value.flatMap((document) => view.contentsOf(document.id));
  const annotations = contents.filter((record) => record.record === 'annotation');
  const segmentations = contents.filter((record) => record.record === 'segmentation');
  const { removed } = removalOf(annotations, view);
  return ok({ added: [], updated: [], removed: [...found.value, ...segmentations, ...removed] });
}
