import { inTreeOrder, type Codebook } from '../../codebook/codebook';
import { endsOf, lookupIn } from '../../codebook/lookup';
import type { TypeId } from '../../ids';
import type { FillerRule, TypeRecord } from '../../model/codebook';
import type { ChangeContext } from '../project-view';
import { bequeath } from './bequeath';

/** Types with places that follow each other through the tree. */
export const renumbered = (types: readonly TypeRecord[]): TypeRecord[] =>
  inTreeOrder(types).map((type, position) => (type.position === position ? type : { ...type, position }));

/** How a type is taken out of a codebook. */
interface TakingOut {
  readonly type: TypeRecord;
  /** The type that takes its place for annotations and in roles; null where none does. */
  readonly successor: TypeRecord | null;
  /** What the types below it stand below afterwards. */
  readonly childrenTo: TypeId | null;
  /** Whether roles and attributes are brought along. */
  readonly keep: boolean;
}

/** The codebook without a type: what belonged to it goes or is brought along, what named it names another. */
export function takeOut(
  codebook: Codebook,
  { type, successor, childrenTo, keep }: TakingOut,
  context: ChangeContext,
): Codebook {
  const now = lookupIn(codebook);
  const children = codebook.types.filter(({ parent }) => parent === type.id);
  const estate = {
    roles: codebook.roles.filter((role) => role.type === type.id),
    attributes: codebook.attributes.filter(({ owner }) => owner.of === 'type' && owner.type === type.id),
  };
  const lifted = codebook.types
    .filter(({ id }) => id !== type.id)
    .map((other) => (other.parent === type.id ? { ...other, parent: childrenTo } : other));
  // Those below it filled what it filled.
  const instead = [...(successor ? [successor.id] : []), ...children.map(({ id }) => id)];
  const rewritten = (fillers: FillerRule): FillerRule =>
    fillers.types.includes(type.id)
      ? { ...fillers, types: [...new Set(fillers.types.flatMap((id) => (id === type.id ? instead : [id])))] }
      : fillers;
  const isGone = new Set<string>([...estate.roles, ...estate.attributes].map(({ id }) => id));
  const without: Codebook = {
    types: renumbered(lifted),
    roles: codebook.roles
      .filter(({ id }) => !isGone.has(id))
      .map((role) => {
        const fillers = rewritten(role.fillers);
        return fillers === role.fillers ? role : { ...role, fillers };
      }),
    attributes: codebook.attributes.filter(({ id }) => !isGone.has(id)),
    terms: codebook.terms.filter(({ attribute }) => !isGone.has(attribute)),
  };
  const orphans = children
    .filter(({ id }) => !successor || !isBelow(id, childrenTo, successor.id))
    .map(({ id }) => id);
  const ends = endsOf(type.id, now).filter((role) => role.type === type.id);
  // A relation always has its ends, also one that had them from the type that goes.
  const sound = bequeath(without, { roles: ends, attributes: [], terms: [] }, orphans, true, context);
  if (!keep) return sound;
  const given = {
    roles: estate.roles
      .filter((role) => !ends.includes(role))
      .map((role) => ({ ...role, fillers: rewritten(role.fillers) })),
    attributes: estate.attributes,
    terms: estate.attributes.flatMap(({ id }) => now.termsOf(id)),
  };
  return bequeath(sound, given, [...(successor ? [successor.id] : []), ...orphans], true, context);
}

/** True where a child that moves inherits from the successor anyway, or is it. */
const isBelow = (child: TypeId, childrenTo: TypeId | null, successor: TypeId): boolean =>
  child === successor || childrenTo === successor;
