import type { LossExample } from '../../../core/exchange/losses';
import type { AnnotationId, DocumentId, EntryId, LinkId, TermId, TypeId } from '../../../core/ids';
import {
  closeDialog,
  focusText,
  requestReveal,
  selectAnnotation,
  showDialog,
  showView,
} from '../../stores/interface';
import { showEntry } from '../../stores/shown-entry';
import { showTypeInCodebook } from '../../stores/shown-part';
import { openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { afterFrames } from '../../ui/after-frames';
import { backToChoice } from './flow';

/** What shows a lost thing in the window; null where there is nothing to be shown. */
export function wayTo({ documentId, record }: LossExample): (() => void) | null {
  const state = workspace();
  if (documentId !== null)
    return state?.documents.has(documentId) ? () => void showInText(documentId, record) : null;
  const type = state?.types.get(record as TypeId);
  if (type) return () => showTypeInCodebook(type.id);
  const entry = state?.registry.get(record as EntryId);
  if (entry) return () => showEntry(entry.id);
  const term = state?.terms.get(record as TermId);
  return term ? () => showDialog({ name: 'vocabulary', attribute: term.attribute }) : null;
}

/** Shows what was lost where it stands, and puts the report away. */
export function goThere(go: () => void): void {
  backToChoice();
  closeDialog();
  go();
}

/** The annotation, or that of the role, in its text; else its document. */
async function showInText(document: DocumentId, record: string): Promise<void> {
  await openDocument(document);
  const open = workspace()?.open;
  const annotation = open?.links.get(record as LinkId)?.annotation ?? (record as AnnotationId);
  if (open?.annotations.has(annotation)) {
    requestReveal({ document, target: annotation });
    selectAnnotation(annotation);
  } else showView('text');
  // The text is drawn with the next frame, and takes the keyboard then.
  afterFrames(2, focusText);
}
