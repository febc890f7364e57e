import type { DocumentId, NewId } from '../../../core/ids';
import { problem } from '../../../core/problem';
import type { DocumentDraft } from '../../../formats/exchange/drafts';
import type { AdoptedSink } from './adoption-plan';

/** Takes the tokens and sentences of a document in. `length` is that of its text, in code points. */
export function takeSegmentations(
  { name, segmentations }: DocumentDraft,
  document: DocumentId,
  length: number,
  newId: () => NewId,
  sink: AdoptedSink,
): void {
  for (const { unit, spans, origin } of segmentations) {
    const id = newId();
    if (spans.every(([start, end]) => start <= end && end <= length))
      sink.keep({ record: 'segmentation', id, document, unit, spans, origin });
    else sink.warn(problem('import-segmentation-left-out', { name }));
  }
}
