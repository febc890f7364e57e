import { describe, expect, it } from 'vitest';
import { ExportRefusal } from '../exchange/format';
import { Network, type NetworkNode } from './network';

const node = (id: string): NetworkNode => ({ id, label: id, kind: 'entity', type: '' });

describe('a network', () => {
  it('is refused before it fills the memory, but not for ties that it has already', () => {
    const network = new Network(false, 2);
    network.tie(node('a'), node('b'), '', 'one');
    network.tie(node('b'), node('c'), '', 'one');
    network.tie(node('b'), node('a'), '', 'two');
    expect([...network.edges.values()].map(({ weight }) => weight)).toEqual([2, 1]);
    expect(() => network.tie(node('a'), node('c'), '', 'two')).toThrow(ExportRefusal);
  });
});
