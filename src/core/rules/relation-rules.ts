import type { AnnotationId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { RoleRecord } from '../model/codebook';
import { endsOf, type RoleBook } from './slots';

/** The two annotations that a relation ties together, from its source to its target. */
export type Tied = readonly [source: AnnotationId, target: AnnotationId];

type Relation = Pick<AnnotationRecord, 'id' | 'type'>;

/** An end of a relation, and the one link that fills it; null where none does, or several do. */
interface FilledEnd {
  readonly role: RoleRecord;
  readonly link: LinkRecord | null;
}

/** The ends of a relation; null where its type names none. Links of other annotations do not count. */
function filledEnds(
  relation: Relation,
  links: Iterable<LinkRecord>,
  book: RoleBook,
): readonly FilledEnd[] | null {
  const own = [...links].filter(({ annotation }) => annotation === relation.id);
  const ends = endsOf(relation.type, book);
  if (!ends) return null;
  return ends.map(({ role }) => {
    const [only, ...more] = own.filter((link) => link.role === role.id);
    return { role, link: more.length === 0 ? (only ?? null) : null };
  });
}

/**
 * What a relation ties together; null where an end is missing, filled more than once or by something that is no
 * annotation, or where its type names no ends. Links of other annotations among those given do not count.
 */
export function tiedBy(relation: Relation, links: Iterable<LinkRecord>, book: RoleBook): Tied | null {
  const [source, target] = (filledEnds(relation, links, book) ?? []).map(({ link }) =>
    link?.target.by === 'annotation' ? link.target.annotation : null,
  );
  return source && target ? [source, target] : null;
}

/**
 * Whether each end of a relation is filled once: by an annotation, or by bare words where its type takes them, as
 * relations between tokens do that come from other tools.
 */
export const hasBothEnds = (relation: Relation, links: Iterable<LinkRecord>, book: RoleBook): boolean =>
  filledEnds(relation, links, book)?.every(
    ({ role, link }) =>
      link?.target.by === 'annotation' || (link?.target.by === 'span' && role.fillers.spans),
  ) ?? false;

/** Whether two relations of one type tie the same together; where the type is symmetric, in whichever order. */
export const isSameTie = (a: Tied, b: Tied, symmetric: boolean): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (symmetric && a[0] === b[1] && a[1] === b[0]);
