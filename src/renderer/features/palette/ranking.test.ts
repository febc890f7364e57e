import { expect, test } from 'vitest';
import { ranked } from './ranking';

const items = ['Mark document as done', 'Next document', 'Document note', 'Undo'].map((label) => ({ label }));
const found = (text: string): readonly string[] => ranked(items, text).map(({ label }) => label);

test('what begins with the word comes first, then what has a word that begins so', () => {
  expect(found('doc')).toEqual(['Document note', 'Mark document as done', 'Next document']);
});

test('every word has to fit, in any order', () => {
  expect(found('done mark')).toEqual(['Mark document as done']);
  expect(found('mark undo')).toEqual([]);
});

test('everything is offered as it stands while nothing was typed', () => {
  expect(found('  ')).toEqual(items.map(({ label }) => label));
});
