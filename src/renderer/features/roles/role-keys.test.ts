import { expect, test } from 'vitest';
import type { RoleId } from '../../../core/ids';
import type { RoleRecord } from '../../../core/model/codebook';
import type { Slot } from '../../../core/rules/slots';
import { roleKeys } from './role-keys';

const slot = (id: string, key: string | null): Slot => ({
  role: { id: id as RoleId, key } as RoleRecord,
  min: 0,
  max: null,
  end: null,
});

test('a role has the key that the codebook gives it', () => {
  const keys = roleKeys([slot('agent', 'KeyP'), slot('place', 'Shift+KeyP')], new Set());
  expect([...keys]).toEqual([
    ['agent', 'KeyP'],
    ['place', 'Shift+KeyP'],
  ]);
});

test('roles without a key get those of the bottom row in their order', () => {
  const keys = roleKeys([slot('agent', null), slot('place', null)], new Set());
  expect([...keys.values()]).toEqual(['KeyZ', 'KeyX']);
});

test('a key that a type or another role has is left out', () => {
  const keys = roleKeys([slot('agent', null), slot('place', 'KeyC'), slot('date', null)], new Set(['KeyZ']));
  expect(keys.get('agent' as RoleId)).toBe('KeyX');
  expect(keys.get('date' as RoleId)).toBe('KeyV');
});

test('more roles than keys leave the last ones without', () => {
  const slots = Array.from({ length: 20 }, (_, index) => slot(`role ${String(index)}`, null));
  expect(roleKeys(slots, new Set()).size).toBe(16);
  expect(roleKeys(slots, new Set()).get('role 8' as RoleId)).toBe('Shift+KeyZ');
});
