import { describe, expect, it } from 'vitest';
import { estimateBlockHeights } from './block-heights';
import { makeLineTable } from './line-table';

const metrics = { width: 730, characterWidth: 10, rowHeight: 36, gap: 8 };

describe('the likely height of a block', () => {
  it('is that of its rows, each line taking at least one', () => {
    const text = ['', 'короткая', 'x'.repeat(70), 'x'.repeat(71), 'x'.repeat(700)].join('\n');
    const rows = 1 + 1 + 1 + 2 + 10;
    expect(estimateBlockHeights(makeLineTable(text), metrics)).toEqual([rows * 36 + 5 * 8]);
  });

  it('is given for each block by itself', () => {
    const heights = estimateBlockHeights(makeLineTable('строка\n'.repeat(40).trimEnd()), metrics);
    expect(heights).toEqual([32 * 44, 8 * 44]);
  });

  it('is finite where there is no room for a single character', () => {
    const [height] = estimateBlockHeights(makeLineTable('абв'), { ...metrics, width: 0 });
    expect(height).toBe(3 * 36 + 8);
  });
});
