import type { CodePointOffset } from '../offsets';
import type { CoderId, DocumentId, SegmentationId, Timestamp } from '../ids';
import type { AttributeValues } from './codebook';
import type { Origin } from './origin';

/** How far the coding of a document or of an annotation is. */
export type Status = 'draft' | 'done' | 'doubtful';

export const statuses = ['draft', 'done', 'doubtful'] as const satisfies readonly Status[];

/** The longest text that one document holds, in code points. A longer one is split at import. */
export const longestDocument = 5_000_000;

/**
 * A document without its text: the text never changes, so that it is stored and read on its own and stays out
 * of diffs and of the journal.
 */
export interface DocumentRecord {
  readonly record: 'document';
  readonly id: DocumentId;
  readonly name: string;
  /** Its place in the queue of documents to code, ascending. */
  readonly position: number;
  readonly status: Status;
  readonly note: string;
  /** Free metadata as the source had it: date, source, author, url, … */
  readonly metadata: Readonly<Record<string, string>>;
  readonly attributes: AttributeValues;
  /** Lower-case hexadecimal SHA-256 of the text in UTF-8. */
  readonly sha256: string;
  /** Length of the text in code points. */
  readonly length: number;
  /** The encoding that the text was decoded from, and whether a byte-order mark was dropped. */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly addedAt: Timestamp;
  readonly origin: Origin | null;
}

/** Boundaries of tokens or sentences as they were imported; what Postil itself computes is never stored. */
export interface SegmentationRecord {
  readonly record: 'segmentation';
  readonly id: SegmentationId;
  readonly document: DocumentId;
  readonly unit: 'token' | 'sentence';
  /** Half-open `[start, end]` pairs in code points, ascending by start. */
  readonly spans: readonly (readonly [CodePointOffset, CodePointOffset])[];
  readonly origin: Origin | null;
}

/** A person who annotates. */
export interface CoderRecord {
  readonly record: 'coder';
  readonly id: CoderId;
  readonly name: string;
  readonly origin: Origin | null;
}
