import { inTreeOrder, type Codebook } from '../../codebook/codebook';
import { planOf, type Plan } from '../../codebook/plan';
import type { RoleRecord } from '../../model/codebook';
import type { ProjectView } from '../project-view';
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

/**
 * The codebook of a project with another one taken in. What has the same id becomes as it is there. With `replace` all
 * else goes that nothing was coded with; what is used stays.
 */
export function takeCodebook(theirs: Codebook, how: TakeHow, view: ProjectView): Plan {
  const mine = view.codebook();
  const isType = new Set(theirs.types.map(({ id }) => id));
  const keepsType = usedTypes(mine, view);
  const types = others(mine.types, theirs.types).filter(({ id }) => how === 'add' || keepsType.has(id));
  const stays = new Set([...types.map(({ id }) => id), ...isType]);
  const roles = others(mine.roles, theirs.roles).filter(
    ({ id, type }) =>
      stays.has(type) && (how === 'add' || !isType.has(type) || view.linksOfRoles([id]).length > 0),
  );
  const attributes = others(mine.attributes, theirs.attributes).filter(({ id, owner }) => {
    if (owner.of === 'type' && !stays.has(owner.type)) return false;
    if (how === 'add' || (owner.of === 'type' && !isType.has(owner.type))) return true;
    return view.valuedWith(id).length > 0;
  });
  const owners = new Set([...attributes, ...theirs.attributes].map(({ id }) => id));
  const shift = types.length;
  const taken = inMyOrder(mine.types, inTreeOrder(theirs.types));
  const isMixed = shift > 0 && taken.some(({ id }) => !mine.types.some((type) => type.id === id));
  const all = [
    ...types,
    ...taken.map((type) => (isMixed ? { ...type, position: type.position + 100_000 } : type)),
  ];
  return planOf({
    types: isMixed ? renumbered(all) : all,
    roles: [
      ...roles.map((role) => withKnown(role, stays)),
      ...theirs.types.flatMap(({ id }) =>
        inMyOrder(
          mine.roles.filter(({ type }) => type === id),
          theirs.roles.filter(({ type }) => type === id),
        ),
      ),
    ],
    attributes: [...attributes, ...theirs.attributes],
    terms: [
      ...others(mine.terms, theirs.terms).filter(({ attribute }) => owners.has(attribute)),
      ...theirs.terms,
    ],
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
