import type { LossLine } from '../../../core/exchange/losses';
import type { AnnotationId, LinkId } from '../../../core/ids';
import { closeDialog, requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { backToChoice } from './flow';

type Example = LossLine['examples'][number];

/** Shows what was lost where it stands: the annotation, or that of the role, in its text; else its document. */
export async function goToExample({ document: name, record }: Example): Promise<void> {
  backToChoice();
  closeDialog();
  const called = [...(workspace()?.documents.values() ?? [])].filter(
    ({ document }) => document.name === name,
  );
  for (const { document } of called) {
    await openDocument(document.id);
    const open = workspace()?.open;
    const annotation = open?.links.get(record as LinkId)?.annotation ?? (record as AnnotationId);
    if (!open?.annotations.has(annotation)) continue;
    requestReveal({ document: document.id, target: annotation });
    selectAnnotation(annotation);
    break;
  }
  // The text is drawn with the next frame, and takes the keyboard then.
  requestAnimationFrame(() => requestAnimationFrame(() => useInterface.getState().editor?.focus()));
}
