import { inTreeOrder, type Codebook } from '../../codebook/codebook';
import { planOf, type Plan } from '../../codebook/plan';
import { renamedChoices } from '../../codebook/widen';
import { grouped } from '../../grouped';
import type { AttributeId, TypeId } from '../../ids';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../../model/codebook';
import type { ChangeContext, ProjectView } from '../project-view';
import { arrive, behind, type Arrival } from './arrive';
import { renumbered } from './take-out';

/** How a codebook from elsewhere is taken into a project: beside what is there, or in its place. */
export type TakeHow = 'add' | 'replace';

const others = <Item extends { readonly id: string }>(
  mine: readonly Item[],
  theirs: readonly Item[],
): Item[] => {
  const named = new Set(theirs.map(({ id }) => id));
  return mine.filter(({ id }) => !named.has(id));
};

/** Theirs under the ids that they share with mine, without moving what stands in the same order already. */
function inMyOrder<Item extends { readonly id: string; readonly position: number }>(
  mine: readonly Item[],
  theirs: readonly Item[],
): readonly Item[] {
  const positions = new Map(mine.map(({ id, position }) => [id, position]));
  const known = theirs.map(({ id }) => positions.get(id));
  const isInOrder = known.every(
    (position, index) => position !== undefined && (index === 0 || (known[index - 1] ?? 0) <= position),
  );
  return isInOrder
    ? theirs.map((item) => ({ ...item, position: positions.get(item.id) ?? item.position }))
    : theirs;
}

/** How a codebook is taken in, and what its file can say. */
export interface Taking {
  readonly how: TakeHow;
  /** Whether it says everything about its types, as Postil's own files do: what is missing there is meant to be missing. */
  readonly isWhole: boolean;
  /** Whether it may be a later state of this very codebook: what has the same id follows it. */
  readonly isLater: boolean;
}

/** A codebook that was taken in, and how many types, roles and attributes of it were there already. */
export interface Taken {
  readonly plan: Plan;
  readonly known: number;
}

/**
 * The codebook of a project with another one taken in. What means the same as something of mine, by its id, its origin
 * or its name, becomes one with that. Nothing is narrowed where it is added; with `replace` what has the same id becomes
 * as it is there, and all else goes that nothing was coded with. What is used stays.
 */
export function takeCodebook(
  book: Codebook,
  { how, isWhole, isLater }: Taking,
  view: ProjectView,
  context: ChangeContext,
): Taken {
  const mine = view.codebook();
  const ofSameId = !isWhole ? 'widened' : how === 'replace' ? 'replaced' : isLater ? 'renewed' : 'widened';
  const used = usedTypes(mine, view);
  const theirs = arrive(book, mine, {
    ofSameId,
    isUsed: (type) => used.has(type),
    newId: () => context.newId(),
  });
  const isType = new Set(theirs.types.map(({ id }) => id));
  const kept = others(mine.types, theirs.types).filter(({ id }) => how === 'add' || used.has(id));
  const stays = new Set([...kept.map(({ id }) => id), ...isType]);
  // A file that cannot say everything says nothing against what it leaves out.
  const keepsAll = how === 'add' || !isWhole;
  const isLeftOut = (type: TypeId): boolean => keepsAll || !isType.has(type);
  const roles = others(mine.roles, theirs.roles).filter(
    ({ id, type }) => stays.has(type) && (isLeftOut(type) || view.linksOfRoles([id]).length > 0),
  );
  const attributes = others(mine.attributes, theirs.attributes).filter(({ id, owner }) => {
    if (owner.of === 'type' && !stays.has(owner.type)) return false;
    if (owner.of === 'type' ? isLeftOut(owner.type) : keepsAll) return true;
    return view.valuedWith(id).length > 0;
  });
  const owners = new Set([...attributes, ...theirs.attributes].map(({ id }) => id));
  const plan = planOf(
    {
      types: together(kept, theirs, mine),
      roles: inPlaces(
        [
          ...roles.map((role) => withKnown(role, stays)),
          ...[...grouped(theirs.roles, ({ type }) => type)].flatMap(([id, own]) =>
            inMyOrder(
              mine.roles.filter(({ type }) => type === id),
              own,
            ),
          ),
        ],
        ({ type }) => type,
      ),
      attributes: inPlaces([...attributes, ...theirs.attributes], ({ owner }) =>
        owner.of === 'type' ? owner.type : owner.of,
      ),
      terms: [
        ...others(mine.terms, theirs.terms).filter(({ attribute }) => owners.has(attribute)),
        ...theirs.terms,
      ],
    },
    { values: renamedValues(mine.attributes, theirs.attributes) },
  );
  return { plan, known: theirs.known };
}

/** The values of choices that go by another value in the file, under the same name. */
const renamedValues = (
  mine: readonly AttributeRecord[],
  theirs: readonly AttributeRecord[],
): Plan['values'] => {
  const own = new Map(mine.map((attribute) => [attribute.id, attribute]));
  return new Map(
    theirs.flatMap((attribute): [AttributeId, ReadonlyMap<string, string>][] => {
      const before = own.get(attribute.id);
      const renamed = renamedChoices(before?.domain ?? attribute.domain, attribute.domain);
      return renamed.size === 0 ? [] : [[attribute.id, renamed]];
    }),
  );
};

/** Types that stay with those of the file: what only got what it lacked keeps its place, the others stand behind. */
function together(kept: readonly TypeRecord[], theirs: Arrival, mine: Codebook): readonly TypeRecord[] {
  const isWidened = ({ id }: TypeRecord): boolean => theirs.widened.has(id);
  const beside = [...kept, ...theirs.types.filter(isWidened)];
  const taken = inMyOrder(mine.types, inTreeOrder(theirs.types.filter((type) => !isWidened(type))));
  const isMixed = beside.length > 0 && taken.some(({ id }) => !mine.types.some((type) => type.id === id));
  if (!isMixed) return [...beside, ...taken];
  return renumbered([...beside, ...taken.map((type) => ({ ...type, position: type.position + behind }))]);
}

/** Roles or attributes of each owner in places that follow each other, where some came behind the others. */
function inPlaces<Item extends { readonly id: string; readonly position: number }>(
  items: readonly Item[],
  ownerOf: (item: Item) => string,
): readonly Item[] {
  const places = new Map<string, number>();
  for (const own of grouped(items, ownerOf).values())
    if (own.some(({ position }) => position >= behind))
      [...own]
        .sort((a, b) => a.position - b.position)
        .forEach(({ id }, position) => places.set(id, position));
  return items.map((item) => {
    const position = places.get(item.id) ?? item.position;
    return position === item.position ? item : { ...item, position };
  });
}

/** Types that annotations or entries have, and those above them. */
function usedTypes({ types }: Codebook, view: ProjectView): ReadonlySet<string> {
  const used = new Set<string>();
  const byId = new Map(types.map((type) => [type.id as string, type]));
  for (const { id } of types) {
    if (view.annotationsOfTypes([id]).length + view.entriesOfTypes([id]).length === 0) continue;
    for (let at: string | null = id; at !== null && !used.has(at); at = byId.get(at)?.parent ?? null)
      used.add(at);
  }
  return used;
}

const withKnown = (role: RoleRecord, known: ReadonlySet<string>): RoleRecord =>
  role.fillers.types.every((type) => known.has(type))
    ? role
    : { ...role, fillers: { ...role.fillers, types: role.fillers.types.filter((type) => known.has(type)) } };
