import type { AnnotationRecord, EntryRecord, LinkRecord } from './annotation';
import type { AttributeRecord, RoleRecord, TermRecord, TypeRecord, VersionRecord } from './codebook';
import type { CoderRecord, DocumentRecord, SegmentationRecord } from './document';

/** Everything in a project that a change can add, update or remove, by name. */
export interface Records {
  readonly coder: CoderRecord;
  readonly type: TypeRecord;
  readonly role: RoleRecord;
  readonly attribute: AttributeRecord;
  readonly term: TermRecord;
  readonly version: VersionRecord;
  readonly entry: EntryRecord;
  readonly document: DocumentRecord;
  readonly segmentation: SegmentationRecord;
  readonly annotation: AnnotationRecord;
  readonly link: LinkRecord;
}

export type RecordName = keyof Records;
export type AnyRecord = Records[RecordName];

/** In an order in which each record may only refer to earlier ones or to its own kind: add so, remove in reverse. */
export const recordNames = [
  'coder',
  'type',
  'role',
  'attribute',
  'term',
  'version',
  'entry',
  'document',
  'segmentation',
  'annotation',
  'link',
] as const satisfies readonly RecordName[];
