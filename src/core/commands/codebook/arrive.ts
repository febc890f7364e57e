import type { Codebook } from '../../codebook/codebook';
import { matchCodebook } from '../../codebook/match';
import { renewedAttribute, renewedRole, renewedType } from '../../codebook/renew';
import { widenedAttribute, widenedRole, widenedType } from '../../codebook/widen';
import type { TypeId } from '../../ids';
import type { AttributeRecord, RoleRecord } from '../../model/codebook';
import { inMyIds, myIds } from './my-ids';
import { withoutCircles } from './without-circles';

/** What becomes of something of mine that a file has too: it gets what it lacks, follows the file, or becomes as it is there. */
type Meeting = 'widened' | 'renewed' | 'replaced';

/** How a codebook meets that of a project. */
export interface Meetings {
  /** Of what has the same id. What only has the same name is widened, unless it is to be replaced and was never used. */
  readonly ofSameId: Meeting;
  readonly isUsed: (type: TypeId) => boolean;
  readonly newId: () => string;
}

/** A codebook from elsewhere, in the ids of a project and together with what the project has of it. */
export interface Arrival extends Codebook {
  /** The types of mine that only get what they lack, and stay where they are. */
  readonly widened: ReadonlySet<TypeId>;
  /** How many of its types, roles and attributes stand for ones that are there already. */
  readonly known: number;
}

/** A place behind all that there are. */
export const behind = 100_000;

interface Part {
  readonly id: string;
}

/** Puts what came together with what is there; several of a file may stand for the same. */
function gathered<Item extends Part>(
  mine: readonly Item[],
  theirs: readonly Item[],
  meet: (mine: Item, theirs: Item, how: Meeting) => Item,
  how: (mine: Item, index: number) => Meeting,
): readonly Item[] {
  const known = new Map(mine.map((item) => [item.id, item]));
  const came = new Map<string, Item>();
  theirs.forEach((item, index) => {
    const [first, ours] = [came.get(item.id), known.get(item.id)];
    if (first) came.set(item.id, meet(first, item, 'widened'));
    else came.set(item.id, ours ? meet(ours, item, how(ours, index)) : item);
  });
  return [...came.values()];
}

/** Of three ways in which one thing can meet another, the one that is asked for. */
const meeting =
  <Item>(widened: (mine: Item, theirs: Item) => Item, renewed: (mine: Item, theirs: Item) => Item) =>
  (mine: Item, theirs: Item, how: Meeting): Item => {
    if (how === 'replaced') return theirs;
    return how === 'renewed' ? renewed(mine, theirs) : widened(mine, theirs);
  };

const ofType = ({ owner }: AttributeRecord): TypeId | null => (owner.of === 'type' ? owner.type : null);

/** Brings a codebook into the ids of a project, and together with what stands there for the same. */
export function arrive(theirs: Codebook, mine: Codebook, { ofSameId, isUsed, newId }: Meetings): Arrival {
  const isReplaced = ofSameId === 'replaced';
  const ids = myIds(matchCodebook(theirs, mine), mine, {
    isWhole: ofSameId !== 'widened',
    isReplaced,
    newId,
  });
  const came = inMyIds(theirs, ids);
  const how =
    (original: readonly Part[], typeOf: (item: never) => TypeId | null) =>
    (ours: Part, index: number): Meeting => {
      if (original[index]?.id === ours.id) return ofSameId;
      const type = typeOf(ours as never);
      return isReplaced && type !== null && !isUsed(type) ? 'replaced' : 'widened';
    };

  const howType = how(theirs.types, ({ id }: { readonly id: TypeId }) => id);
  const isMine = new Set(mine.types.map(({ id }) => id));
  const widened = new Set(
    came.types.flatMap((type, index) =>
      isMine.has(type.id) && howType(type, index) === 'widened' ? type.id : [],
    ),
  );
  const types = withoutCircles(
    gathered(mine.types, came.types, meeting(widenedType, renewedType), howType),
    mine.types,
  );
  const all = new Map([...mine.types, ...types].map((type) => [type.id, type]));
  const find = (id: TypeId) => all.get(id);
  const placed = <Item extends { readonly position: number }>(item: Item, type: TypeId | null): Item =>
    type === null || widened.has(type) ? { ...item, position: item.position + behind } : item;

  const roles = gathered(
    mine.roles,
    came.roles.map((role) => placed(role, role.type)),
    meeting<RoleRecord>(
      (a, b) => widenedRole(a, b, find),
      (a, b) => renewedRole(a, b, find),
    ),
    how(theirs.roles, ({ type }: RoleRecord) => type),
  );
  const attributes = gathered(
    mine.attributes,
    came.attributes.map((attribute) => placed(attribute, ofType(attribute))),
    meeting(widenedAttribute, renewedAttribute),
    how(theirs.attributes, ofType),
  );
  const terms = withoutCircles(
    gathered(
      mine.terms,
      came.terms,
      (ours, term, one) => (one === 'widened' ? ours : term),
      how(theirs.terms, () => null),
    ),
    mine.terms,
  );
  const known = countKnown(came.types, mine.types) + countKnown(came.roles, mine.roles);
  return {
    ...{ types, roles, attributes, terms, widened },
    known: known + countKnown(came.attributes, mine.attributes),
  };
}

function countKnown(came: readonly Part[], mine: readonly Part[]): number {
  const known = new Set(mine.map(({ id }) => id));
  return came.filter(({ id }) => known.has(id)).length;
}
