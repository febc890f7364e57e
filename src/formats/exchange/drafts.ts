import type { Codebook } from '../../core/codebook/codebook';
import type { EntryId, RoleId, Timestamp, TypeId } from '../../core/ids';
import type { EntryRecord, Span } from '../../core/model/annotation';
import type { AttributeValues } from '../../core/model/codebook';
import type { SegmentationRecord, Status } from '../../core/model/document';
import type { Origin } from '../../core/model/origin';
import type { Problem } from '../../core/problem';

/**
 * What fills a role in a file. `annotation` is an id of the file; `document` is the key of the document in which it
 * stands, null for the same one.
 */
export type TargetDraft =
  | { readonly by: 'annotation'; readonly annotation: string; readonly document: string | null }
  | { readonly by: 'entry'; readonly entry: EntryId }
  | { readonly by: 'span'; readonly span: Span };

/** A filler of a role of an annotation, as a file has it. */
export interface LinkDraft {
  readonly role: RoleId;
  readonly target: TargetDraft;
  readonly origin: Origin | null;
}

/** An annotation as a file has it. Types, roles, attributes and entries are those of the codebook and the registry read from it. */
export interface AnnotationDraft {
  /** What the annotations and links of the file call it; no other of its document has it. */
  readonly id: string;
  readonly type: TypeId;
  /** In code points of the document's text, in any order; empty for relations. */
  readonly fragments: readonly Span[];
  readonly attributes: AttributeValues;
  readonly entry: EntryId | null;
  readonly links: readonly LinkDraft[];
  /** The name of the coder; null where the file does not say who: it is whoever imports. */
  readonly coder: string | null;
  readonly status: Status;
  readonly note: string;
  readonly createdAt: Timestamp | null;
  readonly modifiedAt: Timestamp | null;
  readonly origin: Origin | null;
}

/** A document as a file has it, with all that belongs to it. */
export interface DocumentDraft {
  /** What links of other documents call it; no other of the import has it. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly attributes: AttributeValues;
  readonly status: Status;
  readonly note: string;
  readonly segmentations: readonly Pick<SegmentationRecord, 'unit' | 'spans' | 'origin'>[];
  readonly annotations: readonly AnnotationDraft[];
  readonly origin: Origin | null;
}

/**
 * Annotations of a document whose text the file does not hold, but tells by its SHA-256 (lower-case hexadecimal, of
 * UTF-8): they are put onto the project's document of that text.
 */
export type AnnotationsOnto = Pick<DocumentDraft, 'key' | 'name' | 'annotations'> & {
  readonly sha256: string;
};

/**
 * What a parser finds, as it finds it. The codebook and the registry may come in any number of pieces, each before the
 * documents that refer to it; what came in an earlier piece may stand in a later one again.
 */
export type Parsed =
  | { readonly kind: 'codebook'; readonly codebook: Codebook }
  | { readonly kind: 'entry'; readonly entry: EntryRecord }
  | { readonly kind: 'document'; readonly document: DocumentDraft }
  | { readonly kind: 'annotations'; readonly document: AnnotationsOnto }
  /** Something that was left out or read otherwise than it stands there; its facts name `file` and `line`. */
  | { readonly kind: 'warning'; readonly problem: Problem };

/** An annotation about which a file says nothing but what it is and where it stands. */
export const plainAnnotation = (
  id: string,
  type: TypeId,
  fragments: readonly Span[],
  origin: Origin | null,
): AnnotationDraft => ({
  id,
  type,
  fragments,
  attributes: {},
  entry: null,
  links: [],
  coder: null,
  status: 'draft',
  note: '',
  createdAt: null,
  modifiedAt: null,
  origin,
});

/** A document about which a file says nothing but its text. */
export const plainDocument = (
  key: string,
  name: string,
  text: string,
  origin: Origin | null,
): DocumentDraft => ({
  key,
  name,
  text,
  metadata: {},
  attributes: {},
  status: 'draft',
  note: '',
  segmentations: [],
  annotations: [],
  origin,
});
