import type {
  AnnotationId,
  CoderId,
  DocumentId,
  EntryId,
  LinkId,
  RoleId,
  Timestamp,
  TypeId,
  VersionId,
} from '../ids';
import type { CodePointOffset } from '../offsets';
import type { AttributeValues } from './codebook';
import type { Status } from './document';
import type { Origin } from './origin';

/** A half-open stretch of a document, `[start, end)` in code points; of no width where start equals end. */
export interface Span {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

/** A span with the text that it covers, so that a file can be checked and read without its documents. */
export interface Fragment extends Span {
  readonly quote: string;
}

/** One use of a type by one coder, anchored to one or more fragments of one document; a relation has none. */
export interface AnnotationRecord {
  readonly record: 'annotation';
  readonly id: AnnotationId;
  readonly document: DocumentId;
  readonly type: TypeId;
  readonly coder: CoderId;
  /** The codebook that it was made under; null where none was kept yet. */
  readonly version: VersionId | null;
  /** In the order of the text. */
  readonly fragments: readonly Fragment[];
  /** The registry entry that this mention refers to. */
  readonly entry: EntryId | null;
  readonly attributes: AttributeValues;
  readonly status: Status;
  readonly note: string;
  readonly createdAt: Timestamp;
  readonly modifiedAt: Timestamp;
  readonly origin: Origin | null;
}

/** What an annotation covers, its fragments one after the other; nothing for a relation. */
export const quoteOf = ({ fragments }: Pick<AnnotationRecord, 'fragments'>): string =>
  fragments.map(({ quote }) => quote).join(' … ');

/** What fills a role. A bare span lies in the document of the annotation whose role it fills. */
export type LinkTarget =
  | { readonly by: 'annotation'; readonly annotation: AnnotationId }
  | { readonly by: 'entry'; readonly entry: EntryId }
  | { readonly by: 'span'; readonly span: Fragment };

/** A role of an annotation, filled. */
export interface LinkRecord {
  readonly record: 'link';
  readonly id: LinkId;
  readonly annotation: AnnotationId;
  readonly role: RoleId;
  readonly position: number;
  readonly target: LinkTarget;
  readonly origin: Origin | null;
}

/** The annotations at the ends of a link: the one that has it, and the one that it leads to; twice the same for a loop. */
export const annotationsAt = ({ annotation, target }: LinkRecord): readonly AnnotationId[] =>
  target.by === 'annotation' ? [annotation, target.annotation] : [annotation];

/** A thing or a happening in the world that mentions refer to. */
export interface EntryRecord {
  readonly record: 'entry';
  readonly id: EntryId;
  readonly kind: 'entity' | 'event';
  readonly type: TypeId | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly note: string;
  /** Of events: an EDTF date, and the entry of the place. */
  readonly date: string | null;
  readonly place: EntryId | null;
  readonly attributes: AttributeValues;
  readonly origin: Origin | null;
}
