import { z } from 'zod';
import type {
  AnnotationId,
  AttributeId,
  ChangeNumber,
  CoderId,
  DocumentId,
  EntryId,
  RoleId,
  TypeId,
} from '../core/ids';
import type { AnnotationRecord } from '../core/model/annotation';
import { kinds, type AttributeValue } from '../core/model/codebook';
import { statuses } from '../core/model/document';
import {
  completenesses,
  segmentGroupings,
  segmentOrders,
  type AttributeTest,
  type SegmentFilter,
  type SegmentQuery,
} from '../core/segments/filter';
import { measures, type MetadataTest } from '../core/segments/metadata';
import { declareCall } from './call';
import { hidden, idOf, job, name, path } from './fields';

const attributeValue: z.ZodType<AttributeValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.strictObject({ edtf: z.string(), words: z.string() }),
]);

const entry = idOf<EntryId>();

const bound = z.string().max(200).nullable();

/** What can be asked of any values. */
const tests = [
  z.strictObject({ by: z.literal('part'), part: z.string().max(1000) }),
  z.strictObject({ by: z.literal('range'), of: z.enum(measures), from: bound, to: bound }),
  z.strictObject({ by: z.literal('presence'), has: z.enum(['any', 'none']) }),
] as const;

const metadataTest: z.ZodType<MetadataTest> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('value'), value: z.string().max(10_000) }),
  ...tests,
]);

const attributeTest: z.ZodType<AttributeTest> = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('value'), value: attributeValue }),
  ...tests,
]);

/** Which annotations are wanted. */
export const segmentFilter: z.ZodType<SegmentFilter> = z.strictObject({
  types: z.array(idOf<TypeId>()),
  kinds: z.array(z.enum(kinds)),
  coders: z.array(idOf<CoderId>()),
  statuses: z.array(z.enum(statuses)),
  entries: z.array(entry.nullable()),
  attributes: z.array(z.strictObject({ attribute: idOf<AttributeId>(), test: attributeTest })),
  roles: z.array(
    z.strictObject({
      role: idOf<RoleId>(),
      filler: z.union([z.enum(['any', 'none']), z.strictObject({ entry })]),
    }),
  ),
  completeness: z.array(z.enum(completenesses)),
  documents: z.array(idOf<DocumentId>()),
  metadata: z.array(z.strictObject({ field: z.string().max(500), test: metadataTest })),
  text: z.string().max(1000),
});

/** Which annotations are wanted, in which order and under which headings. */
export const segmentQuery: z.ZodType<SegmentQuery> = z.strictObject({
  filter: segmentFilter,
  order: z.enum(segmentOrders),
  descending: z.boolean(),
  grouping: z.enum(segmentGroupings),
});

/** Annotations that something is to be done with: some, or all that a filter lets through but some. */
export const segmentSelection = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('ids'), annotations: z.array(idOf<AnnotationId>()).min(1) }),
  z.strictObject({
    by: z.literal('filter'),
    filter: segmentFilter,
    except: z.array(idOf<AnnotationId>()),
  }),
]);

export type SegmentSelection = z.infer<typeof segmentSelection>;

/** What can be done with many annotations at once. */
export const segmentAction = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('retype'), type: idOf<TypeId>() }),
  z.strictObject({ name: z.literal('status'), status: z.enum(statuses) }),
  z.strictObject({ name: z.literal('entry'), entry: entry.nullable() }),
  z.strictObject({
    name: z.literal('attribute'),
    attribute: idOf<AttributeId>(),
    value: attributeValue.nullable(),
  }),
  /** Adds a term to a vocabulary, for the value of all of them. */
  z.strictObject({ name: z.literal('term'), attribute: idOf<AttributeId>(), term: name }),
  z.strictObject({ name: z.literal('delete') }),
]);

export type SegmentAction = z.infer<typeof segmentAction>;

/** A row of the table: an annotation in its sentence. */
export interface SegmentRow {
  readonly annotation: AnnotationRecord;
  /** The sentence in which it stands; what fills the roles of a relation, which stands nowhere. */
  readonly sentence: string;
  /** Where in the sentence its fragments are, as pairs of UTF-16 offsets, half-open. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Some rows of the table, beginning with the one that was asked for. */
export interface SegmentPage {
  readonly offset: number;
  readonly rows: readonly SegmentRow[];
  /** How many there are, where that is known without keeping the rows waiting. */
  readonly count: SegmentCount | null;
}

/** How many annotations there are under a heading: the id of a type, document or entry; null for no entry. */
export interface SegmentGroup {
  readonly key: string | null;
  readonly count: number;
}

export interface SegmentCount {
  readonly total: number;
  /** In the order of the table; none where it is not grouped. */
  readonly groups: readonly SegmentGroup[];
}

/** What was done with many annotations: the change itself reaches every window as an event. */
export interface SegmentChange {
  readonly number: ChangeNumber;
  /** How many annotations it touched. */
  readonly annotations: number;
  /** How many relations it took away that were not to be deleted: they became one with others, or lost an end. */
  readonly relationsGone: number;
}

/** What the interface may ask of the table of annotations. */
export const segmentCalls = {
  /** Some rows, as they are scrolled to. */
  'segments.page': declareCall(
    z.strictObject({
      query: segmentQuery,
      hidden,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().positive().max(1000),
    }),
  )<SegmentPage>(),
  'segments.count': declareCall(z.strictObject({ query: segmentQuery }))<SegmentCount>(),
  /** Where an annotation stands among all rows; null where it is not among them. */
  'segments.place': declareCall(z.strictObject({ query: segmentQuery, annotation: idOf<AnnotationId>() }))<
    number | null
  >(),
  /** Does one thing with many annotations in one change; null where all of them are so already. */
  'segments.change': declareCall(
    z.strictObject({
      job,
      selection: segmentSelection,
      action: segmentAction,
    }),
  )<SegmentChange | null>(),
  /** Writes what the table shows to a file, in its order. */
  'segments.export': declareCall(
    z.strictObject({
      job,
      query: segmentQuery,
      hidden,
      format: z.enum(['json', 'csv']),
      out: path,
    }),
  )<{ readonly path: string; readonly bytes: number; readonly rows: number }>(),
} as const;
