import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLineTable } from './line-table';

const linesOf = (text: string): string[] => {
  const table = makeLineTable(text);
  return Array.from({ length: table.lineCount }, (_, index) => {
    const { start, end } = table.line(index);
    return text.slice(start, end);
  });
};

const piecesOf = (text: string): string[] => {
  const table = makeLineTable(text);
  const starts = table.piecesOf(0);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? table.line(0).end));
};

describe('lines', () => {
  it.each([
    ['', ['']],
    ['one', ['one']],
    ['one\ntwo', ['one', 'two']],
    ['one\r\ntwo\rthree\n', ['one', 'two', 'three', '']],
    ['\n\n\r\r\n', ['', '', '', '', '']],
    ['form\ffeed and \u2028 and \u0085 end no line', ['form\ffeed and \u2028 and \u0085 end no line']],
  ])('of %j are %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it('belong to each offset, that of a line break included', () => {
    const table = makeLineTable('ab\r\nc\n');
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => table.lineAt(offset))).toEqual([0, 0, 0, 0, 1, 1, 2]);
  });

  it('stand in blocks of no more than 32, one after the other and each in one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { maxLength: 200 }), (lengths) => {
        const table = makeLineTable(lengths.map((length) => 'x'.repeat(length)).join('\n'));
        for (let block = 0; block < table.blockCount; block += 1) {
          const first = table.firstLineOf(block);
          const after = table.firstLineOf(block + 1);
          expect(after).toBeGreaterThan(first);
          expect(after - first).toBeLessThanOrEqual(32);
          for (let line = first; line < after; line += 1) expect(table.blockOf(line)).toBe(block);
        }
        expect(table.firstLineOf(table.blockCount)).toBe(table.lineCount);
      }),
    );
  });
});

describe('pieces', () => {
  it('are the whole line, unless it is very long', () => {
    expect(piecesOf('')).toEqual([]);
    expect(piecesOf('a line')).toEqual(['a line']);
  });

  it('give the long line back when joined, and are cut after a space where there is one', () => {
    const line = 'слово '.repeat(5000);
    const pieces = piecesOf(line);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(line);
    for (const piece of pieces) expect(piece.endsWith(' ')).toBe(true);
  });

  it('never divide a character: not emoji, flags, families or accents', () => {
    const segmenter = new Intl.Segmenter('ru', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('😀', 'и\u0306', 'e\u0301', '👨‍👩‍👧‍👦', '✈️', 'я'), {
          minLength: 1,
          maxLength: 9,
        }),
        (characters) => {
          const line = characters.join('').repeat(1500);
          const pieces = piecesOf(line);
          expect(pieces.join('')).toBe(line);
          const whole = [...segmenter.segment(line)].length;
          const parts = pieces.reduce((sum, piece) => sum + [...segmenter.segment(piece)].length, 0);
          expect(parts).toBe(whole);
        },
      ),
      { numRuns: 30 },
    );
  });
});
