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

/** A value for each name of a record; `rank` is the place of the name in `recordNames`, from 0. */
export const byRecordName = <Value>(
  valueOf: (name: RecordName, rank: number) => Value,
): Record<RecordName, Value> =>
  Object.fromEntries(recordNames.map((name, rank) => [name, valueOf(name, rank)])) as Record<
    RecordName,
    Value
  >;

/** The place of each name in `recordNames`, from 0. */
export const recordRanks: Readonly<Record<RecordName, number>> = byRecordName((_, rank) => rank);

/** Says which record is meant. */
export interface RecordReference {
  readonly record: RecordName;
  readonly id: string;
}

/** The reference to a record of a name; its id is one of that name's. */
export const referenceTo = <Name extends RecordName>(
  record: Name,
  id: Records[Name]['id'],
): RecordReference => ({ record, id });

/** Tells one record from all others of a project, of whatever name. */
export const recordKey = ({ record, id }: RecordReference): string => `${record} ${id}`;

/** Finds records of any name, as the asker looks at the project. */
export type FindRecord = <Name extends RecordName>(
  name: Name,
  id: Records[Name]['id'],
) => Records[Name] | undefined;

/** Finds the record that a reference is to. */
export const findReferred = (find: FindRecord, { record, id }: RecordReference): AnyRecord | undefined =>
  // The name and the id belong together, which their types, each on its own, cannot tell.
  find(record, id as never);
