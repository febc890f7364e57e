import { describe, expect, it } from 'vitest';
import { addTo, grouped } from './grouped';

describe('grouped', () => {
  it('puts items of one key together, keys and items in the order in which they came', () => {
    const groups = grouped(['bread', 'apple', 'berry', 'anise'], (word) => word.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['bread', 'berry']],
      ['a', ['apple', 'anise']],
    ]);
  });

  it('has no group where there are no items', () => {
    expect(grouped([], String).size).toBe(0);
  });
});

describe('addTo', () => {
  it('begins a group with its first item and puts every further one behind it', () => {
    const groups = new Map<string, number[]>();
    addTo(groups, 'odd', 3);
    addTo(groups, 'even', 2);
    addTo(groups, 'odd', 1);
    expect([...groups]).toEqual([
      ['odd', [3, 1]],
      ['even', [2]],
    ]);
  });
});
