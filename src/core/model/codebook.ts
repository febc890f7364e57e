import type { AttributeId, RoleId, TermId, TypeId } from '../ids';
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
  readonly guidelines: Localised;
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

/** A named place of a type that other annotations, registry entries or bare spans fill. */
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

/** A value as stored: EDTF text for dates, a list for several-of, the id of a term for a vocabulary. */
export type AttributeValue = string | number | boolean | readonly string[];

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
