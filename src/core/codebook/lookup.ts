import type { AttributeId, RoleId, TermId, TypeId } from '../ids';
import type { AttributeOwner, AttributeRecord, RoleRecord, TermRecord, TypeRecord } from '../model/codebook';
import { lineageOf } from '../rules/codebook-rules';
import type { Codebook } from './codebook';

/** Finds things in a codebook. */
export interface Lookup {
  readonly type: (id: TypeId) => TypeRecord | undefined;
  readonly role: (id: RoleId) => RoleRecord | undefined;
  readonly attribute: (id: AttributeId) => AttributeRecord | undefined;
  readonly term: (id: TermId) => TermRecord | undefined;
  readonly termsOf: (id: AttributeId) => readonly TermRecord[];
  /** A type and those above it; the nearest first. */
  readonly lineage: (id: TypeId) => readonly TypeRecord[];
  /** The roles that annotations of a type have: its own, then those of the types above it. */
  readonly rolesOf: (id: TypeId) => readonly RoleRecord[];
  readonly attributesOf: (id: TypeId) => readonly AttributeRecord[];
  /** A type and all types below it. */
  readonly subtree: (id: TypeId) => readonly TypeRecord[];
}

const byPosition = (a: { readonly position: number }, b: { readonly position: number }): number =>
  a.position - b.position;

const isOwnedBy = (owner: AttributeOwner, type: TypeId): boolean =>
  owner.of === 'type' && owner.type === type;

/** Indexes a codebook once, for many questions. */
export function lookupIn({ types, roles, attributes, terms }: Codebook): Lookup {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
    new Map(items.map((item) => [item.id, item]));
  const [typeById, roleById, attributeById, termById] = [
    byId(types),
    byId(roles),
    byId(attributes),
    byId(terms),
  ];
  const type = (id: TypeId): TypeRecord | undefined => typeById.get(id);
  const lineage = (id: TypeId): readonly TypeRecord[] => lineageOf(id, type);
  return {
    type,
    role: (id) => roleById.get(id),
    attribute: (id) => attributeById.get(id),
    term: (id) => termById.get(id),
    termsOf: (id) => terms.filter(({ attribute }) => attribute === id),
    lineage,
    rolesOf: (id) =>
      lineage(id).flatMap((one) => roles.filter((role) => role.type === one.id).sort(byPosition)),
    attributesOf: (id) =>
      lineage(id).flatMap((one) =>
        attributes.filter(({ owner }) => isOwnedBy(owner, one.id)).sort(byPosition),
      ),
    subtree: (id) => types.filter((one) => lineage(one.id).some((above) => above.id === id)),
  };
}

/** The ends of a relation, from its first to its second role; empty for other types. */
export function endsOf(type: TypeId, lookup: Lookup): readonly RoleRecord[] {
  if (lookup.type(type)?.kind !== 'relation') return [];
  // Those of the topmost type, which all below it share, come first.
  return [...lookup.lineage(type)]
    .reverse()
    .flatMap(({ id }) => lookup.rolesOf(id).filter((role) => role.type === id))
    .slice(0, 2);
}
