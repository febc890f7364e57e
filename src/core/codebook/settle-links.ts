import type { AnnotationId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { RoleRecord } from '../model/codebook';
import type { Update } from '../diff';
import { inheritsFrom, mayFill } from '../rules/codebook-rules';
import { areNamesakes } from '../rules/namesakes';
import { endsOf, type Lookup } from './lookup';
import type { Plan } from './plan';

/** What links are settled with. */
export interface LinkContext {
  readonly now: Lookup;
  readonly then: Lookup;
  readonly plan: Plan;
  readonly annotation: (id: AnnotationId) => AnnotationRecord | undefined;
  /** The type that an annotation has afterwards; null where it goes. */
  readonly typeOf: (id: AnnotationId) => TypeId | null;
  /** The links that an annotation has. */
  readonly linksFrom: (id: AnnotationId) => readonly LinkRecord[];
}

export interface SettledLinks {
  readonly updated: readonly Update[];
  readonly removed: readonly LinkRecord[];
  /** Relations that lose one of their ends, and can no longer be. */
  readonly broken: ReadonlySet<AnnotationId>;
}

/** The role that a link can have now: its own, the one that takes over, the same end of a relation, or a namesake. */
function roleAfter(link: LinkRecord, from: TypeId, { now, then, plan }: LinkContext): RoleRecord | undefined {
  const before = now.role(link.role);
  const end = before ? endsOf(before.type, now).findIndex(({ id }) => id === before.id) : -1;
  const sameEnd = endsOf(from, then)[end];
  if (sameEnd) return sameEnd;
  const own = then.role(plan.takenOver.get(link.role) ?? link.role);
  if (own && inheritsFrom(from, own.type, then.type)) return own;
  return before && then.rolesOf(from).find((role) => areNamesakes(role, before));
}

/** Whether a role takes what a link leads to, whatever else fills it. */
function takes(role: RoleRecord, link: LinkRecord, context: LinkContext): boolean {
  const { target } = link;
  if (target.by !== 'annotation') return mayFill(role.fillers, target.by, null, context.then.type);
  if (!mayFill(role.fillers, 'annotation', context.typeOf(target.annotation), context.then.type))
    return false;
  const isElsewhere =
    context.annotation(link.annotation)?.document !== context.annotation(target.annotation)?.document;
  return role.acrossDocuments || !isElsewhere;
}

/** True where a link of an acyclic role closes a circle of such links, all of which stay. */
function closesCircle(link: LinkRecord, stays: (link: LinkRecord) => boolean, context: LinkContext): boolean {
  if (link.target.by !== 'annotation') return false;
  const seen = new Set<AnnotationId>();
  const ahead = [link.target.annotation];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === link.annotation) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of context.linksFrom(at))
      if (next.target.by === 'annotation' && context.then.role(next.role)?.acyclic && stays(next))
        ahead.push(next.target.annotation);
  }
  return false;
}

/**
 * What becomes of links under the codebook that is to be. Of the fillers of a role that takes fewer now, the first
 * stay. Links are given in the order in which they fill their roles.
 */
export function settleLinks(links: Iterable<LinkRecord>, context: LinkContext): SettledLinks {
  const fillers = new Map<string, Set<string>>();
  const updated: Update[] = [];
  const removed = new Map<LinkRecord['id'], LinkRecord>();
  const broken = new Set<AnnotationId>();

  function refuse(link: LinkRecord, from: TypeId | null): void {
    removed.set(link.id, link);
    const before = context.now.role(link.role);
    const isEnd = before && endsOf(before.type, context.now).some(({ id }) => id === before.id);
    if (from !== null && isEnd) broken.add(link.annotation);
  }

  for (const link of links) {
    const from = context.typeOf(link.annotation);
    const role = from === null ? undefined : roleAfter(link, from, context);
    const place = `${link.annotation} ${role?.id ?? ''}`;
    const beside = fillers.get(place) ?? new Set<string>();
    const target = JSON.stringify(link.target);
    const isNewlyAcyclic = role?.acyclic === true && context.now.role(link.role)?.acyclic !== true;
    const fits =
      role !== undefined &&
      beside.size < (role.max ?? Infinity) &&
      !beside.has(target) &&
      takes(role, link, context) &&
      !(isNewlyAcyclic && closesCircle(link, ({ id }) => !removed.has(id), context));
    if (!fits) {
      refuse(link, from);
      continue;
    }
    fillers.set(place, beside.add(target));
    if (role.id !== link.role) updated.push([link, { ...link, role: role.id }]);
  }
  return { updated, removed: [...removed.values()], broken };
}
