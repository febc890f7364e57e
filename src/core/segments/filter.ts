import type { AttributeId, CoderId, DocumentId, EntryId, RoleId, TypeId } from '../ids';
import type { AttributeValue, Kind } from '../model/codebook';
import type { Status } from '../model/document';
import type { MetadataCondition, OpenTest } from './metadata';

/** What is asked of an attribute: one value, or what can be asked of metadata too. */
export type AttributeTest = { readonly by: 'value'; readonly value: AttributeValue } | OpenTest;

/**
 * What an attribute of an annotation is asked for. It stands for the attributes of other types, too, that are called
 * alike and take the same values; only annotations that could have a value can have none.
 */
export interface AttributeCondition {
  readonly attribute: AttributeId;
  readonly test: AttributeTest;
}

/**
 * What a role of an annotation is asked for: that something fills it, that nothing does, or that an entry does. It stands
 * for the roles of other types, too, that are called alike.
 */
export interface RoleCondition {
  readonly role: RoleId;
  readonly filler: 'any' | 'none' | { readonly entry: EntryId };
}

export const completenesses = ['finished', 'unfinished'] as const;

export type Completeness = (typeof completenesses)[number];

/**
 * Which annotations of a project are wanted. Every list that is not empty is a condition that has to hold, and holds
 * where one of its items does; of different attributes, roles and fields of metadata, each one has to hold.
 */
export interface SegmentFilter {
  /** With the types below them. */
  readonly types: readonly TypeId[];
  readonly kinds: readonly Kind[];
  readonly coders: readonly CoderId[];
  readonly statuses: readonly Status[];
  /** Entries that a mention refers to; null stands for mentions that refer to none. */
  readonly entries: readonly (EntryId | null)[];
  readonly attributes: readonly AttributeCondition[];
  readonly roles: readonly RoleCondition[];
  /** Whether every role and attribute that the codebook requires is filled. */
  readonly completeness: readonly Completeness[];
  readonly documents: readonly DocumentId[];
  /** Fields of the documents' metadata, with what is asked of each. */
  readonly metadata: readonly MetadataCondition[];
  /** A part of the words that an annotation covers, in upper or lower case; empty for any. */
  readonly text: string;
}

/** The filter that lets every annotation through. */
export const everySegment: SegmentFilter = {
  types: [],
  kinds: [],
  coders: [],
  statuses: [],
  entries: [],
  attributes: [],
  roles: [],
  completeness: [],
  documents: [],
  metadata: [],
  text: '',
};

/** True where a filter lets every annotation through. */
export const isEverySegment = (filter: SegmentFilter): boolean =>
  Object.values(filter).every((condition: string | readonly unknown[]) => condition.length === 0);

export const segmentOrders = ['document', 'text', 'type', 'coder', 'time'] as const;

/** By what annotations are sorted; those that are alike, by their place in the corpus. */
export type SegmentOrder = (typeof segmentOrders)[number];

export const segmentGroupings = ['none', 'type', 'document', 'entry'] as const;

export type SegmentGrouping = (typeof segmentGroupings)[number];

/** Which annotations are wanted, in which order, and under which headings. */
export interface SegmentQuery {
  readonly filter: SegmentFilter;
  readonly order: SegmentOrder;
  readonly descending: boolean;
  readonly grouping: SegmentGrouping;
}
