import { expect, test } from 'vitest';
import { commandIds, keymap, keysOf } from './keymap';

test.each([true, false])('no two commands have the same key (on a Mac: %s)', (isMac) => {
  const uses = commandIds.flatMap((id) => keysOf(id, isMac).map((key) => ({ id, key })));
  const twice = uses.filter(({ id, key }) => uses.some((other) => other.key === key && other.id !== id));
  expect(twice).toEqual([]);
});

test('keys that type a character never work in a field', () => {
  const typing = commandIds.filter((id) =>
    keymap[id].keys.some((key) => keymap[id].inFields && !/Mod|Alt|^(Shift\+)?F\d/.test(key)),
  );
  expect(typing).toEqual([]);
});
