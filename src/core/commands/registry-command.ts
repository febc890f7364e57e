import type { AnnotationId, EntryId } from '../ids';
import type { EntryRecord } from '../model/annotation';

/** What a person says of an entry; the rest follows from what is done with it. */
export type EntryFields = Pick<
  EntryRecord,
  'name' | 'type' | 'aliases' | 'identifiers' | 'note' | 'date' | 'place'
>;

/** A thing or a happening that is not in the registry yet. What is left out is empty. */
export type NewEntry = Pick<EntryRecord, 'kind' | 'name'> & Partial<EntryFields>;

/** What a coder can ask of the registry. Each becomes one undoable change. */
export type RegistryCommand =
  | {
      readonly name: 'entry.create';
      readonly entry: NewEntry;
      /** The mentions that refer to it from the beginning. */
      readonly mentions: readonly AnnotationId[];
    }
  | { readonly name: 'entry.change'; readonly entry: EntryId; readonly to: Partial<EntryFields> }
  | {
      readonly name: 'entry.merge';
      /** The entries that become one with `into`, which keeps its name. */
      readonly entries: readonly EntryId[];
      readonly into: EntryId;
    }
  | {
      readonly name: 'entry.split';
      readonly entry: EntryId;
      /** Those that refer to the new entry from now on; at least one. */
      readonly mentions: readonly AnnotationId[];
      readonly to: string;
    }
  | { readonly name: 'entry.remove'; readonly entries: readonly EntryId[] }
  | {
      readonly name: 'annotation.refer';
      readonly annotations: readonly AnnotationId[];
      /** Null takes their identity away. */
      readonly entry: EntryId | null;
    };
