import type { AnnotationRecord, LinkTarget } from '../../../core/model/annotation';
import { requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { knownAnnotation } from '../../stores/workspace/quotes';
import { openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';

/** Shows an annotation, in its own document if that is another one, and gives the keyboard to the text. */
export async function goToAnnotation(annotation: AnnotationRecord): Promise<void> {
  await openDocument(annotation.document);
  selectAnnotation(annotation.id);
  requestReveal({ document: annotation.document, target: annotation.id });
  useInterface.getState().editor?.focus();
}

/** Shows what fills a role, where that stands in a text. */
export async function goToTarget(target: LinkTarget, from: AnnotationRecord): Promise<void> {
  const project = workspace();
  if (target.by === 'span') {
    requestReveal({ document: from.document, target: target.span });
    return;
  }
  const annotation = project && target.by === 'annotation' && knownAnnotation(project, target.annotation);
  if (annotation) await goToAnnotation(annotation);
}
