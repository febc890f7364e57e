import type { ChangeName } from '../core/commands/command';
import type { Diff } from '../core/diff';
import type { NetworkSize } from '../core/exchange/loss-report';
import type { LossLine } from '../core/exchange/losses';
import type { ChangeNumber, CoderId, DocumentId, Timestamp } from '../core/ids';
import type { AnnotationRecord, LinkRecord } from '../core/model/annotation';
import type { AttributeRecord, Kind, RoleRecord, TermRecord, TypeRecord } from '../core/model/codebook';
import type { DocumentRecord } from '../core/model/document';
import type { RecordName } from '../core/model/records';
import type { CodePointOffset } from '../core/offsets';
import type { Problem } from '../core/problem';
import type { DocumentFormat, InspectedTable, TableFormat } from './document-files';

/** Why a project can only be looked at. */
export type ReadOnlyReason =
  'read-only-file' | 'read-only-folder' | 'read-only-media' | 'newer-version' | 'locked' | 'asked-for';

/** Something about the project's file that its owner should know, told once after opening. */
export type ProjectNotice =
  | 'network-drive'
  | 'synced-folder'
  | 'recovered-after-crash'
  | 'restored-from-backup'
  | 'migrated'
  | 'opened-from-copy'
  | 'backups-failing';

export interface ProjectDescription {
  readonly path: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly notices: readonly ProjectNotice[];
  readonly coder: CoderId;
  readonly counts: Readonly<Record<RecordName, number>>;
  /** How many annotations there are of the types of each kind. */
  readonly annotationsByKind: Readonly<Record<Kind, number>>;
  /** The same for each coder who made any. */
  readonly kindsByCoder: KindsByCoder;
  readonly journal: JournalState;
}

export interface Codebook {
  readonly types: readonly TypeRecord[];
  readonly roles: readonly RoleRecord[];
  readonly attributes: readonly AttributeRecord[];
  readonly terms: readonly TermRecord[];
}

/** How many annotations of each kind coders made, by their ids; those who made none are left out. */
export type KindsByCoder = Readonly<Record<string, Readonly<Record<Kind, number>>>>;

/** How many annotations coders made, by their ids; those who made none are left out. */
export type CountsByCoder = Readonly<Record<string, number>>;

/** A document in the list: its record and how many annotations it holds. */
export interface DocumentSummary {
  readonly document: DocumentRecord;
  readonly annotations: number;
  /** How many of them each coder made. */
  readonly byCoder: CountsByCoder;
}

/** Where a coder was in a document when leaving it. */
export interface Place {
  /** The first character in view. */
  readonly top: CodePointOffset;
  readonly caret: CodePointOffset;
}

export interface DocumentContent {
  readonly document: DocumentRecord;
  readonly text: string;
  readonly annotations: readonly AnnotationRecord[];
  /** Every link that an annotation of this document has or fills. */
  readonly links: readonly LinkRecord[];
  /** The annotations of other documents at the further ends of those links, with the ends of relations among them. */
  readonly linked: readonly AnnotationRecord[];
  readonly place: Place | null;
}

/** What undo and redo would do next for the coder; null where there is nothing. */
export interface JournalState {
  readonly undo: ChangeName | null;
  readonly redo: ChangeName | null;
}

interface ChangeFacts {
  readonly number: ChangeNumber;
  readonly name: ChangeName;
  readonly cause: 'do' | 'undo' | 'redo';
  readonly coder: CoderId;
  readonly at: Timestamp;
  /** Of the coder who made the change. */
  readonly journal: JournalState;
}

/** A committed change with everything that it did. */
export interface Change extends ChangeFacts {
  readonly diff: Diff;
}

/** A change of too many records to be told: what is shown has to be read anew. */
export interface VastChange extends ChangeFacts {
  readonly diff: null;
  /** How many records it touched. */
  readonly records: number;
}

/** A committed change, as every window learns of it. */
export type CommittedChange = Change | VastChange;

/** A place that a change concerns, to be brought into view. */
export interface ChangedPlace {
  readonly document: DocumentId;
  readonly offset: CodePointOffset | null;
}

