import { childrenOf } from '../../../core/codebook/codebook';
import type { TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';

/** Where a type is to stand: below which, and at which place among those there. */
export interface Move {
  readonly type: TypeId;
  readonly parent: TypeId | null;
  readonly position: number;
}

const siblingsOf = (type: TypeRecord, parent: TypeId | null, types: readonly TypeRecord[]): TypeRecord[] =>
  childrenOf(types, parent).filter(({ id, kind }) => kind === type.kind && id !== type.id);

/** One step up or down among its neighbours, below the one before it, or out to beside its parent; null where there is no way. */
export function stepped(
  type: TypeRecord,
  step: 'up' | 'down' | 'in' | 'out',
  types: readonly TypeRecord[],
): Move | null {
  const all = childrenOf(types, type.parent).filter(({ kind }) => kind === type.kind);
  const at = all.findIndex(({ id }) => id === type.id);
  switch (step) {
    case 'up':
      return at > 0 ? { type: type.id, parent: type.parent, position: at - 1 } : null;
    case 'down':
      return at < all.length - 1 ? { type: type.id, parent: type.parent, position: at + 1 } : null;
    case 'in': {
      const above = all[at - 1];
      return above
        ? { type: type.id, parent: above.id, position: siblingsOf(type, above.id, types).length }
        : null;
    }
    case 'out': {
      const parent = types.find(({ id }) => id === type.parent);
      if (!parent) return null;
      const beside = siblingsOf(type, parent.parent, types);
      return {
        type: type.id,
        parent: parent.parent,
        position: beside.findIndex(({ id }) => id === parent.id) + 1,
      };
    }
  }
}

/** Where a type comes that is dropped on a row of the tree, or between two; null where it cannot stand there. */
export function dropped(
  type: TypeRecord,
  target: string,
  where: 'before' | 'after' | 'on',
  types: readonly TypeRecord[],
): Move | null {
  if (target === `kind ${type.kind}`) return { type: type.id, parent: null, position: 0 };
  const other = types.find(({ id }) => id === target);
  if (other?.kind !== type.kind || other.id === type.id) return null;
  if (where === 'on')
    return { type: type.id, parent: other.id, position: siblingsOf(type, other.id, types).length };
  const beside = siblingsOf(type, other.parent, types);
  const at = beside.findIndex(({ id }) => id === other.id);
  return { type: type.id, parent: other.parent, position: where === 'before' ? at : at + 1 };
}
