import { expect, test } from 'vitest';
import { isCalled, ranked } from './ranking';

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

test('what is found by another name comes after what is found by its label', () => {
  const entries = [
    { label: 'ОДКБ', aliases: ['CSTO', 'договор'] },
    { label: 'Договор о дружбе' },
    { label: 'ЕАЭС' },
  ];
  expect(ranked(entries, 'договор').map(({ label }) => label)).toEqual(['Договор о дружбе', 'ОДКБ']);
  expect(ranked(entries, 'csto').map(({ label }) => label)).toEqual(['ОДКБ']);
});

test('«ё» and «е» are one letter, and so are large and small ones', () => {
  const [gold] = [{ label: 'Золотарёв' }];
  expect(ranked([gold], 'ЗОЛОТАРЕВ')).toEqual([gold]);
  expect(isCalled(gold, ' золотарев ')).toBe(true);
  expect(isCalled(gold, 'золот')).toBe(false);
});
