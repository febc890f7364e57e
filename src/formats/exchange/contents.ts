import type { Codebook } from '../../core/codebook/codebook';
import type { AnnotationId } from '../../core/ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../../core/model/annotation';
import type { CoderRecord, DocumentRecord, SegmentationRecord } from '../../core/model/document';

/** A document with all that belongs to it, as an export reads it. */
export interface DocumentContents {
  readonly document: DocumentRecord;
  /** In UTF-16, as strings are; the offsets of records are code points. */
  readonly text: string;
  readonly segmentations: readonly SegmentationRecord[];
  /** By place, then by id; relations, which have no place, come last. */
  readonly annotations: readonly AnnotationRecord[];
  /** What fills the roles of these annotations: in their order, and by position within a role. */
  readonly links: readonly LinkRecord[];
}

/** What is exported: the whole project, or the part of it that was chosen. May be gone through more than once. */
export interface Contents {
  /** What the project is called. */
  readonly name: string;
  readonly codebook: Codebook;
  readonly coders: readonly CoderRecord[];
  /** How many versions of the codebook and changes of the journal there are. */
  readonly past: { readonly version: number; readonly history: number };
  entries(): Iterable<EntryRecord>;
  /** How many documents there are. */
  readonly size: number;
  /** One document after the other, in the order of the queue. */
  documents(): Iterable<DocumentContents>;
  /** An annotation that is exported, wherever it stands. */
  annotation(id: AnnotationId): AnnotationRecord | undefined;
}
