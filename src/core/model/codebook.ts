import type { AttributeId, CoderId, RoleId, TermId, Timestamp, TypeId, VersionId } from '../ids';
import type { Origin } from './origin';

/** What a type is for: a thing, a happening, something said, or a tie between two annotations. */
export type Kind = 'entity' | 'event' | 'statement' | 'relation';

export const kinds = ['entity', 'event', 'statement', 'relation'] as const satisfies readonly Kind[];

/** A text per language, by BCP 47 tag: `{ ru: 'персона', en: 'person' }`. */
export type Localised = Readonly<Record<string, string>>;

/** A physical key as `KeyboardEvent.code` names it, with Shift or without: `KeyQ`, `Digit1`, `Shift+KeyQ`. */
export type PhysicalKey = string;

/** A type of the codebook: what a coder may call a stretch of text. */
export interface TypeRecord {
  readonly record: 'type';
  readonly id: TypeId;
  readonly kind: Kind;
  readonly parent: TypeId | null;
  readonly position: number;
  readonly names: Localised;
  /** Markdown. */
  readonly guidelines: Localised;
  /** Stretches of text that are typical of the type. */
  readonly examples: readonly string[];
  /** Hue in degrees, 0 to 359; every theme derives its own tints from it. */
  readonly hue: number;
  readonly key: PhysicalKey | null;
  /** Of relations only: whether the two ends may be swapped. */
  readonly symmetric: boolean;
  readonly origin: Origin | null;
}

/** What may fill a role: annotations of some kinds or types, registry entries, bare spans. */
export interface FillerRule {
  readonly kinds: readonly Kind[];
  readonly types: readonly TypeId[];
  readonly entries: boolean;
  readonly spans: boolean;
}

/**
 * A named place of a type that other annotations, registry entries or bare spans fill. The ends of a relation are the
 * first two roles of its type: from the first to the second.
 */
export interface RoleRecord {
  readonly record: 'role';
  readonly id: RoleId;
  readonly type: TypeId;
  readonly position: number;
  readonly names: Localised;
  readonly key: PhysicalKey | null;
  readonly min: number;
  /** How many fillers at most; null for any number. */
  readonly max: number | null;
  readonly fillers: FillerRule;
  /** Whether an annotation in another document may fill it. */
  readonly acrossDocuments: boolean;
  /** Whether an annotation may not come to fill it by way of others in its own place, over any number of steps. */
  readonly acyclic: boolean;
  /** Whether a new annotation takes over what the coder filled it with last. */
  readonly sticky: boolean;
  readonly origin: Origin | null;
}

/** What values an attribute takes. A vocabulary is an open list, whose terms are records of their own. */
export type AttributeDomain =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'one-of'; readonly choices: readonly Choice[] }
  | { readonly kind: 'several-of'; readonly choices: readonly Choice[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'vocabulary' };

export interface Choice {
  readonly value: string;
  readonly names: Localised;
}

/** Whose attribute it is: that of a type of the codebook, of all registry entries, or of all documents. */
export type AttributeOwner =
  { readonly of: 'type'; readonly type: TypeId } | { readonly of: 'entry' } | { readonly of: 'document' };

/** A property with typed values that annotations, entries or documents carry. */
export interface AttributeRecord {
  readonly record: 'attribute';
  readonly id: AttributeId;
  readonly owner: AttributeOwner;
  readonly position: number;
  readonly names: Localised;
  readonly key: PhysicalKey | null;
  readonly domain: AttributeDomain;
  readonly required: boolean;
  readonly default: AttributeValue | null;
  readonly origin: Origin | null;
}

/** A date in EDTF, with the words of the text that it was understood from. */
export interface DatedWords {
  readonly edtf: string;
  readonly words: string;
}

/**
 * A value as stored: EDTF text for dates, or that with the words that say so; a list for several-of; the id of a term
 * for a vocabulary.
 */
export type AttributeValue = string | number | boolean | readonly string[] | DatedWords;

export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** A word of an open vocabulary, such as a concept of a discourse network. */
export interface TermRecord {
  readonly record: 'term';
  readonly id: TermId;
  readonly attribute: AttributeId;
  readonly parent: TermId | null;
  readonly name: string;
  readonly origin: Origin | null;
}

/**
 * The codebook as it was for a while. Its number rises only where annotations were made under the one before, so that
 * every annotation can be read with what its coder had before their eyes.
 */
export interface VersionRecord {
  readonly record: 'version';
  readonly id: VersionId;
  readonly number: number;
  readonly coder: CoderId;
  /** When it was last changed. */
  readonly at: Timestamp;
  readonly note: string;
  readonly types: readonly TypeRecord[];
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
  readonly origin: Origin | null;
}
