import type { DocumentId, TypeId } from '../ids';
import type { Span } from '../model/annotation';

/** A span to be annotated, before anything is known but where it is and what it is called. */
export interface NewAnnotation {
  readonly document: DocumentId;
  readonly type: TypeId;
  /** At least one, unless the type is a relation. */
  readonly fragments: readonly Span[];
}
