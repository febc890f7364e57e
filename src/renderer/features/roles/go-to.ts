import type { AnnotationRecord, LinkTarget, Span } from '../../../core/model/annotation';
import { requestReveal, selectAnnotation, useInterface } from '../../stores/interface';
import { showEntry } from '../../stores/shown-entry';
import { knownAnnotation } from '../../stores/workspace/quotes';
import { openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { afterFrames } from '../../ui/after-frames';

/** Shows an annotation, in its own document if that is another one, and gives the keyboard to the text. */
export async function goToAnnotation(annotation: AnnotationRecord): Promise<void> {
  await openDocument(annotation.document);
  selectAnnotation(annotation.id);
  requestReveal({ document: annotation.document, target: annotation.id });
  useInterface.getState().editor?.focus();
}

/** Selects words of the open document, once its text is drawn, and gives it the keyboard. */
function selectWords(span: Span): void {
  afterFrames(2, () => {
    const { editor } = useInterface.getState();
    editor?.select(span);
    editor?.focus();
  });
}

/** Shows what fills a role: an annotation or words in their text, an entry in the registry. */
export async function goToTarget(target: LinkTarget, from: AnnotationRecord): Promise<void> {
  const project = workspace();
  if (target.by === 'span') {
    await openDocument(from.document);
    requestReveal({ document: from.document, target: target.span });
    selectWords(target.span);
    return;
  }
  if (target.by === 'entry') {
    showEntry(target.entry);
    return;
  }
  const annotation = project && knownAnnotation(project, target.annotation);
  if (annotation) await goToAnnotation(annotation);
}
