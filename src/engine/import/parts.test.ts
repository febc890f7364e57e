import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodePoints, type Stretch } from './characters';
import { cutIntoParts } from './parts';
import { Refusal } from './refusal';

type Split = Parameters<typeof cutIntoParts>[1];

// eslint-disable-next-line @typescript-eslint/require-await -- what reads a file is asynchronous
async function* stretches(text: string, size: number): AsyncGenerator<Stretch> {
  const characters = Array.from(text);
  for (let start = 0; start < characters.length; start += size) {
    const part = characters.slice(start, start + size);
    yield { text: part.join(''), codePoints: part.length };
  }
}

async function cut(text: string, split: Split, longest: number, size = 7): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of cutIntoParts(stretches(text, size), split, longest)) parts.push(part);
  return parts;
}

const bySize = (codePoints: number): Split => ({ by: 'size', codePoints });

describe('cutting a text into parts', () => {
  it('leaves a text alone that one document can hold, whatever the plan says', async () => {
    expect(await cut('a\n---\nb', { by: 'separator', separator: '---' }, 7)).toEqual(['a\n---\nb']);
    expect(await cut('0123456789', bySize(3), 10)).toEqual(['0123456789']);
    expect(await cut('', null, 10)).toEqual([]);
  });

  it('refuses a longer one without a plan', async () => {
    await expect(cut('0123456789', null, 9)).rejects.toThrow(Refusal);
  });

  it('cuts before every line that begins with the separator, and nowhere else', async () => {
    const text = 'head\n### one\na ### b\r\n### two\r### three';
    expect(await cut(text, { by: 'separator', separator: '###' }, 25)).toEqual([
      'head\n',
      '### one\na ### b\r\n',
      '### two\r',
      '### three',
    ]);
  });

  it('makes no empty part of a separator at the very beginning', async () => {
    expect(await cut('#a\n#b\n#c', { by: 'separator', separator: '#' }, 5)).toEqual(['#a\n', '#b\n', '#c']);
  });

  it('cuts by size what no separator cuts', async () => {
    expect(await cut('one two three\n#four', { by: 'separator', separator: '#' }, 9)).toEqual([
      'one two ',
      'three\n',
      '#four',
    ]);
  });

  it('ends a part after a paragraph, else after a line, a sentence or a word near the size', async () => {
    const filler = 'x'.repeat(90);
    const first = async (near: string): Promise<string | undefined> =>
      (await cut(`${filler}${near}${'y'.repeat(60)}`, bySize(100), 100))[0]?.slice(90);
    expect(await first('a\n\nb c.\nd')).toBe('a\n\n');
    expect(await first('a. b\nc d')).toBe('a. b\n');
    expect(await first('a b. c d')).toBe('a b. ');
    expect(await first('a b c')).toBe('a b ');
    expect(await first('abc')).toBe('abcyyyyyyy');
  });

  it('counts in code points, and never cuts a pair, CRLF, a flag or a letter with its accents', async () => {
    expect(await cut('😀'.repeat(8), bySize(3), 3)).toEqual(['😀😀😀', '😀😀😀', '😀😀']);
    expect(await cut('x'.repeat(9) + '\r\n' + 'y'.repeat(9), bySize(10), 10)).toEqual([
      'x'.repeat(9),
      '\r\n' + 'y'.repeat(8),
      'y',
    ]);
    expect((await cut('xx' + '🇧🇾'.repeat(4), bySize(5), 5))[0]).toBe('xx🇧🇾');
    expect((await cut('xxxxe\u0301zzzz', bySize(5), 5))[0]).toBe('xxxx');
  });

  it('loses nothing and keeps to the size, for any text cut in any way', async () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'Ж', ' ', '\n', '\r\n', '. ', '😀', '🇧🇾', 'e\u0301', '#', '\u00a0'), {
        maxLength: 200,
      })
      .map((characters) => characters.join(''));
    const anySplit = fc.oneof(
      fc.integer({ min: 1, max: 50 }).map(bySize),
      fc.constant<Split>({ by: 'separator', separator: '#' }),
    );
    await fc.assert(
      fc.asyncProperty(
        anyText,
        anySplit,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        async (text, split, longest, size) => {
          const parts = await cut(text, split, longest, size);
          expect(parts.join('')).toBe(text);
          for (const part of parts) {
            expect(part).not.toBe('');
            expect(part).not.toMatch(/\p{Surrogate}/u);
            expect(countCodePoints(part)).toBeLessThanOrEqual(longest);
          }
        },
      ),
    );
  });
});
