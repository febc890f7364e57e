import type { Codebook } from '../../codebook/codebook';
import type { CodebookMatch } from '../../codebook/match';
import type { AttributeId, RoleId, TermId, TypeId } from '../../ids';
import type {
  AttributeOwner,
  AttributeRecord,
  RoleRecord,
  TermRecord,
  TypeRecord,
} from '../../model/codebook';

/** What the ids of a file's codebook are in a project. */
export interface MyIds {
  readonly type: (id: TypeId) => TypeId;
  readonly role: (id: RoleId) => RoleId;
  readonly attribute: (id: AttributeId) => AttributeId;
  readonly term: (id: TermId) => TermId;
}

/** The ids that records of a file have in the project: that of what they stand for, their own, or a new one where that is taken. */
function idsFor<Id extends string>(
  match: ReadonlyMap<Id, Id>,
  mine: readonly { readonly id: Id }[],
  mayTake: boolean,
  newId: () => string,
): (id: Id) => Id {
  const taken = new Set<string>(mine.map(({ id }) => id));
  const ids = new Map(match);
  return (id) => {
    const known = ids.get(id) ?? (taken.has(id) && !mayTake ? (newId() as Id) : id);
    ids.set(id, known);
    return known;
  };
}

/**
 * The ids for what was matched and what was not. With `isWhole` an id means the same in both codebooks even where a part
 * went to another type or takes other values; of types, whose kind is another then, only with `isReplaced`.
 */
export const myIds = (
  match: CodebookMatch,
  mine: Codebook,
  { isWhole, isReplaced, newId }: { isWhole: boolean; isReplaced: boolean; newId: () => string },
): MyIds => ({
  type: idsFor(match.types, mine.types, isReplaced, newId),
  role: idsFor(match.roles, mine.roles, isWhole, newId),
  attribute: idsFor(match.attributes, mine.attributes, isWhole, newId),
  term: idsFor(match.terms, mine.terms, isWhole, newId),
});

/** A codebook under the ids of a project, in the order of the file. */
export const inMyIds = ({ types, roles, attributes, terms }: Codebook, ids: MyIds): Codebook => ({
  types: types.map((type): TypeRecord => ({
    ...type,
    id: ids.type(type.id),
    parent: type.parent && ids.type(type.parent),
  })),
  roles: roles.map((role): RoleRecord => ({
    ...role,
    id: ids.role(role.id),
    type: ids.type(role.type),
    fillers: { ...role.fillers, types: role.fillers.types.map(ids.type) },
  })),
  attributes: attributes.map((attribute): AttributeRecord => {
    const { owner, domain, default: preset } = attribute;
    const isTerm = domain.kind === 'vocabulary' && typeof preset === 'string';
    return {
      ...attribute,
      id: ids.attribute(attribute.id),
      owner: ownerIn(owner, ids),
      default: isTerm ? ids.term(preset as TermId) : preset,
    };
  }),
  terms: terms.map((term): TermRecord => ({
    ...term,
    id: ids.term(term.id),
    attribute: ids.attribute(term.attribute),
    parent: term.parent && ids.term(term.parent),
  })),
});

const ownerIn = (owner: AttributeOwner, ids: MyIds): AttributeOwner =>
  owner.of === 'type' ? { of: 'type', type: ids.type(owner.type) } : owner;
