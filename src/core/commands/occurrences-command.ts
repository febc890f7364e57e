import type { AnnotationId, DocumentId, TypeId } from '../ids';
import type { Span } from '../model/annotation';

/** Tags many places at once after the model of one annotation. */
export interface TagOccurrences {
  readonly name: 'occurrences.tag';
  readonly type: TypeId;
  readonly spans: readonly { readonly document: DocumentId; readonly span: Span }[];
  /** The annotation whose occurrences they are, where there is one. */
  readonly model: AnnotationId | null;
  /** What of the model the new annotations get too: its values of attributes, and what it refers to. */
  readonly carry: { readonly attributes: boolean; readonly entry: boolean };
}
