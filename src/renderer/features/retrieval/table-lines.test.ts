import { describe, expect, it } from 'vitest';
import { tableLines } from './table-lines';

describe('the lines of the table', () => {
  it('are its rows where it has no headings', () => {
    const lines = tableLines({ total: 3, groups: [] });
    expect(lines.length).toBe(3);
    expect([0, 1, 2, 3, -1].map(lines.at)).toEqual([
      { kind: 'row', index: 0 },
      { kind: 'row', index: 1 },
      { kind: 'row', index: 2 },
      null,
      null,
    ]);
  });

  it('have a heading before the rows of each group, and are found by their rows', () => {
    const groups = [
      { key: 'a', count: 2 },
      { key: null, count: 1 },
    ];
    const lines = tableLines({ total: 3, groups });
    expect(Array.from({ length: lines.length }, (_, line) => lines.at(line))).toEqual([
      { kind: 'heading', ...groups[0] },
      { kind: 'row', index: 0 },
      { kind: 'row', index: 1 },
      { kind: 'heading', ...groups[1] },
      { kind: 'row', index: 2 },
    ]);
    expect([0, 1, 2].map(lines.lineOf)).toEqual([1, 2, 4]);
  });
});
