import { expect, test } from 'vitest';
import { codePoint } from '../offsets';
import { longestCompared, mentionText, nameOfMention } from './mention-text';

const mention = (...quotes: string[]) => ({
  fragments: quotes.map((quote) => ({ start: codePoint(0), end: codePoint(0), quote })),
});

test('a mention in several fragments is called by all of them', () => {
  expect(mentionText(mention('Совет', 'ОДКБ'))).toBe('Совет ОДКБ');
});

test('a long mention is cut between characters, never inside of one', () => {
  expect(mentionText(mention('🇰🇿'.repeat(200)))).toBe('🇰🇿'.repeat(longestCompared / 2));
});

test('the name of an entry has no marks around it, and single spaces', () => {
  expect(nameOfMention(mention('«Канал»'))).toBe('Канал');
  expect(nameOfMention(mention('"Нелегал".'))).toBe('Нелегал');
  expect(nameOfMention(mention('Имангали\n\u00a0Тасмагамбетов,'))).toBe('Имангали Тасмагамбетов');
  expect(nameOfMention(mention('—'))).toBe('—');
  expect(nameOfMention(mention('«»'))).toBe('«»');
});
