import type { AnnotationId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import { endsOf, type RoleBook } from './slots';

/** The two annotations that a relation ties together, from its source to its target. */
export type Tied = readonly [source: AnnotationId, target: AnnotationId];

/**
 * What a relation ties together; null where an end is missing, filled more than once or by something that is no
 * annotation, or where its type names no ends. Links of other annotations among those given do not count.
 */
export function tiedBy(
  relation: Pick<AnnotationRecord, 'id' | 'type'>,
  links: Iterable<LinkRecord>,
  book: RoleBook,
): Tied | null {
  const ends = endsOf(relation.type, book);
  if (!ends) return null;
  const own = [...links].filter(({ annotation }) => annotation === relation.id);
  const [source, target] = ends.map(({ role }) => {
    const [only, ...more] = own.filter((link) => link.role === role.id);
    return more.length === 0 && only?.target.by === 'annotation' ? only.target.annotation : null;
  });
  return source && target ? [source, target] : null;
}

/**
 * Whether each end of a relation is filled once: by an annotation, or by bare words where its type takes them, as
 * relations between tokens do that come from other tools.
 */
export function hasBothEnds(
  relation: Pick<AnnotationRecord, 'id' | 'type'>,
  links: Iterable<LinkRecord>,
  book: RoleBook,
): boolean {
  const ends = endsOf(relation.type, book);
  if (!ends) return false;
  const own = [...links].filter(({ annotation }) => annotation === relation.id);
  return ends.every(({ role }) => {
    const [only, ...more] = own.filter((link) => link.role === role.id);
    if (!only || more.length > 0) return false;
    return only.target.by === 'annotation' || (only.target.by === 'span' && role.fillers.spans);
  });
}

/** Whether two relations of one type tie the same together; where the type is symmetric, in whichever order. */
export const isSameTie = (a: Tied, b: Tied, symmetric: boolean): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (symmetric && a[0] === b[1] && a[1] === b[0]);
