import { expect, test } from 'vitest';
import { isInForce, leftBehind } from './in-force';

const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('a change is in force until it is undone, and again once it is redone', () => {
  expect(isInForce(3, [], [])).toBe(true);
  expect(isInForce(3, [{ number: 4, cause: 'undo' }], [])).toBe(false);
  const turns = [
    { number: 5, cause: 'redo' },
    { number: 4, cause: 'undo' },
  ] as const;
  expect(isInForce(3, turns, [])).toBe(true);
});

test('going back leaves everything between behind, but neither what it goes back to nor itself', () => {
  const stretches = leftBehind([{ number: 8, backTo: 5 }]);
  expect(all(9).filter((number) => !isInForce(number, [], stretches))).toEqual([6, 7]);
});

test('going back to before a going back brings what that left behind into force again', () => {
  const stretches = leftBehind([
    { number: 6, backTo: 2 },
    { number: 9, backTo: 5 },
  ]);
  expect(all(9).filter((number) => !isInForce(number, [], stretches))).toEqual([6, 7, 8]);
});

test('an undo that was left behind counts no more', () => {
  const stretches = leftBehind([{ number: 6, backTo: 4 }]);
  expect(isInForce(3, [{ number: 5, cause: 'undo' }], stretches)).toBe(true);
  expect(isInForce(3, [{ number: 4, cause: 'undo' }], stretches)).toBe(false);
});
