import { describe, expect, it } from 'vitest';
import type { TypeRecord } from '../../../core/model/codebook';
import { canBeKey, conflictsOf } from './keys';

const type = (id: string, key: string | null) => ({ id, key }) as TypeRecord;

describe('the key of a type', () => {
  it('conflicts with other types and with commands, never with itself', () => {
    const types = [type('a', 'KeyQ'), type('b', 'KeyQ'), type('c', 'KeyW')];
    expect(conflictsOf('KeyQ', type('a', 'KeyQ'), types, false)).toEqual({ types: [types[1]], commands: [] });
    expect(conflictsOf('BracketLeft', type('a', null), types, false).commands).toEqual(['edge.startBack']);
    expect(conflictsOf(null, type('a', null), types, false)).toEqual({ types: [], commands: [] });
  });

  it('is a letter, a digit or a sign, not what moves or leaves', () => {
    expect(canBeKey({ key: 'q', code: 'KeyQ' })).toBe(true);
    for (const code of ['Escape', 'Tab', 'Enter', 'ArrowUp', 'Space', 'Delete'])
      expect(canBeKey({ key: code, code }), code).toBe(false);
    expect(canBeKey({ key: 'Shift', code: 'ShiftLeft' })).toBe(false);
  });
});
