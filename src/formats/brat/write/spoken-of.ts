import type { AnnotationRecord } from '../../../core/model/annotation';
import { keptAnnotation, type KeptDocument } from '../kept';

/**
 * The ids that lines of a document have or speak of: nothing new may be called so, or it would take the name of what
 * comes later, or be what a line meant that was not there.
 */
export function* spokenOf(
  document: KeptDocument | null,
  annotations: readonly AnnotationRecord[],
): Generator<string> {
  for (const { written } of document?.rest ?? []) yield* written.split(/[\s:]+/u);
  for (const { members } of document?.equivalences ?? []) yield* members;
  for (const { origin } of annotations) {
    const kept = keptAnnotation(origin);
    if (!kept) continue;
    if (typeof origin?.id === 'string') yield origin.id;
    if (kept.trigger) yield kept.trigger.id;
    for (const { id } of [...(kept.attributes ?? []), ...(kept.references ?? []), ...(kept.notes ?? [])])
      yield id;
    for (const { target } of kept.missing ?? []) yield target;
  }
}
