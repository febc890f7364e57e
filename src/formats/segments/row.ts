import type { AnnotationRecord } from '../../core/model/annotation';
import type { Kind, Localised } from '../../core/model/codebook';

/** An annotation with what its ids stand for, as the table of annotations shows it. */
export interface ExportedSegment {
  readonly annotation: AnnotationRecord;
  readonly documentName: string;
  readonly kind: Kind | null;
  readonly typeNames: Localised;
  readonly coderName: string;
  readonly entryName: string | null;
  readonly sentence: string;
  /** The values of its attributes in words, by the names that `columns` gives them. */
  readonly values: Readonly<Record<string, string>>;
}

/** Turns rows into a text, piece by piece. `columns` are the names of the attributes in the order of the codebook. */
export type SerializeSegments = (columns: readonly string[]) => {
  readonly begin: string;
  readonly row: (segment: ExportedSegment, isFirst: boolean) => string;
  readonly end: string;
};
