import { commandIds, keymap, keysOf, type CommandId } from '../../../contract/keymap';
import type { PhysicalKey, TypeRecord } from '../../../core/model/codebook';

/** What else a key does where types are chosen by key. */
export interface KeyConflicts {
  readonly types: readonly TypeRecord[];
  readonly commands: readonly CommandId[];
}

/** The types and commands that have a key already. Keys in the details of an annotation never meet those of types. */
export function conflictsOf(
  key: PhysicalKey | null,
  type: Pick<TypeRecord, 'id'>,
  types: readonly TypeRecord[],
  isMac: boolean,
): KeyConflicts {
  if (key === null) return { types: [], commands: [] };
  return {
    types: types.filter((other) => other.id !== type.id && other.key === key),
    commands: commandIds.filter((id) => keymap[id].scope !== 'inspector' && keysOf(id, isMac).includes(key)),
  };
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph']);

/** Whether a press can become the key of a type: it is no modifier by itself, and nothing that moves or leaves. */
export const canBeKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): boolean =>
  !modifiers.has(key) &&
  /^(Key[A-Z]|Digit\d|F\d+|Numpad\w+|Bracket\w+|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash|Minus|Equal|Intl\w+)$/u.test(
    code,
  );
