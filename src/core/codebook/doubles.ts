import type { AttributeId, RoleId, TermId, TypeId } from '../ids';
import type { AttributeRecord, Localised, RoleRecord, TermRecord } from '../model/codebook';
import type { Codebook } from './codebook';
import { foldedName } from './folded-name';
import { areNamesakes } from '../rules/namesakes';
import { endsOf, lookupIn } from './lookup';
import { renamedChoices, widenedAttribute, widenedRole } from './widen';

/** A role or an attribute of a type that comes to have another one of the same name from a type above it. */
export interface Double {
  readonly part: 'role' | 'attribute';
  readonly names: Localised;
  /** The type that has its own, and the one above. */
  readonly of: TypeId;
  readonly above: TypeId;
  /** Its own one, and the one of the type above. */
  readonly own: RoleId | AttributeId;
  readonly other: RoleId | AttributeId;
  /** Whether the two can become one: the values of attributes have to be of one sort. */
  readonly canJoin: boolean;
}

const canJoin = (own: AttributeRecord, other: AttributeRecord): boolean =>
  own.domain.kind === other.domain.kind ||
  (own.domain.kind === 'one-of' && other.domain.kind === 'several-of');

/** What types have twice once some of them stand below others than before. The ends of relations are no doubles. */
export function doublesAfter(before: Codebook, after: Codebook): readonly Double[] {
  const [now, then] = [lookupIn(before), lookupIn(after)];
  return after.types.flatMap(({ id: of }): Double[] => {
    const known = new Set(now.lineage(of).map(({ id }) => id));
    const fresh = then.lineage(of).filter(({ id }) => !known.has(id) && id !== of);
    if (known.size === 0 || fresh.length === 0) return [];
    const isFresh = new Set(fresh.map(({ id }) => id));
    const ends = new Set(endsOf(of, then));
    const roles = then.rolesOf(of).filter((role) => !ends.has(role));
    const attributes = then.attributesOf(of);
    const isOwn = ({ owner }: AttributeRecord): boolean => owner.of === 'type' && owner.type === of;
    return [
      ...roles.flatMap((own): Double[] => {
        const other = own.type === of && roles.find((one) => isFresh.has(one.type) && areNamesakes(one, own));
        if (!other) return [];
        const { names } = own;
        return [{ part: 'role', names, of, above: other.type, own: own.id, other: other.id, canJoin: true }];
      }),
      ...attributes.filter(isOwn).flatMap((own): Double[] => {
        const namesakes = attributes.filter(
          ({ owner, names }) =>
            owner.of === 'type' && isFresh.has(owner.type) && areNamesakes({ names }, own),
        );
        const other = namesakes.find((one) => canJoin(own, one)) ?? namesakes[0];
        if (other?.owner.of !== 'type') return [];
        const { type: above } = other.owner;
        const joins = canJoin(own, other);
        return [
          { part: 'attribute', names: own.names, of, above, own: own.id, other: other.id, canJoin: joins },
        ];
      }),
    ];
  });
}

/** A codebook in which doubles became one, and where that leaves what was coded. */
export interface JoinedDoubles {
  readonly codebook: Codebook;
  readonly takenOver: ReadonlyMap<RoleId, RoleId>;
  readonly values: ReadonlyMap<AttributeId, ReadonlyMap<string, string>>;
}

/**
 * Makes one of each two doubles that can be: the one above stays and takes all that the other took, so that no filler
 * and no value is lost. How many fillers it needs, and whether it is required, stays too.
 */
export function joinDoubles(codebook: Codebook, doubles: readonly Double[]): JoinedDoubles {
  const types = new Map(codebook.types.map((type) => [type.id, type]));
  const roles = new Map<string, RoleRecord>(codebook.roles.map((role) => [role.id, role]));
  const attributes = new Map<string, AttributeRecord>(codebook.attributes.map((one) => [one.id, one]));
  const takenOver = new Map<RoleId, RoleId>();
  const values = new Map<AttributeId, Map<string, string>>();
  let { terms } = codebook;
  for (const { own: ownId, other: otherId } of doubles.filter((double) => double.canJoin)) {
    const [ownRole, otherRole] = [roles.get(ownId), roles.get(otherId)];
    if (ownRole && otherRole) {
      roles.set(
        otherId,
        widenedRole(otherRole, ownRole, (id) => types.get(id)),
      );
      roles.delete(ownId);
      takenOver.set(ownRole.id, otherRole.id);
    }
    const [own, other] = [attributes.get(ownId), attributes.get(otherId)];
    if (!own || !other) continue;
    const joined = widenedAttribute(other, own);
    attributes.set(otherId, joined);
    attributes.delete(ownId);
    const merged = mergedTerms(terms, own.id, other.id);
    terms = merged.terms;
    const renamed = [...merged.renamed, ...renamedChoices(own.domain, joined.domain)];
    if (renamed.length > 0) values.set(other.id, new Map([...(values.get(other.id) ?? []), ...renamed]));
  }
  return {
    codebook: { ...codebook, roles: [...roles.values()], attributes: [...attributes.values()], terms },
    takenOver,
    values,
  };
}

/** The terms of two vocabularies as those of the second: namesakes become one. */
function mergedTerms(
  terms: readonly TermRecord[],
  from: AttributeId,
  to: AttributeId,
): { readonly terms: readonly TermRecord[]; readonly renamed: readonly (readonly [TermId, TermId])[] } {
  const named = new Map(
    terms.filter(({ attribute }) => attribute === to).map(({ id, name }) => [foldedName(name), id]),
  );
  const same = new Map(
    terms.flatMap(({ id, attribute, name }): [TermId, TermId][] => {
      const known = attribute === from ? named.get(foldedName(name)) : undefined;
      return known === undefined ? [] : [[id, known]];
    }),
  );
  return {
    terms: terms
      .filter(({ id }) => !same.has(id))
      .map((term) =>
        term.attribute === from
          ? { ...term, attribute: to, parent: term.parent && (same.get(term.parent) ?? term.parent) }
          : term,
      ),
    renamed: [...same],
  };
}
