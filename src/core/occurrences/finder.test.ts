import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finderFor } from './finder';
import type { OccurrenceQuery } from './occurrence';

function found(query: OccurrenceQuery, text: string): string[] {
  const find = finderFor(query);
  if (!find.ok) throw new Error(find.problem.code);
  return [...find.value(text)].map(({ start, end }) => text.slice(start, end));
}

const inflected = (text: string, searched: string): string[] =>
  found({ manner: 'inflected', text }, searched);

describe('finding inflected forms', () => {
  it('finds the forms of a surname, whichever of them is given', () => {
    const text = 'Тасмагамбетов встретил Тасмагамбетову; с Тасмагамбетовым говорили о Тасмагамбетове.';
    const all = ['Тасмагамбетов', 'Тасмагамбетову', 'Тасмагамбетовым', 'Тасмагамбетове'];
    for (const form of all) expect(inflected(form, text)).toEqual(all);
  });

  it('finds the forms of ordinary words by their stems', () => {
    expect(inflected('учение', 'Учения прошли; об учении, с учениями. Мучения.')).toEqual([
      'Учения',
      'учении',
      'учениями',
    ]);
    expect(inflected('agreement', 'Agreements and disagreements; the agreement’s text')).toEqual([
      'Agreements',
      'agreement',
    ]);
  });

  it('finds names of several words, each in its own form', () => {
    const text = 'Генеральному секретарю ОДКБ, генеральный\u00a0секретарь  ОДКБ; генеральный директор ОДКБ';
    expect(inflected('Генеральный секретарь ОДКБ', text)).toEqual([
      'Генеральному секретарю ОДКБ',
      'генеральный\u00a0секретарь  ОДКБ',
    ]);
  });

  it('takes «ё» for «е», in one character or in two', () => {
    expect(inflected('Королев', 'Королёв и Королёва')).toEqual(['Королёв', 'Королёва']);
    expect(inflected('ёлка', 'елки')).toEqual(['елки']);
    expect(inflected('Ковалёв', 'Ковале\u0308ву')).toEqual(['Ковале\u0308ву']);
  });

  it('finds forms that differ before the ending: a vowel that comes and goes', () => {
    expect(inflected('Павел', 'Павла и Павлу')).toEqual(['Павла', 'Павлу']);
    expect(inflected('Кравца', 'Кравец')).toEqual(['Кравец']);
    expect(inflected('Лев', 'Льва')).toEqual(['Льва']);
    expect(inflected('lying', 'They lie.')).toEqual(['lie']);
  });

  it('finds whole words only', () => {
    expect(inflected('кот', 'котлета скот кот')).toEqual(['кот']);
    expect(inflected('Путин', 'распутин Путина')).toEqual(['Путина']);
  });

  it('finds double names, and the parts of them', () => {
    expect(inflected('Петров-Водкин', 'у Петрова-Водкина')).toEqual(['Петрова-Водкина']);
    expect(inflected('пресс-служба', 'в пресс-службе')).toEqual(['пресс-службе']);
  });

  it('keeps the signs around and between the words', () => {
    expect(inflected('«Канал»', 'операция «Канал», канал, "Канал"')).toEqual(['«Канал»']);
    expect(inflected('75-й', '75-й годовщины, 75 й')).toEqual(['75-й']);
  });

  it('goes on inside of what was no hit', () => {
    expect(inflected('ab ab cd', 'ab ab ab cd')).toEqual(['ab ab cd']);
  });

  it('looks for a text without words as it stands', () => {
    expect(inflected('№', '№ 5 и №')).toEqual(['№', '№']);
  });

  it('finds every word in itself, and ends, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яёА-ЯЁa-z𐐨😀0-9«» .-]{1,20}$/u), fc.string(), (text, around) => {
        fc.pre(text.trim() !== '');
        const hits = inflected(text, `${around} ${text.trim()} ${around}`);
        expect(hits.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('finding as written', () => {
  const literal = (options: { ignoreCase?: boolean; wholeWords?: boolean }): OccurrenceQuery => ({
    manner: 'literal',
    text: 'ОДКБ',
    ignoreCase: false,
    wholeWords: false,
    ...options,
  });
  const text = 'ОДКБ, одкб, ОДКБшный';

  it('is exact, or ignores case, or takes whole words', () => {
    expect(found(literal({}), text)).toEqual(['ОДКБ', 'ОДКБ']);
    expect(found(literal({ ignoreCase: true }), text)).toEqual(['ОДКБ', 'одкб', 'ОДКБ']);
    expect(found(literal({ wholeWords: true }), text)).toEqual(['ОДКБ']);
  });

  it('groups hits by their form, whatever white space they have', () => {
    const find = finderFor({ manner: 'literal', text: 'a b', ignoreCase: false, wholeWords: false });
    expect(find.ok && [...find.value('a\u00a0b a  b')].map(({ form }) => form)).toEqual(['a b', 'a b']);
  });
});

describe('finding by a regular expression', () => {
  const pattern = (text: string): OccurrenceQuery => ({
    manner: 'pattern',
    text,
    ignoreCase: true,
    wholeWords: false,
  });

  it('finds what it matches', () => {
    expect(
      found(pattern(String.raw`операци\p{L}+\s+«[^»]+»`), 'Операция «Канал» и операции «Нелегал»'),
    ).toEqual(['Операция «Канал»', 'операции «Нелегал»']);
  });

  it('says what is wrong with one that is none', () => {
    expect(finderFor(pattern('(')).ok).toBe(false);
  });
});
