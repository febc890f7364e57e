import type { LinkId, RoleId, TypeId } from '../../../core/ids';
import type { AnnotationRecord, LinkTarget } from '../../../core/model/annotation';
import type { RoleRecord } from '../../../core/model/codebook';
import type { Problem } from '../../../core/problem';
import { fillerRefusal, leadsTo, type LinkedProject } from '../../../core/rules/link-rules';
import { endsOf, slotsOf, type RoleBook, type Slot } from '../../../core/rules/slots';

/** What is to be pointed out: a filler for a role of an annotation, or the further end of a relation from it. */
export type Aim =
  | { readonly of: 'role'; readonly role: RoleId; readonly replaces: LinkId | null }
  | { readonly of: 'relation'; readonly type: TypeId };

/** The slots that a filler may come into: one role, or the far end of a relation, or either end of a symmetric one. */
export function slotsAimedAt(aim: Aim, subject: AnnotationRecord, book: RoleBook): readonly Slot[] {
  if (aim.of === 'role') return slotsOf(subject.type, book).filter(({ role }) => role.id === aim.role);
  const ends = endsOf(aim.type, book);
  if (!ends) return [];
  return book.type(aim.type)?.symmetric === true ? [ends[1], ends[0]] : [ends[1]];
}

/** Why nothing of this sort can be the filler; null where one of the slots takes it, or there is no slot at all. */
function refusalOf(
  slots: readonly Slot[],
  subject: AnnotationRecord,
  target: LinkTarget,
  filler: AnnotationRecord | null,
  book: RoleBook,
): Problem | null {
  const refusals = slots.map((slot) =>
    fillerRefusal({ annotation: subject, slot, target, filler }, book.type),
  );
  return refusals.every((refusal) => refusal !== null) ? (refusals[0] ?? null) : null;
}

/** The annotations that can be the filler, in the order in which they come. */
export const candidatesAmong = (
  annotations: readonly AnnotationRecord[],
  slots: readonly Slot[],
  subject: AnnotationRecord,
  book: RoleBook,
): readonly AnnotationRecord[] =>
  slots.length === 0
    ? []
    : annotations.filter((filler) => {
        const target = { by: 'annotation', annotation: filler.id } as const;
        return refusalOf(slots, subject, target, filler, book) === null;
      });

/** Those of some candidates for a role from which its annotation would close no circle that the codebook forbids. */
export const withoutCircles = (
  candidates: readonly AnnotationRecord[],
  subject: AnnotationRecord,
  { acyclic }: Pick<RoleRecord, 'acyclic'>,
  { linksFrom, role }: Pick<LinkedProject, 'linksFrom' | 'role'>,
): readonly AnnotationRecord[] =>
  acyclic ? candidates.filter(({ id }) => !leadsTo(id, subject.id, linksFrom, role)) : candidates;

/** How many characters lie between two annotations; 0 where they share some. One without a place is far away. */
function distanceBetween(a: AnnotationRecord, b: AnnotationRecord): number {
  let least = Infinity;
  for (const one of a.fragments)
    for (const other of b.fragments)
      least = Math.min(least, Math.max(0, other.start - one.end, one.start - other.end));
  return least;
}

/** The nearest of some annotations to one of the same document, the nearest first; at most so many. */
export const nearestTo = (
  subject: AnnotationRecord,
  candidates: readonly AnnotationRecord[],
  most: number,
): readonly AnnotationRecord[] =>
  candidates
    .map((candidate) => ({ candidate, distance: distanceBetween(subject, candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);

/** The annotation that comes after or before one in a list, round its ends; the first where that is not in it. */
export function neighbourOf(
  candidates: readonly AnnotationRecord[],
  current: AnnotationRecord['id'] | null,
  direction: 1 | -1,
): AnnotationRecord | undefined {
  const index = candidates.findIndex(({ id }) => id === current);
  if (index < 0) return candidates.at(direction === 1 ? 0 : -1);
  return candidates.at((index + direction) % candidates.length);
}
