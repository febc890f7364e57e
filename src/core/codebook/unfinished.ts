import type { ProjectView } from '../commands/project-view';
import type { Diff } from '../diff';
import type { AnnotationId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { AttributeRecord, Localised, RoleRecord } from '../model/codebook';
import { slotsOf, unfinishedRoles, type RoleBook } from '../rules/slots';
import { grouped } from '../grouped';
import { missingValues } from '../rules/unfinished-values';
import type { Codebook } from './codebook';
import { lookupIn } from './lookup';
import { roleBookOf } from './role-book';

/** An annotation that was made as the codebook asked for, and no longer is. */
export interface BecomesUnfinished {
  readonly annotation: AnnotationRecord;
  /** What it lacks then: the names of roles and attributes. */
  readonly lacks: readonly Localised[];
}

/** What annotations of each type have to have, under one codebook. */
class Demands {
  readonly #attributes = new Map<TypeId, readonly AttributeRecord[]>();
  readonly #roles: RoleBook;
  readonly #attributesOf: (type: TypeId) => readonly AttributeRecord[];

  constructor(codebook: Codebook) {
    const lookup = lookupIn(codebook);
    this.#roles = roleBookOf(codebook);
    this.#attributesOf = lookup.attributesOf;
  }

  /** How much is asked of a type: how many fillers of a role, and one value of an attribute. */
  of(type: TypeId): ReadonlyMap<string, number> {
    const slots = slotsOf(type, this.#roles).map(({ role, min }) => [role.id, min] as const);
    const values = this.#requiredOf(type).map(({ id }) => [id, 1] as const);
    return new Map<string, number>([...slots, ...values]);
  }

  lackedBy(
    annotation: AnnotationRecord,
    links: readonly LinkRecord[],
  ): readonly (RoleRecord | AttributeRecord)[] {
    return [
      ...unfinishedRoles(annotation, links, this.#roles),
      ...missingValues(this.#requiredOf(annotation.type), annotation.attributes),
    ];
  }

  #requiredOf(type: TypeId): readonly AttributeRecord[] {
    const known = this.#attributes.get(type) ?? this.#attributesOf(type).filter(({ required }) => required);
    this.#attributes.set(type, known);
    return known;
  }
}

/**
 * The annotations that lack something after a change of the codebook which they did not lack before: a role asks for
 * more fillers, an attribute becomes required, or what was there goes with the change.
 */
export function becomingUnfinished(
  diff: Diff,
  before: Codebook,
  after: Codebook,
  view: ProjectView,
): readonly BecomesUnfinished[] {
  const [now, then] = [new Demands(before), new Demands(after)];
  const dearer = after.types
    .map(({ id }) => id)
    .filter((type) => {
      const asked = now.of(type);
      return [...then.of(type)].some(([id, count]) => count > (asked.get(id) ?? 0));
    });
  const links = grouped(dearer.length === 0 ? [] : view.linksOfTypes(dearer), ({ annotation }) => annotation);
  const candidates = new Map<AnnotationId, AnnotationRecord>();
  for (const annotation of dearer.length === 0 ? [] : view.annotationsOfTypes(dearer))
    candidates.set(annotation.id, annotation);
  const linksOf = (id: AnnotationId): readonly LinkRecord[] =>
    candidates.has(id) ? (links.get(id) ?? []) : view.linksOf(id).filter((link) => link.annotation === id);

  const changed = new Map<AnnotationId, AnnotationRecord>();
  const changedLinks = new Map<LinkRecord['id'], LinkRecord | null>();
  const gone = new Set<AnnotationId>();
  const touched = new Map<AnnotationId, AnnotationRecord>();
  const touchHolder = ({ annotation }: LinkRecord): void => {
    const holder = view.find('annotation', annotation);
    if (holder) touched.set(holder.id, holder);
  };
  for (const record of diff.removed)
    if (record.record === 'annotation') gone.add(record.id);
    else if (record.record === 'link') {
      changedLinks.set(record.id, null);
      touchHolder(record);
    }
  for (const [was, is] of diff.updated)
    if (was.record === 'annotation' && is.record === 'annotation') {
      changed.set(is.id, is);
      touched.set(was.id, was);
    } else if (was.record === 'link' && is.record === 'link') {
      changedLinks.set(is.id, is);
      touchHolder(was);
    }

  return [...new Map([...candidates, ...touched]).values()].flatMap((annotation): BecomesUnfinished[] => {
    if (gone.has(annotation.id)) return [];
    const held = linksOf(annotation.id);
    const kept = held.flatMap((link) => changedLinks.get(link.id) ?? (changedLinks.has(link.id) ? [] : link));
    const lacked = new Set(now.lackedBy(annotation, held).map(({ id }) => id));
    const lacks = then
      .lackedBy(changed.get(annotation.id) ?? annotation, kept)
      .filter(({ id }) => !lacked.has(id));
    return lacks.length === 0 ? [] : [{ annotation, lacks: lacks.map(({ names }) => names) }];
  });
}
