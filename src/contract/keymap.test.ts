import { expect, test } from 'vitest';
import { commandIds, keymap, keysOf, type CommandId } from './keymap';

/** Whether the keyboard can be where both commands have their keys. */
function canMeet(one: CommandId, other: CommandId): boolean {
  const scopes = [keymap[one].scope, keymap[other].scope];
  return (
    !scopes.includes('inspector') || scopes.every((scope) => scope === 'inspector' || scope === 'anywhere')
  );
}

test.each([true, false])('no key means two commands in one place (on a Mac: %s)', (isMac) => {
  const uses = commandIds.flatMap((id) => keysOf(id, isMac).map((key) => ({ id, key })));
  const twice = uses.filter(({ id, key }) =>
    uses.some((other) => other.key === key && other.id !== id && canMeet(id, other.id)),
  );
  expect(twice).toEqual([]);
});

test('keys that type or edit never run a command in a field', () => {
  const typing = commandIds.filter((id) =>
    keymap[id].keys.some((key) => keymap[id].inFields && !/Mod|Alt|^(Shift\+)?F\d|^Escape$/.test(key)),
  );
  expect(typing).toEqual([]);
});
