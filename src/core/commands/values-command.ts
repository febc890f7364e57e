import type { AnnotationId, AttributeId, DocumentId, EntryId, TermId } from '../ids';
import type { AttributeValue, Choice } from '../model/codebook';

/** What gets a value: one or several of one kind. */
export type ValueTarget =
  | { readonly of: 'annotation'; readonly annotations: readonly AnnotationId[] }
  | { readonly of: 'entry'; readonly entries: readonly EntryId[] }
  | { readonly of: 'document'; readonly documents: readonly DocumentId[] };

/** What a coder can ask of attributes and vocabularies. Each becomes one undoable change. */
export type ValuesCommand =
  | {
      readonly name: 'value.set';
      readonly target: ValueTarget;
      readonly attribute: AttributeId;
      /** Null takes the value away. */
      readonly value: AttributeValue | null;
    }
  | {
      /** A choice that an attribute lacked, which records get at once. */
      readonly name: 'choice.add';
      readonly attribute: AttributeId;
      readonly choice: Choice;
      readonly for: ValueTarget;
    }
  | {
      readonly name: 'term.create';
      readonly attribute: AttributeId;
      readonly term: string;
      readonly parent: TermId | null;
      /** What has the new term for its value from the beginning. */
      readonly for: ValueTarget | null;
    }
  | { readonly name: 'term.rename'; readonly term: TermId; readonly to: string }
  | {
      readonly name: 'term.merge';
      /** The terms that become one with `into`, which keeps its name. */
      readonly terms: readonly TermId[];
      readonly into: TermId;
    }
  | {
      readonly name: 'term.move';
      readonly terms: readonly TermId[];
      /** Null for the top of the hierarchy. */
      readonly parent: TermId | null;
    }
  | {
      readonly name: 'term.remove';
      readonly terms: readonly TermId[];
      /** What becomes of the values that are these terms; `refuse` removes only what nothing uses. */
      readonly uses: 'refuse' | 'clear';
    };
