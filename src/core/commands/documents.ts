import type { Diff } from '../diff';
import type { DocumentId } from '../ids';
import type { DocumentRecord } from '../model/document';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { moveInQueue, type Repositioned } from '../documents/queue';
import { removalOf, type CommandOf } from './annotations';
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

/** Sets some keys of the metadata of documents, or takes them away; the others stay as they are. */
export function setMetadata(
  { documents, values }: CommandOf<'document.metadata'>,
  view: ProjectView,
): Result<Diff> {
  const found = collect([...new Set(documents)], (id) => findDocument(view, id));
  if (!found.ok) return found;
  const updated = found.value.map((document) => {
    const metadata = Object.fromEntries(
      Object.entries<string | null>({ ...document.metadata, ...values }).filter(
        (pair): pair is [string, string] => pair[1] !== null,
      ),
    );
    return update(document, { metadata });
  });
  return ok({ added: [], updated: updated.filter((pair) => pair !== null), removed: [] });
}

/** Moves documents in the queue of documents to code, in the order that they have in it. */
export function reorderDocuments(
  { documents, before }: CommandOf<'document.reorder'>,
  view: ProjectView,
): Result<Diff> {
  const found = collect([...documents, ...(before ? [before] : [])], (id) => findDocument(view, id));
  if (!found.ok) return found;
  return repositioned(moveInQueue(view.queue(), new Set(documents), before), view);
}

/** The diff that gives documents new places in the queue. */
export function repositioned(positions: Repositioned, view: ProjectView): Result<Diff> {
  const changes = collect([...positions], ([id, position]) => {
    const document = findDocument(view, id);
    return document.ok ? ok(update(document.value, { position })) : document;
  });
  return changes.ok
    ? ok({ added: [], updated: changes.value.filter((pair) => pair !== null), removed: [] })
    : changes;
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
