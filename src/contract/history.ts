import type { ChangeName } from '../core/commands/command';
import type { Difference } from '../core/history/differences';
import type { ChangeNumber, CoderId, Timestamp } from '../core/ids';
import type { Localised } from '../core/model/codebook';
import type { RecordName } from '../core/model/records';
import type { ChangedPlace } from './engine-answers';

/** What a record is called: the words of an annotation, a document's name, a type's names in every language. */
export type Label = string | Localised;

/** A change as the history names it. */
export interface ChangeHeading {
  readonly number: ChangeNumber;
  readonly name: ChangeName;
  readonly cause: 'do' | 'undo' | 'redo';
  readonly coder: CoderId;
  readonly at: Timestamp;
}

/** How many records of one name a change added, updated and removed. */
export interface TouchCounts {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

export type CountsByRecord = Partial<Readonly<Record<RecordName, TouchCounts>>>;

/** A change in the list of the history. */
export interface HistoryRow extends ChangeHeading {
  /** Whether what it did still holds: it was not taken back, by undo or by going back, for good or for now. */
  readonly isInForce: boolean;
  /** Of a change that led back to how the project was right after an earlier one: which, and when that was. */
  readonly backTo: { readonly number: ChangeNumber; readonly at: Timestamp } | null;
  readonly counts: CountsByRecord;
  /** What its first record is called; null where that has no name of its own. */
  readonly label: Label | null;
}

/** A part of the history, the newest first, and how much there is of it. */
export interface HistoryPage {
  readonly total: number;
  /** The last change of all, whether it is listed or not: there is nothing to go back over from there. */
  readonly latest: ChangeNumber | null;
  readonly rows: readonly HistoryRow[];
}

/** What a change did to one record. */
export interface RecordTouch {
  readonly record: RecordName;
  readonly id: string;
  readonly how: 'added' | 'updated' | 'removed';
  readonly label: Label | null;
  readonly differences: readonly Difference[];
  /** Where it is to be seen, while its document is there. */
  readonly place: ChangedPlace | null;
}

/** What the ids that differences mention are called, be they of records that are gone. */
export type Labels = Readonly<Record<string, Label>>;

/** The records of one change. */
export interface ChangeDetail {
  readonly total: number;
  readonly touches: readonly RecordTouch[];
  readonly labels: Labels;
}

/** The life of one record, the newest first, with the links of an annotation. */
export interface RecordHistory {
  readonly steps: readonly { readonly change: ChangeHeading; readonly touch: RecordTouch }[];
  readonly labels: Labels;
}

/** What going back would do, in numbers. */
export interface WayBack {
  /** How many changes would be taken back, and whose they are. */
  readonly changes: number;
  readonly byCoder: readonly { readonly coder: CoderId; readonly changes: number }[];
  readonly counts: CountsByRecord;
}

/** The records that are worth finding again once they are gone. */
export const restorable = [
  'annotation',
  'document',
  'entry',
  'type',
] as const satisfies readonly RecordName[];

export type Restorable = (typeof restorable)[number];

/** A record that is no longer in the project, and the change that removed it. */
export interface DeletedRecord {
  readonly record: Restorable;
  readonly id: string;
  readonly label: Label;
  /** Of annotations: what its type is called, and its document. */
  readonly type: Label | null;
  readonly document: Label | null;
  readonly change: ChangeHeading;
}

export interface DeletedPage {
  readonly total: number;
  readonly rows: readonly DeletedRecord[];
}
