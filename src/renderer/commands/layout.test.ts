import { expect, test } from 'vitest';
import { labelOf, learnFrom } from './layout';

test('a single press on a Russian layout relabels every key, and one on a Latin layout takes that back', () => {
  learnFrom({ code: 'KeyA', key: 'ф' });
  expect(['KeyQ', 'KeyN', 'BracketLeft'].map(labelOf)).toEqual(['Й', 'Т', 'Х']);
  learnFrom({ code: 'KeyS', key: 's' });
  expect(['KeyQ', 'KeyN', 'BracketLeft'].map(labelOf)).toEqual(['Q', 'N', '[']);
});

test('a press that no known layout explains relabels its own key', () => {
  learnFrom({ code: 'KeyK', key: 'κ' });
  expect(['KeyK', 'KeyL'].map(labelOf)).toEqual(['Κ', 'L']);
});

test('keys that type nothing are not learnt from', () => {
  learnFrom({ code: 'KeyL', key: 'Dead' });
  expect(labelOf('KeyL')).toBe('L');
});