export interface Backup {
  /** The file's name in the folder of backups. */
  readonly name: string;
  readonly madeAt: Timestamp;
  readonly reason: 'opening' | 'hourly' | 'migration' | 'before-restore' | 'asked-for';
  readonly bytes: number;
  readonly documents: number;
  readonly annotations: number;
}

/** How an encoding was found. A guess has to be confirmed by a person, with its sample before their eyes. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly certain: boolean;
  /** The beginning of the text in each encoding that may be meant, the likeliest first. */
  readonly candidates: readonly { readonly encoding: string; readonly sample: string }[];
}

/** One file that was found for import. */
export type InspectedFile =
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly guess: EncodingGuess;
      /** The name of a document with the same text, in the project or earlier in the same batch. */
      readonly duplicateOf: string | null;
      /** Longer than one document holds: has to be split. */
      readonly tooLong: boolean;
    }
  | {
      readonly kind: 'document';
      readonly format: DocumentFormat;
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly guess: EncodingGuess;
      readonly duplicateOf: string | null;
      readonly tooLong: boolean;
      /** How the text begins. */
      readonly sample: string;
      readonly warnings: readonly Problem[];
    }
  | {
      readonly kind: 'table';
      readonly format: TableFormat;
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly guess: EncodingGuess;
      readonly tables: readonly InspectedTable[];
    }
  | {
      readonly kind: 'postil-json';
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly counts: Readonly<Record<RecordName, number>>;
      readonly conflicts: readonly ImportConflict[];
      readonly conflictCount: number;
      /** Records that would be left out, each with its place. All are listed, unless there are more than memory holds. */
      readonly problems: readonly Problem[];
      readonly problemCount: number;
    }
  | {
      /** Files of another tool that are read together. */
      readonly kind: 'exchange';
      readonly format: string;
      /** What people call the format. */
      readonly title: string;
      /** Below what was chosen: of their folder, or of the only file. */
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly files: number;
      readonly types: number;
      readonly documents: number;
      readonly annotations: number;
      /** How many of the documents have a text that the project has already. */
      readonly known: number;
      /** What would be left out or read otherwise than it stands there. Listed like those. */
      readonly problems: readonly Problem[];
      readonly problemCount: number;
      /** How many of these are left out, and not only read otherwise. */
      readonly leftOutCount: number;
    }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly name: string;
      readonly bytes: number;
      readonly problem: Problem;
    };

/** A record that stands in the project under the same id, but differs. At most a hundred are listed. */
export interface ImportConflict {
  readonly record: RecordName;
  readonly id: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What was found under the paths that were given for import. */
export interface Inspection {
  readonly files: readonly InspectedFile[];
  /** Whether nobody has worked in the project yet: only then can a codebook of the files take the place of its own. */
  readonly isNewProject: boolean;
}

/** What an import did. */
export interface ImportReport {
  readonly change: ChangeNumber | null;
  readonly added: Readonly<Record<RecordName, number>>;
  readonly updated: number;
  readonly skippedDuplicates: readonly { readonly path: string; readonly duplicateOf: string }[];
  /** Files that were refused, and records that were left out. At most a hundred of each file are listed, unless the plan asks for all. */
  readonly problems: readonly { readonly path: string; readonly problem: Problem }[];
  readonly problemCount: number;
  /** What came in, but not quite as it was. At most a hundred of each file are listed, unless the plan asks for all. */
  readonly warnings: readonly { readonly path: string; readonly problem: Problem }[];
  readonly warningCount: number;
}

export interface ExportReport {
  /** Null where an export was only tried, to see what it would lose. */
  readonly path: string | null;
  readonly bytes: number;
  readonly written: Readonly<Record<RecordName, number>>;
  /** Null where none was drawn. */
  readonly network: NetworkSize | null;
  readonly losses: readonly LossLine[];
}

/** A rule of the file that does not hold, with the place. */
export interface Fault {
  readonly rule: string;
  readonly where: string;
  readonly detail: string;
}
