import type { Codebook } from '../../codebook/codebook';
import { matchCodebook } from '../../codebook/match';
import { renewedAttribute, renewedRole, renewedType } from '../../codebook/renew';
import { widenedAttribute, widenedRole, widenedType } from '../../codebook/widen';
import type { AttributeId, RoleId, TermId, TypeId } from '../../ids';
import type { AttributeRecord, RoleRecord, TermRecord, TypeRecord } from '../../model/codebook';

/** What becomes of something of mine that a file has too: it gets what it lacks, follows the file, or becomes as it is there. */
export type Meeting = 'widened' | 'renewed' | 'replaced';

/** A codebook from elsewhere, in the ids of a project and together with what the project has of it. */
export interface Arrival extends Codebook {
  /** The types of mine that only get what they lack, and stay where they are. */
  readonly widened: ReadonlySet<TypeId>;
  /** How many of its types, roles and attributes stand for ones that are there already. */
  readonly known: number;
}

/** How a codebook meets that of a project. */
export interface Meetings {
  /** Of what has the same id. What only has the same name is widened. */
  readonly ofSameId: Meeting;
  readonly newId: () => string;
}

/** A place behind all that there are. */
export const behind = 100_000;

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

/** Puts what came to a record beside others, one by one: several of a file may stand for the same. */
function gathered<Item extends { readonly id: string }>(
  mine: readonly Item[],
  theirs: readonly (readonly [original: string, item: Item])[],
  meet: (mine: Item, theirs: Item, isSameId: boolean) => Item,
): readonly Item[] {
  const known = new Map(mine.map((item) => [item.id, item]));
  const came = new Map<string, Item>();
  for (const [original, item] of theirs) {
    const beside = came.get(item.id) ?? known.get(item.id);
    came.set(item.id, beside ? meet(beside, item, original === item.id) : item);
  }
  return [...came.values()];
}

/** Brings a codebook into the ids of a project, and together with what stands there for the same. */
export function arrive(theirs: Codebook, mine: Codebook, { ofSameId, newId }: Meetings): Arrival {
  const match = matchCodebook(theirs, mine);
  const isWhole = ofSameId !== 'widened';
  const typeOf = idsFor<TypeId>(match.types, mine.types, ofSameId === 'replaced', newId);
  const roleOf = idsFor<RoleId>(match.roles, mine.roles, isWhole, newId);
  const attributeOf = idsFor<AttributeId>(match.attributes, mine.attributes, isWhole, newId);
  const termOf = idsFor<TermId>(match.terms, mine.terms, isWhole, newId);
  const meeting = (isSameId: boolean): Meeting => (isSameId ? ofSameId : 'widened');

  const isMine = new Set(mine.types.map(({ id }) => id));
  const sameId = new Set<TypeId>(theirs.types.map(({ id }) => id).filter((id) => typeOf(id) === id));
  const widened = new Set(
    theirs.types
      .map(({ id }) => typeOf(id))
      .filter((id) => isMine.has(id) && meeting(sameId.has(id)) === 'widened'),
  );
  const types = gathered(
    mine.types,
    theirs.types.map((type): [string, TypeRecord] => [
      type.id,
      { ...type, id: typeOf(type.id), parent: type.parent && typeOf(type.parent) },
    ]),
    (ours, type, isSameId) => meet(meeting(isSameId), ours, type, widenedType, renewedType),
  );
  const all = new Map([...mine.types, ...types].map((type) => [type.id, type]));
  const find = (id: TypeId): TypeRecord | undefined => all.get(id);
  const roles = gathered(
    mine.roles,
    theirs.roles.map((role): [string, RoleRecord] => {
      const type = typeOf(role.type);
      const position = widened.has(type) ? role.position + behind : role.position;
      const fillers = { ...role.fillers, types: role.fillers.types.map(typeOf) };
      return [role.id, { ...role, id: roleOf(role.id), type, position, fillers }];
    }),
    (ours, role, isSameId) =>
      meet(
        meeting(isSameId),
        ours,
        role,
        (a, b) => widenedRole(a, b, find),
        (a, b) => renewedRole(a, b, find),
      ),
  );
  const attributes = gathered(
    mine.attributes,
    theirs.attributes.map((attribute): [string, AttributeRecord] => {
      const { owner, domain, default: preset } = attribute;
      const isTerm = domain.kind === 'vocabulary' && typeof preset === 'string';
      const of = owner.of === 'type' ? ({ of: 'type', type: typeOf(owner.type) } as const) : owner;
      const isBeside = of.of !== 'type' || widened.has(of.type);
      return [
        attribute.id,
        {
          ...attribute,
          id: attributeOf(attribute.id),
          owner: of,
          position: isBeside ? attribute.position + behind : attribute.position,
          default: isTerm ? termOf(preset as TermId) : preset,
        },
      ];
    }),
    (ours, attribute, isSameId) =>
      meet(meeting(isSameId), ours, attribute, widenedAttribute, renewedAttribute),
  );
  const terms = gathered(
    mine.terms,
    theirs.terms.map((term): [string, TermRecord] => [
      term.id,
      {
        ...term,
        id: termOf(term.id),
        attribute: attributeOf(term.attribute),
        parent: term.parent && termOf(term.parent),
      },
    ]),
    (ours, term, isSameId) => (meeting(isSameId) === 'widened' ? ours : term),
  );
  const isKnown = <Id extends string>(
    of: (id: Id) => Id,
    records: readonly { readonly id: Id }[],
    known: readonly { readonly id: string }[],
  ): number => {
    const ids = new Set(known.map(({ id }) => id));
    return records.filter(({ id }) => ids.has(of(id))).length;
  };
  return {
    types,
    roles,
    attributes,
    terms,
    widened,
    known:
      isKnown(typeOf, theirs.types, mine.types) +
      isKnown(roleOf, theirs.roles, mine.roles) +
      isKnown(attributeOf, theirs.attributes, mine.attributes),
  };
}

function meet<Item>(
  how: Meeting,
  mine: Item,
  theirs: Item,
  widened: (mine: Item, theirs: Item) => Item,
  renewed: (mine: Item, theirs: Item) => Item,
): Item {
  if (how === 'replaced') return theirs;
  return how === 'renewed' ? renewed(mine, theirs) : widened(mine, theirs);
}
