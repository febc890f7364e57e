import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoint, hasLoneSurrogate, makeOffsetTable, utf16 } from './offsets';

/** Pieces of which real texts are made, and which break counting: more than one unit, or more than one code point. */
const pieces = [
  'a',
  'Ж',
  ' ',
  '\u00a0',
  '\n',
  '\r\n',
  '«',
  'é',
  'e\u0301',
  'и\u0306',
  '🇳🇴',
  '🇷🇺',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '𝔄',
  '𐍈',
  '\u200d',
  '\ufe0f',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

/** The slow way to the same numbers: the code points one by one. */
const codePointsOf = (text: string): string[] => Array.from(text);

describe('an offset table', () => {
  it('knows both lengths of a text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = makeOffsetTable(text);
        expect(table.codePoints).toBe(codePointsOf(text).length);
        expect(table.utf16Units).toBe(text.length);
      }),
    );
  });

  it('converts every offset as counting one by one does, and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = makeOffsetTable(text);
        let units = 0;
        for (const [index, character] of codePointsOf(text).entries()) {
          expect(table.toUtf16(codePoint(index))).toBe(units);
          expect(table.toCodePoint(utf16(units))).toBe(index);
          units += character.length;
        }
        expect(table.toUtf16(codePoint(table.codePoints))).toBe(text.length);
        expect(table.toCodePoint(utf16(text.length))).toBe(table.codePoints);
      }),
    );
  });

  it('cuts the same text by either unit', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const characters = codePointsOf(text);
        const [start = 0, end = 0] = [a, b].map((n) => n % (characters.length + 1)).sort((x, y) => x - y);
        const table = makeOffsetTable(text);
        const cut = text.slice(table.toUtf16(codePoint(start)), table.toUtf16(codePoint(end)));
        expect(cut).toBe(characters.slice(start, end).join(''));
      }),
    );
  });

  it('takes an offset inside of a character back to its start', () => {
    const table = makeOffsetTable('a🇳🇴b');
    expect([0, 1, 2, 3, 4, 5, 6].map((unit) => table.toCodePoint(utf16(unit)))).toEqual([
      0, 1, 1, 2, 2, 3, 4,
    ]);
  });

  it('never goes backwards', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const table = makeOffsetTable(text);
        for (let unit = 0; unit < text.length; unit += 1)
          expect(table.toCodePoint(utf16(unit + 1))).toBeGreaterThanOrEqual(table.toCodePoint(utf16(unit)));
      }),
    );
  });
});

describe('a lone surrogate', () => {
  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom('\ud83c', '\udde6'), (before, after, half) => {
        expect(hasLoneSurrogate(before + half + after)).toBe(true);
      }),
    );
  });

  it('is not seen in whole characters', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(hasLoneSurrogate(text)).toBe(false);
      }),
    );
  });

  it('is found exactly where UTF-8 cannot carry the text', () => {
    const units = fc.oneof(fc.constantFrom(0xd83c, 0xdde6, 0xdfff, 0xd800, 0x61), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.array(units, { maxLength: 8 }), (text) => {
        const unitsInText = String.fromCharCode(...text);
        expect(hasLoneSurrogate(unitsInText)).toBe(!isEncodable(unitsInText));
      }),
    );
  });
});

function isEncodable(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
