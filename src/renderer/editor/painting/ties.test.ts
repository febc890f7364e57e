import { expect, test } from 'vitest';
import { tieBetween } from './ties';

const end = { left: 100, top: 40, height: 20 };

test('fragments of one row are tied above the words between them', () => {
  expect(tieBetween(end, { left: 180, top: 40, height: 20 })).toEqual([
    { left: 100, top: 37, width: 80, height: 0 },
  ]);
});

test('a fragment further down is tied by a line down to above its row, and along it to where it starts', () => {
  expect(tieBetween(end, { left: 30, top: 120, height: 20 })).toEqual([
    { left: 100, top: 60, width: 0, height: 57 },
    { left: 30, top: 117, width: 70, height: 0 },
  ]);
});

test('a fragment whose neighbour is out of sight shows that there is one', () => {
  expect(tieBetween(end, null)).toEqual([{ left: 100, top: 37, width: 18, height: 0 }]);
  expect(tieBetween(null, end)).toEqual([{ left: 82, top: 37, width: 18, height: 0 }]);
  expect(tieBetween(null, null)).toEqual([]);
});
