import type { AttributeId, RoleId, TypeId } from '../ids';
import type { RoleRecord } from '../model/codebook';
import type { Lookup } from './lookup';
import type { Codebook } from './codebook';
import type { Plan } from './plan';
import { isSame } from '../same';

/** Which parts of a codebook change in a way that can make annotations unfit. */
export interface Affected {
  /** Types that go, or that have other types above them. */
  readonly types: ReadonlySet<TypeId>;
  /** Roles that go, or take other fillers or fewer. */
  readonly roles: ReadonlySet<RoleId>;
  /** Attributes that go, or take other values. */
  readonly attributes: ReadonlySet<AttributeId>;
}

const lineageText = (id: TypeId, lookup: Lookup): string =>
  lookup
    .lineage(id)
    .map((type) => `${type.kind} ${type.id}`)
    .join(' < ');

const rulesOf = ({ type, fillers, max, acyclic, acrossDocuments }: RoleRecord) => [
  type,
  fillers,
  max,
  acyclic,
  acrossDocuments,
];

/** What a plan touches. Names, guidelines, colours, keys and places in the tree's order do not count. */
export function affectedBy(before: Codebook, now: Lookup, then: Lookup, plan: Plan): Affected {
  const types = before.types
    .filter(({ id }) => lineageText(id, now) !== lineageText(id, then))
    .map(({ id }) => id);
  const roles = before.roles.filter((role) => {
    const after = then.role(role.id);
    return !after || !isSame(rulesOf(after), rulesOf(role));
  });
  const lostTerms = new Set(
    before.terms.filter(({ id }) => !then.term(id)).map(({ attribute }) => attribute),
  );
  const attributes = before.attributes.filter((attribute) => {
    const after = then.attribute(attribute.id);
    if (!after || plan.values.has(attribute.id) || lostTerms.has(attribute.id)) return true;
    return !isSame([after.owner, after.domain], [attribute.owner, attribute.domain]);
  });
  return {
    types: new Set(types),
    roles: new Set(roles.map(({ id }) => id)),
    attributes: new Set(attributes.map(({ id }) => id)),
  };
}
