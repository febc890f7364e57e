import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindQuery } from './find-query';
import { findAll, patternFor } from './search';

function hits(text: string, query: Partial<FindQuery> & { text: string }): string[] {
  const pattern = patternFor({ ignoreCase: false, wholeWords: false, regularExpression: false, ...query });
  if (!pattern.ok) throw new Error(JSON.stringify(pattern.problem));
  const found = findAll(text, pattern.value);
  return Array.from({ length: found.length / 2 }, (_, hit) => text.slice(found[2 * hit], found[2 * hit + 1]));
}

describe('finding a text', () => {
  it('takes every character literally', () => {
    expect(hits('a.b axb (a.b) [a.b]', { text: 'a.b' })).toHaveLength(3);
    for (const sign of String.raw`\^$.*+?()[]{}|/-#&~`)
      expect(hits(`x${sign}y`, { text: sign })).toEqual([sign]);
  });

  it('ignores case only when asked to, in Cyrillic, Greek and beyond the first plane as well', () => {
    expect(hits('Ёлка ёлка ЁЛКА', { text: 'ёлка' })).toEqual(['ёлка']);
    expect(hits('Ёлка ёлка ЁЛКА', { text: 'ёлка', ignoreCase: true })).toEqual(['Ёлка', 'ёлка', 'ЁЛКА']);
    expect(hits('ΣΑΣ σας', { text: 'σασ', ignoreCase: true })).toEqual(['ΣΑΣ', 'σας']);
    expect(hits('𐐀𐐨', { text: '𐐨', ignoreCase: true })).toEqual(['𐐀', '𐐨']);
  });

  it('does not take ё for е', () => {
    expect(hits('все всё', { text: 'все', ignoreCase: true })).toEqual(['все']);
  });

  it('keeps offsets true where lower case is longer than upper case', () => {
    expect(hits('İİİ ОДКБ', { text: 'одкб', ignoreCase: true })).toEqual(['ОДКБ']);
  });

  it('finds letters in one character or in two', () => {
    expect(hits('Андрей и Андре\u0438\u0306', { text: 'Андрей' })).toHaveLength(2);
  });

  it('takes any white space for any other', () => {
    expect(hits('20\u00a0сентября 20  сентября', { text: '20 сентября' })).toHaveLength(2);
  });

  it('finds whole words by Unicode’s letters', () => {
    const text = 'мир мира мирный «мир» мир-то умир мир';
    expect(hits(text, { text: 'мир', wholeWords: true })).toHaveLength(4);
    expect(hits('и\u0306о и', { text: 'и', wholeWords: true })).toHaveLength(1);
    expect(hits('закон № 5, № 55', { text: '№ 5', wholeWords: true })).toEqual(['№ 5']);
  });

  it('finds any text in itself, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (around, text) => {
          for (const ignoreCase of [true, false]) {
            expect(hits(`${around}${text}${around}`, { text, ignoreCase }).length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('finding by a regular expression', () => {
  const regularExpression = true;

  it('knows lines, classes of Unicode, groups and look-around', () => {
    const text = 'СНГ: 2023\r\nОДКБ: 75-й\rООН';
    expect(hits(text, { text: String.raw`^\p{Lu}+`, regularExpression })).toEqual(['СНГ', 'ОДКБ', 'ООН']);
    expect(hits(text, { text: String.raw`\d+(?=-й)`, regularExpression })).toEqual(['75']);
    expect(hits(text, { text: 'снг|оон', regularExpression, ignoreCase: true })).toEqual(['СНГ', 'ООН']);
  });

  it('takes letters of every script for parts of words', () => {
    expect(
      hits('встреча в Минске, 2 встречи_', { text: String.raw`\bвстреч\w+`, regularExpression }),
    ).toEqual(['встреча', 'встречи_']);
    expect(hits('кто-то где-то', { text: String.raw`[\w-]+`, regularExpression })).toEqual([
      'кто-то',
      'где-то',
    ]);
    expect(hits('ООН, НАТО', { text: String.raw`\W+|\BТ\B`, regularExpression })).toEqual([', ', 'Т']);
    expect(hits(String.raw`a\b`, { text: String.raw`\\b`, regularExpression })).toEqual([String.raw`\b`]);
  });

  it('leaves out hits of no width, and ends', () => {
    expect(hits('aab', { text: 'a*', regularExpression })).toEqual(['aa']);
  });

  it('finds whole words for each of several alternatives', () => {
    expect(hits('мира кот мир', { text: 'мир|кот', regularExpression, wholeWords: true })).toEqual([
      'кот',
      'мир',
    ]);
  });

  it.each(['(', '[', '*', 'a)(b', String.raw`\p{Nonsense}`])('says that %j is none', (text) => {
    const found = patternFor({ text, regularExpression, ignoreCase: true, wholeWords: true });
    expect(found).toMatchObject({ ok: false, problem: { code: 'pattern-invalid' } });
  });

  it('says what is wrong with it, without saying it once more', () => {
    const problem = { code: 'pattern-invalid', detail: 'Unterminated group' };
    const query = { text: '(', regularExpression, ignoreCase: true, wholeWords: true };
    expect(patternFor(query)).toEqual({ ok: false, problem });
  });
});
