import type { RoleId } from '../ids';
import type { AnnotationRecord, Fragment, LinkRecord } from '../model/annotation';
import type { DocumentRecord, SegmentationRecord } from '../model/document';
import { codePoint, type CodePointOffset } from '../offsets';

/** A document with its text and all that lies in it, as it is taken apart or put together with others. */
export interface WholeDocument {
  readonly document: DocumentRecord;
  readonly text: string;
  readonly annotations: readonly AnnotationRecord[];
  readonly segmentations: readonly SegmentationRecord[];
  /** Every link that an annotation of the document has or fills. */
  readonly links: readonly LinkRecord[];
  readonly roles: RolesOfWhole;
}

/** What of the codebook decides whether two linked annotations may come to lie in different documents. */
export interface RolesOfWhole {
  /** Roles that an annotation of another document may fill. */
  readonly across: ReadonlySet<RoleId>;
  /** The roles of the sources of relations: a relation lies where its source does. */
  readonly sources: ReadonlySet<RoleId>;
}

/** What is added to or taken out of the project, with the texts of the new documents by their sha256. */
export interface WithTexts<Change> {
  readonly change: Change;
  readonly texts: ReadonlyMap<string, string>;
}

/** The sha256 of a text, which the engine knows to compute. */
export type HashText = (text: string) => string;

const moved = (offset: CodePointOffset, by: number): CodePointOffset => codePoint(offset + by);

/** A fragment as many code points further on (or back, below 0); its quote is the same. */
const movedFragment = (fragment: Fragment, by: number): Fragment => ({
  ...fragment,
  start: moved(fragment.start, by),
  end: moved(fragment.end, by),
});

/** An annotation, carried into another document. Nobody has worked on it, so that its times stay. */
export const carried = (
  annotation: AnnotationRecord,
  document: DocumentRecord['id'],
  by: number,
): AnnotationRecord => ({
  ...annotation,
  document,
  fragments: by === 0 ? annotation.fragments : annotation.fragments.map((one) => movedFragment(one, by)),
});

/** A link whose annotation is carried along: a bare span goes with it, other targets stay what they are. */
export const carriedLink = (link: LinkRecord, by: number): LinkRecord =>
  by === 0 || link.target.by !== 'span'
    ? link
    : { ...link, target: { by: 'span', span: movedFragment(link.target.span, by) } };

/** Half-open pairs of a segmentation, as many code points further on. */
export const movedSpans = (
  spans: SegmentationRecord['spans'],
  by: number,
): readonly (readonly [CodePointOffset, CodePointOffset])[] =>
  spans.map(([start, end]) => [moved(start, by), moved(end, by)] as const);
