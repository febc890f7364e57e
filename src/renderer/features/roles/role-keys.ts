import type { RoleId } from '../../../core/ids';
import type { PhysicalKey } from '../../../core/model/codebook';
import type { Slot } from '../../../core/rules/slots';

/** The row of keys nearest to the thumbs and two more, where the keys of types leave room. */
const spare: readonly PhysicalKey[] = [
  'KeyZ',
  'KeyX',
  'KeyC',
  'KeyV',
  'KeyB',
  'KeyM',
  'KeyH',
  'KeyP',
].flatMap((key) => [key, `Shift+${key}`]);
const inTurn = [...spare.filter((key) => !key.includes('+')), ...spare.filter((key) => key.includes('+'))];

/**
 * The keys that fill the roles of one type: those that the codebook gives them, and for the others, in their order,
 * those of the bottom row that nothing else has.
 */
export function roleKeys(
  slots: readonly Slot[],
  taken: ReadonlySet<PhysicalKey>,
): ReadonlyMap<RoleId, PhysicalKey> {
  const keys = new Map<RoleId, PhysicalKey>();
  for (const { role } of slots) if (role.key !== null) keys.set(role.id, role.key);
  const used = new Set([...taken, ...keys.values()]);
  const free = inTurn.filter((key) => !used.has(key));
  for (const { role } of slots) {
    if (role.key !== null) continue;
    const key = free.shift();
    if (key !== undefined) keys.set(role.id, key);
  }
  return keys;
}
