import type { AnnotationId } from '../ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../model/annotation';
import type { FillerRule, Localised, RoleRecord } from '../model/codebook';
import { problem, type Problem } from '../problem';
import { mayFill, type FindType } from './codebook-rules';
import type { Slot } from './slots';

/** A filler that is about to come into a slot of an annotation. */
export interface PlannedLink {
  readonly annotation: AnnotationRecord;
  readonly slot: Slot;
  readonly target: LinkTarget;
  /** The annotation that the target names; null where it names none. */
  readonly filler: AnnotationRecord | null;
}

/** What the rules look up of what is linked already. */
export interface LinkedProject {
  readonly type: FindType;
  readonly role: (id: RoleRecord['id']) => RoleRecord | undefined;
  /** The links that an annotation has. */
  readonly linksFrom: (annotation: AnnotationId) => readonly LinkRecord[];
}

/**
 * Why a filler cannot come into a slot beside those that are in it; null where it can. `beside` are the links of
 * this annotation and role that stay.
 */
export function linkRefusal(
  planned: PlannedLink,
  beside: readonly LinkRecord[],
  project: LinkedProject,
): Problem | null {
  const { annotation, slot, target } = planned;
  const misfit = fillerRefusal(planned, project.type);
  if (misfit) return misfit;
  const facts = { role: anyName(slot.role.names), roleId: slot.role.id };
  if (beside.some((link) => isSameTarget(link.target, target))) return problem('filler-twice', facts);
  if (slot.max !== null && beside.length >= slot.max)
    return problem('role-full', { ...facts, max: slot.max });
  const isCircle =
    slot.role.acyclic &&
    target.by === 'annotation' &&
    leadsTo(target.annotation, annotation.id, project.linksFrom, project.role);
  return isCircle ? problem('link-circle', facts) : null;
}

/** What is wrong with a filler, whatever else fills the role: it is the annotation itself, of a wrong sort, or elsewhere. */
export type FillerFault = 'itself' | 'target' | 'document';

/** What is wrong with a filler of a role; null where nothing is. */
export function fillerFault(
  { annotation, role, target, filler }: Omit<PlannedLink, 'slot'> & { readonly role: RoleRecord },
  find: FindType,
): FillerFault | null {
  if (filler?.id === annotation.id) return 'itself';
  if (!mayFill(role.fillers, target.by, filler?.type ?? null, find)) return 'target';
  const isElsewhere = filler !== null && filler.document !== annotation.document;
  return isElsewhere && !role.acrossDocuments ? 'document' : null;
}

/** Why a filler does not suit a slot, whatever else is in it; null where it does. */
export function fillerRefusal(planned: PlannedLink, find: FindType): Problem | null {
  const { role } = planned.slot;
  const facts = { role: anyName(role.names), roleId: role.id };
  switch (fillerFault({ ...planned, role }, find)) {
    case 'itself':
      return problem('filler-itself', facts);
    case 'target':
      return problem('filler-refused', { ...facts, takes: takenBy(role.fillers, find) });
    case 'document':
      return problem('filler-elsewhere', facts);
    case null:
      return null;
  }
}

/**
 * True where links of acyclic roles lead from one annotation to another. Together they never make a circle, by
 * whichever of these roles.
 */
export function leadsTo(
  from: AnnotationId,
  to: AnnotationId,
  linksFrom: LinkedProject['linksFrom'],
  role: LinkedProject['role'],
): boolean {
  const seen = new Set<AnnotationId>();
  const ahead = [from];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const link of linksFrom(at))
      if (link.target.by === 'annotation' && role(link.role)?.acyclic) ahead.push(link.target.annotation);
  }
  return false;
}

/** True where two links lead to the same thing. */
function isSameTarget(a: LinkTarget, b: LinkTarget): boolean {
  if (a.by === 'annotation') return b.by === 'annotation' && a.annotation === b.annotation;
  if (a.by === 'entry') return b.by === 'entry' && a.entry === b.entry;
  return b.by === 'span' && a.span.start === b.span.start && a.span.end === b.span.end;
}

const anyName = (names: Localised): string => names['en'] ?? Object.values(names)[0] ?? '';

/** What a role takes, in English words and the names of the codebook. The interface says it in its own language. */
function takenBy({ kinds, types, entries, spans }: FillerRule, find: FindType): string {
  const named = types.map((id) => anyName(find(id)?.names ?? {}) || id);
  const others = [...(entries ? ['registry entries'] : []), ...(spans ? ['words of the text'] : [])];
  const all = [...kinds.map((kind) => `any ${kind}`), ...named, ...others];
  return all.length === 0 ? 'nothing' : all.join(', ');
}
