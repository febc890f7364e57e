import type { EntryId, TypeId } from '../../../core/ids';
import type { Span } from '../../../core/model/annotation';
import type { AttributeValue, Kind } from '../../../core/model/codebook';
import type { AnnotationDraft, LinkDraft } from '../../exchange/drafts';
import {
  bratOrigin,
  type KeptAnnotation,
  type KeptAttribute,
  type KeptNote,
  type KeptReference,
} from '../kept';
import type { Argument, LineOf } from '../lines';

/** Where a line of a file stands, counted from 1, and how it is written. */
export interface Place {
  readonly number: number;
  readonly written: string;
}

/** A line of a file and its place. */
export interface Placed<Line> extends Place {
  readonly line: Line;
}

/** An annotation that grows with the lines that speak of it. */
export interface Built {
  /** Its own: that of its line, unless another has that. */
  readonly id: string;
  /** As its line says it. */
  readonly writtenId: string;
  readonly kind: Kind;
  readonly type: TypeId;
  readonly typeName: string;
  readonly spans: readonly Span[];
  readonly args: readonly Argument[];
  readonly place: Placed<LineOf<'text-bound' | 'event' | 'relation'>>;
  /** Of events: their trigger's line; of triggers without an event: their own. */
  readonly trigger: KeptAnnotation['trigger'];
  readonly isAlone: boolean;
  readonly attributes: Map<string, AttributeValue>;
  readonly keptAttributes: KeptAttribute[];
  readonly references: KeptReference[];
  readonly notes: KeptNote[];
  readonly links: LinkDraft[];
  readonly missing: NonNullable<KeptAnnotation['missing']>;
  entry: EntryId | null;
}

/** The notes that are a person's own words. Those of other types are a program's. */
export const ownNotes = 'AnnotatorNotes';

/** The line's number, and how it is written where Postil would write it otherwise. */
export const keepLine = (
  { number, written }: Place,
  canonical: string,
): { readonly line: number; readonly written?: string } => ({
  line: number,
  ...(written === canonical ? {} : { written }),
});

/** The annotation as it is taken in. `canonical` is how Postil would write its line. */
export function draftOf(built: Built, canonical: string): AnnotationDraft {
  return {
    id: built.id,
    type: built.type,
    fragments: built.spans,
    attributes: Object.fromEntries(built.attributes),
    entry: built.entry,
    links: built.links,
    coder: null,
    status: 'draft',
    note: built.notes
      .filter(({ type }) => type === ownNotes)
      .map(({ text }) => text)
      .join('\n'),
    createdAt: null,
    modifiedAt: null,
    origin: bratOrigin(built.writtenId, {
      ...keepLine(built.place, canonical),
      trigger: built.trigger,
      again: built.id === built.writtenId ? undefined : true,
      alone: built.isAlone ? true : undefined,
      attributes: built.keptAttributes,
      references: built.references,
      notes: built.notes,
      missing: built.missing,
    }),
  };
}
