import { describe, expect, it } from 'vitest';
import type { Codebook } from '../../../core/codebook/codebook';
import { lookupIn } from '../../../core/codebook/lookup';
import type { AttributeRecord, RoleRecord, TypeRecord } from '../../../core/model/codebook';
import { canBeKey, conflictsOf, type Keyed } from './keys';

const type = (id: string, key: string | null, parent: string | null = null) =>
  ({ record: 'type', id, key, parent, names: {} }) as unknown as TypeRecord;
const role = (id: string, of: string, key: string | null) =>
  ({ record: 'role', id, type: of, key, names: {} }) as unknown as RoleRecord;
const attribute = (id: string, owner: AttributeRecord['owner'], key: string | null) =>
  ({ record: 'attribute', id, owner, key, names: {} }) as unknown as AttributeRecord;

/** The ids of what has the same key as one part of a codebook. */
function others(part: Keyed, book: Partial<Codebook>): readonly string[] {
  const codebook: Codebook = { types: [], roles: [], attributes: [], terms: [], ...book };
  return conflictsOf(part, { ...codebook, lookup: lookupIn(codebook) }, false).parts.map(({ id }) => id);
}

describe('the key of a type', () => {
  const types = [type('a', 'KeyQ'), type('b', 'KeyQ'), type('c', 'KeyW')];

  it('conflicts with other types, never with itself', () => {
    expect(others(type('a', 'KeyQ'), { types })).toEqual(['b']);
    expect(others(type('a', null), { types })).toEqual([]);
  });

  it('conflicts with commands', () => {
    const codebook = { types, roles: [], attributes: [], terms: [] };
    const lookup = lookupIn(codebook);
    expect(conflictsOf(type('a', 'BracketLeft'), { ...codebook, lookup }, false).commands).toEqual([
      'edge.startBack',
    ]);
  });

  it('conflicts with roles and attributes of any type, for which the key would be meant first', () => {
    const roles = [role('r', 'c', 'KeyQ')];
    const attributes = [
      attribute('t', { of: 'type', type: 'c' as never }, 'KeyQ'),
      attribute('d', { of: 'document' }, 'KeyQ'),
    ];
    expect(others(type('a', 'KeyQ'), { types, roles, attributes })).toEqual(['b', 'r', 't']);
  });
});

describe('the key of a role or an attribute', () => {
  const types = [type('event', null), type('visit', null, 'event'), type('strike', null, 'event')];
  const roles = [role('visit.host', 'visit', 'KeyH'), role('strike.house', 'strike', 'KeyH')];
  const attributes = [attribute('event.held', { of: 'type', type: 'event' as never }, 'KeyH')];

  it('conflicts with what the same annotation has, from whatever type above it', () => {
    expect(others(role('visit.guest', 'visit', 'KeyH'), { types, roles, attributes })).toEqual([
      'visit.host',
      'event.held',
    ]);
    const held = attribute('event.held', { of: 'type', type: 'event' as never }, 'KeyH');
    expect(others(held, { types, roles, attributes })).toEqual(['visit.host', 'strike.house']);
  });

  it('conflicts with types', () => {
    expect(others(role('visit.host', 'visit', 'KeyH'), { types: [...types, type('t', 'KeyH')] })).toEqual([
      't',
    ]);
  });

  it('is of no account for what annotations do not have', () => {
    const entry = attribute('entry.born', { of: 'entry' }, 'KeyH');
    expect(others(entry, { types: [type('t', 'KeyH')], roles })).toEqual([]);
  });
});

describe('a key', () => {
  it('is a letter, a digit or a sign, not what moves or leaves', () => {
    expect(canBeKey({ key: 'q', code: 'KeyQ' })).toBe(true);
    for (const code of ['Escape', 'Tab', 'Enter', 'ArrowUp', 'Space', 'Delete'])
      expect(canBeKey({ key: code, code }), code).toBe(false);
    expect(canBeKey({ key: 'Shift', code: 'ShiftLeft' })).toBe(false);
  });
});
