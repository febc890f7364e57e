import type { AnnotationId, EntryId, LinkId, RoleId, TypeId } from '../ids';
import type { Span } from '../model/annotation';
import type { NewAnnotation } from './new-annotation';

/** What is to fill a role. A bare span lies in the document of the annotation; a new mention is made on the way. */
export type NewFiller =
  | { readonly by: 'annotation'; readonly annotation: AnnotationId }
  | { readonly by: 'entry'; readonly entry: EntryId }
  | { readonly by: 'span'; readonly span: Span }
  | { readonly by: 'new'; readonly mention: NewAnnotation };

/** What is to be the further end of a relation. */
export type NewEnd = Extract<NewFiller, { readonly by: 'annotation' | 'new' }>;

/** Everything that is asked of links and of relations, which are made of two. */
export type LinkCommand =
  | {
      readonly name: 'link.fill';
      readonly annotation: AnnotationId;
      readonly role: RoleId;
      readonly filler: NewFiller;
      /** The link whose place this filler takes. */
      readonly replaces: LinkId | null;
    }
  | { readonly name: 'link.remove'; readonly links: readonly LinkId[] }
  /** Puts a filler at another place among those of its role, counted from 0. */
  | { readonly name: 'link.move'; readonly link: LinkId; readonly to: number }
  | {
      readonly name: 'relation.create';
      readonly type: TypeId;
      readonly from: AnnotationId;
      readonly to: NewEnd;
    }
  | { readonly name: 'relation.swap'; readonly relation: AnnotationId };
