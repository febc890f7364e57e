import { expect, test } from 'vitest';
import { commandIds, keymap } from './keymap';

test('no two commands have the same key', () => {
  const uses = commandIds.flatMap((id) => keymap[id].keys.map((key) => ({ id, key })));
  const twice = uses.filter(({ id, key }) => uses.some((other) => other.key === key && other.id !== id));
  expect(twice).toEqual([]);
});

test('keys that type a character never work in a field', () => {
  const typing = commandIds.filter((id) =>
    keymap[id].keys.some((key) => keymap[id].inFields && !/Mod|Alt|^(Shift\+)?F\d/.test(key)),
  );
  expect(typing).toEqual([]);
});
