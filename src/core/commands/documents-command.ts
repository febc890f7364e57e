import type { DocumentId } from '../ids';

/** What a coder can ask of the documents' metadata and queue. Each becomes one undoable change. */
export type DocumentsCommand =
  | {
      readonly name: 'document.metadata';
      readonly documents: readonly DocumentId[];
      /** By key; null takes a key away, and what is not named stays. */
      readonly values: Readonly<Record<string, string | null>>;
    }
  | {
      readonly name: 'document.reorder';
      readonly documents: readonly DocumentId[];
      /** The document that they come before in the queue; null for its end. */
      readonly before: DocumentId | null;
    };
