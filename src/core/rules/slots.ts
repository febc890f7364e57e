import type { TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { RoleRecord } from '../model/codebook';
import { lineageOf, type FindType } from './codebook-rules';

/** What of the codebook the rules about roles look at. */
export interface RoleBook {
  readonly type: FindType;
  /** The roles that a type names itself, without those of the types above it. In any order. */
  readonly rolesOf: (type: TypeId) => readonly RoleRecord[];
}

/** A role as annotations of one type have it. */
export interface Slot {
  readonly role: RoleRecord;
  readonly min: number;
  /** How many fillers at most; null for any number. */
  readonly max: number | null;
  /** Which end of a relation it is, if it is one: each of the two is filled exactly once. */
  readonly end: 'source' | 'target' | null;
}

const ends = ['source', 'target'] as const;

/**
 * The slots of a type in their order: those of the types above it first, so that the ends of a relation are the
 * same all the way down.
 */
export function slotsOf(type: TypeId, book: RoleBook): readonly Slot[] {
  const isRelation = book.type(type)?.kind === 'relation';
  return lineageOf(type, book.type)
    .toReversed()
    .flatMap(({ id }) => [...book.rolesOf(id)].sort((a, b) => a.position - b.position))
    .map((role, index) => {
      const end = isRelation ? (ends[index] ?? null) : null;
      return end ? { role, min: 1, max: 1, end } : { role, min: role.min, max: role.max, end: null };
    });
}

/** The two slots that a relation ties together; null where its type does not name them. */
export function endsOf(type: TypeId, book: RoleBook): readonly [source: Slot, target: Slot] | null {
  const [source, target] = slotsOf(type, book);
  return source?.end && target?.end ? [source, target] : null;
}

/** The roles of an annotation that lack a filler. Links of other annotations among those given do not count. */
export function unfinishedRoles(
  annotation: Pick<AnnotationRecord, 'id' | 'type'>,
  links: Iterable<LinkRecord>,
  book: RoleBook,
): readonly RoleRecord[] {
  const required = slotsOf(annotation.type, book).filter(({ min }) => min > 0);
  if (required.length === 0) return [];
  const counts = new Map<string, number>();
  for (const link of links)
    if (link.annotation === annotation.id) counts.set(link.role, (counts.get(link.role) ?? 0) + 1);
  return required.filter(({ role, min }) => (counts.get(role.id) ?? 0) < min).map(({ role }) => role);
}
