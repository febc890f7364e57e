import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWords, snapToWords, trimmed } from './words';

/** Reads a text in which | marks the ends of a span. */
function marked(source: string): { text: string; span: { start: number; end: number } } {
  const start = source.indexOf('|');
  const end = source.lastIndexOf('|') - 1;
  return { text: source.replaceAll('|', ''), span: { start, end } };
}

function snapped(source: string): string {
  const { text, span } = marked(source);
  const { start, end } = snapToWords(text, makeWords(text), span);
  return text.slice(start, end);
}

describe('a selection that snaps to words', () => {
  it.each([
    ['Гене|рально|го секретаря', 'Генерального'],
    ['Генерального| секр|етаря', 'секретаря'],
    ['Генер|ального |секретаря', 'Генерального'],
    ['заявил |Пашинян, |премьер', 'Пашинян'],
    ['учение «Ру|беж-20|23» прошло', 'Рубеж-2023'],
    ['учение |«Рубеж-2023»| прошло', 'Рубеж-2023'],
    ['на |75-|й сессии', '75-й'],
    ['сказал пресс-|секр|етарь', 'пресс-секретарь'],
    ['|ОДКБ (Организация догово|ра)', 'ОДКБ (Организация договора)'],
    ['рост на |50%|.', '50%'],
    ['флаг |🇷🇺| и 😀', '🇷🇺'],
    ['20\u00a0сен|тя|бря', 'сентября'],
    ['It is O’N|ei|ll', 'O’Neill'],
  ])('makes %j to %j', (source, expected) => {
    expect(snapped(source)).toBe(expected);
  });

  it('keeps a selection of nothing but punctuation and spaces as it is', () => {
    expect(snapped('слово |—  |слово')).toBe('—  ');
  });

  it('leaves a caret alone', () => {
    expect(snapToWords('слово', makeWords('слово'), { start: 2, end: 2 })).toEqual({ start: 2, end: 2 });
  });

  it('covers every word that it touched, divides none, and does nothing the second time', () => {
    const text = fc.array(
      fc.constantFrom('слово', 'Word', ' ', ', ', '«', '»', '-', '😀', '\u00a0', '\n', '2023'),
    );
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (parts, a, b) => {
        const joined = parts.join('');
        const ends = [a, b].map((end) => Math.min(end, joined.length)).sort((x, y) => x - y);
        const span = { start: ends[0] ?? 0, end: ends[1] ?? 0 };
        // A caret inside a word stays there.
        fc.pre(span.start < span.end);
        const words = makeWords(joined);
        const once = snapToWords(joined, words, span);
        expect(snapToWords(joined, words, once)).toEqual(once);
        for (const end of [once.start, once.end]) {
          const word = words.at(end);
          expect(word && word.start < end && end < word.end).not.toBe(true);
        }
      }),
    );
  });
});

describe('trimming', () => {
  it('takes back a bracket whose partner is inside', () => {
    const text = '(а) и [б].';
    expect(trimmed(text, { start: 0, end: text.length })).toEqual({ start: 0, end: 9 });
  });
});

describe('words', () => {
  const text = 'Он сказал: «Да».\n\n— Нет!';
  const words = makeWords(text);
  const word = (found: { start: number; end: number } | null): string | null =>
    found && text.slice(found.start, found.end);

  it('are found at, before and after a place, across punctuation and lines', () => {
    expect(word(words.at(4))).toBe('сказал');
    expect(word(words.at(9))).toBe('сказал');
    expect(word(words.at(11))).toBeNull();
    expect(word(words.endingAfter(9))).toBe('Да');
    expect(word(words.endingAfter(15))).toBe('Нет');
    expect(word(words.startingAfter(3))).toBe('Да');
    expect(word(words.startingBefore(20))).toBe('Да');
    expect(word(words.endingBefore(9))).toBe('Он');
  });

  it('end with the text', () => {
    expect(words.endingAfter(text.length)).toBeNull();
    expect(words.startingBefore(0)).toBeNull();
  });

  it('are found beyond a long stretch of nothing', () => {
    const sparse = `a${' '.repeat(50_000)}b`;
    const far = makeWords(sparse);
    expect(far.endingAfter(1)).toEqual({ start: 50_001, end: 50_002 });
    expect(far.startingBefore(50_000)).toEqual({ start: 0, end: 1 });
  });
});
