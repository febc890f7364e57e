import type { Diff, Update } from '../diff';
import { compose } from '../history/compose';
import type { AnnotationId, Timestamp } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import { recordKey } from '../model/records';
import { linkRefusal } from '../rules/link-rules';
import { tiedBy } from '../rules/relation-rules';
import { endsOf, slotsOf, type RoleBook } from '../rules/slots';
import { relationOfEnd, removalOf } from './annotations';
import { update } from './build';
import { fillersOf, linkedProject, linksFrom, nextPosition } from './links';
import type { ProjectView } from './project-view';
import { twinsOf } from './taken-ties';
import { ProjectAfter } from './view-after';

/** A diff, and each relation that it makes one with another, by its id with that of the one that stays. */
export interface DiffWithJoined {
  readonly diff: Diff;
  readonly joined: ReadonlyMap<AnnotationId, AnnotationId>;
}

/** The relations that have another type after a diff. */
export const relationsRetypedBy = ({ updated }: Diff): AnnotationId[] =>
  updated.flatMap(([before, after]) =>
    before.record === 'annotation' &&
    after.record === 'annotation' &&
    after.fragments.length === 0 &&
    before.type !== after.type
      ? [after.id]
      : [],
  );

/**
 * Makes one of the relations that a diff leaves of one type, by one coder, between the same two annotations. `changed`
 * are those that may have come to that; one that was so before stays rather than they, else the earliest. It takes from
 * the others what it has not: values, notes, fillers of further roles, and its place where they fill a role. `book` is
 * the codebook as the diff leaves it.
 */
export function joinRelations(
  diff: Diff,
  changed: readonly AnnotationId[],
  view: ProjectView,
  book: RoleBook,
  now: Timestamp,
): DiffWithJoined {
  if (changed.length === 0) return { diff, joined: new Map() };
  const after = new ProjectAfter(view, diff);
  const isChanged = new Set(changed);
  const joined = new Map<AnnotationId, AnnotationId>();
  const steps: Diff[] = [diff];
  const waiting = [...changed];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const relation = after.view.find('annotation', id);
    const tied = relation && tiedBy(relation, after.view.linksOf(id), book);
    if (!relation || !tied) continue;
    const twins = twinsOf(relation, tied, after.view, book);
    const [kept, ...others] = [relation, ...twins].sort(
      (a, b) => Number(isChanged.has(a.id)) - Number(isChanged.has(b.id)) || byAge(a, b),
    );
    for (const other of kept ? others : []) {
      const current = after.view.find('annotation', kept?.id ?? id);
      const gone = after.view.find('annotation', other.id);
      if (!current || !gone) continue;
      const step = joinTwo(current, gone, after.view, book, now);
      after.apply(step);
      steps.push(step);
      joined.set(gone.id, current.id);
      // Relations that led to the one that goes may tie the same as others now.
      waiting.push(...step.updated.flatMap(([, link]) => (link.record === 'link' ? [link.annotation] : [])));
    }
  }
  return steps.length === 1 ? { diff, joined } : { diff: compose(steps), joined };
}

const byAge = (a: AnnotationRecord, b: AnnotationRecord): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;

/** One relation of two that tie the same. */
function joinTwo(
  kept: AnnotationRecord,
  gone: AnnotationRecord,
  view: ProjectView,
  book: RoleBook,
  now: Timestamp,
): Diff {
  const change = update<AnnotationRecord>(kept, withAllOf(kept, gone), { modifiedAt: now });
  const links: Update[] = [];
  const lost: LinkRecord[] = [];
  for (const link of view.linksOf(gone.id)) {
    const moved =
      link.annotation === gone.id ? ownAt(link, kept, view, book) : leadingTo(link, kept, view, book);
    if (moved) links.push([link, moved]);
    else lost.push(link);
  }
  // A relation to the one that goes has lost an end where it cannot lead to the other.
  const without = lost
    .filter(({ annotation }) => annotation !== gone.id)
    .flatMap((link) => relationOfEnd(link, view) ?? []);
  const removed = [gone, ...lost, ...removalOf(without, view).removed];
  return {
    added: [],
    updated: [...(change ? [change] : []), ...links],
    removed: [...new Map(removed.map((one) => [recordKey(one), one])).values()],
  };
}

/** The fields of a relation with what only another one has. */
function withAllOf(kept: AnnotationRecord, gone: AnnotationRecord): Partial<AnnotationRecord> {
  const values = Object.entries({ ...gone.attributes, ...kept.attributes });
  return {
    // In the order of ids, as they are read from the file.
    attributes: Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1))),
    note: [...new Set([kept.note, gone.note].filter((note) => note !== ''))].join('\n\n'),
    status: kept.status === gone.status ? kept.status : 'draft',
  };
}

/** A filler of a further role, as one of the relation that stays; null where that has no room for it. */
function ownAt(
  link: LinkRecord,
  kept: AnnotationRecord,
  view: ProjectView,
  book: RoleBook,
): LinkRecord | null {
  if (endsOf(kept.type, book)?.some(({ role }) => role.id === link.role)) return null;
  const present = fillersOf(linksFrom(view, kept.id), link.role);
  const moved = { ...link, annotation: kept.id, position: nextPosition(present) };
  return isAllowed(moved, kept, present, view, book) ? moved : null;
}

/** A link that led to the relation that goes, leading to the one that stays; null where it cannot. */
function leadingTo(
  link: LinkRecord,
  kept: AnnotationRecord,
  view: ProjectView,
  book: RoleBook,
): LinkRecord | null {
  const holder = view.find('annotation', link.annotation);
  const present = fillersOf(linksFrom(view, link.annotation), link.role).filter(({ id }) => id !== link.id);
  const moved: LinkRecord = { ...link, target: { by: 'annotation', annotation: kept.id } };
  return holder && isAllowed(moved, holder, present, view, book) ? moved : null;
}

function isAllowed(
  { role, target }: LinkRecord,
  annotation: AnnotationRecord,
  beside: readonly LinkRecord[],
  view: ProjectView,
  book: RoleBook,
): boolean {
  const slot = slotsOf(annotation.type, book).find((one) => one.role.id === role);
  const filler = target.by === 'annotation' ? (view.find('annotation', target.annotation) ?? null) : null;
  const project = { ...linkedProject(view), type: book.type };
  return slot !== undefined && linkRefusal({ annotation, slot, target, filler }, beside, project) === null;
}
