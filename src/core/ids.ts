import type { Brand } from './brand';

/** Ids of records: opaque, and never one kind taken for another. */
export type DocumentId = Brand<string, 'DocumentId'>;
export type CoderId = Brand<string, 'CoderId'>;
export type TypeId = Brand<string, 'TypeId'>;
export type RoleId = Brand<string, 'RoleId'>;
export type AttributeId = Brand<string, 'AttributeId'>;
export type TermId = Brand<string, 'TermId'>;
export type AnnotationId = Brand<string, 'AnnotationId'>;
export type LinkId = Brand<string, 'LinkId'>;
export type EntryId = Brand<string, 'EntryId'>;
export type VersionId = Brand<string, 'VersionId'>;
export type SegmentationId = Brand<string, 'SegmentationId'>;

/** An id that nothing has yet: it may become the id of any record. */
export type NewId = DocumentId &
  CoderId &
  TypeId &
  RoleId &
  AttributeId &
  TermId &
  AnnotationId &
  LinkId &
  EntryId &
  VersionId &
  SegmentationId;

/** The place of a change in the journal: 1, 2, 3, … in the order in which changes were committed. */
export type ChangeNumber = Brand<number, 'ChangeNumber'>;

/** A moment as ISO 8601 in UTC with milliseconds: `2026-11-22T09:30:00.000Z`. */
export type Timestamp = Brand<string, 'Timestamp'>;

/** A moment as it is kept. Throws a `RangeError` for an invalid date. */
export const timestampOf = (moment: Date): Timestamp => moment.toISOString() as Timestamp;
