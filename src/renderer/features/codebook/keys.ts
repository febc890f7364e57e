import { commandIds, keymap, keysOf, type CommandId } from '../../../contract/keymap';
import type { Codebook } from '../../../core/codebook/codebook';
import type { Lookup } from '../../../core/codebook/lookup';
import type { TypeId } from '../../../core/ids';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../../../core/model/codebook';

/** What of a codebook has a key. */
export type Keyed = TypeRecord | RoleRecord | AttributeRecord;

/** What else a key does where a part of the codebook is chosen by key. */
export interface KeyConflicts {
  readonly parts: readonly Keyed[];
  readonly commands: readonly CommandId[];
}

/** The type whose annotations a role or an attribute is of; null for types, and for what annotations do not have. */
export function ownerOf(part: Keyed): TypeId | null {
  if (part.record === 'role') return part.type;
  return part.record === 'attribute' && part.owner.of === 'type' ? part.owner.type : null;
}

/**
 * Whether two parts can be meant by one press: types always can, roles and attributes where one annotation has both,
 * since the type of one stands above that of the other.
 */
function canMeet(a: Keyed, b: Keyed, lookup: Lookup): boolean {
  const [ownerA, ownerB] = [ownerOf(a), ownerOf(b)];
  const isPressed = (part: Keyed): boolean => part.record === 'type' || ownerOf(part) !== null;
  if (!isPressed(a) || !isPressed(b)) return false;
  if (ownerA === null || ownerB === null) return true;
  const isAbove = (upper: TypeId, lower: TypeId): boolean =>
    lookup.lineage(lower).some(({ id }) => id === upper);
  return isAbove(ownerA, ownerB) || isAbove(ownerB, ownerA);
}

/** What has the key of a part already. Keys in the details of an annotation never meet those of the codebook. */
export function conflictsOf(
  part: Keyed,
  { types, roles, attributes, lookup }: Codebook & { readonly lookup: Lookup },
  isMac: boolean,
): KeyConflicts {
  const { key } = part;
  if (key === null) return { parts: [], commands: [] };
  const isSame = (other: Keyed): boolean => other.record === part.record && other.id === part.id;
  return {
    parts: [...types, ...roles, ...attributes].filter(
      (other) => other.key === key && !isSame(other) && canMeet(part, other, lookup),
    ),
    commands: commandIds.filter((id) => keymap[id].scope !== 'inspector' && keysOf(id, isMac).includes(key)),
  };
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph']);

/** Whether a press can become a key of the codebook: it is no modifier by itself, and nothing that moves or leaves. */
export const canBeKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): boolean =>
  !modifiers.has(key) &&
  /^(Key[A-Z]|Digit\d|F\d+|Numpad\w+|Bracket\w+|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash|Minus|Equal|Intl\w+)$/u.test(
    code,
  );
