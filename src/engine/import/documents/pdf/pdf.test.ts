import { describe, expect, it } from 'vitest';
import { makePdf, type PdfText } from '../../../../../tests/support/document-files';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

/** Lines of ten points under each other. */
const lines = (x: number, top: number, texts: readonly string[]): PdfText[] =>
  texts.map((text, index) => ({ x, y: top - index * 12, text }));

const full = 'The council met in Minsk on Friday and talked of it';

describe('a PDF', () => {
  it('is read in paragraphs, whose lines are joined', async () => {
    const page = [
      ...lines(72, 740, ['A headline']),
      ...lines(72, 700, [full, full, 'and ended.']),
      ...lines(72, 640, [full, full]),
    ];
    const next = lines(72, 700, ['without a result, at last.']);
    const info = '/Title(Talks)/Author(Anna)/CreationDate(D:20240517100000Z)';
    const { text, metadata, warnings } = valueOf(await readInThread('pdf', makePdf([page, next, []], info)));
    expect(text).toBe(
      `A headline\n\n${full} ${full} and ended.\n\n${full} ${full} without a result, at last.`,
    );
    expect(metadata).toEqual({ title: 'Talks', author: 'Anna', date: '2024-05-17' });
    expect(warnings).toMatchObject([{ code: 'pdf-pages-without-text', params: { count: 1 } }]);
  });

  it('is read column by column, however its lines were drawn, and its tables row by row', async () => {
    const left = ['The left column tells of', 'talks that went on for', 'three days in the city'];
    const right = ['while the right column', 'tells what came of them', 'when they were at an end.'];
    const wide =
      'A line that goes over both of the columns, from the left edge of the page to its right edge';
    const columns = [...lines(72, 700, left), ...lines(300, 700, right)].sort((a, b) => b.y - a.y);
    const table = [
      ['1', 'one'],
      ['2', 'two'],
      ['3', 'three'],
    ].flatMap(([a = '', b = ''], index) => [
      { x: 72, y: 600 - index * 12, text: a },
      { x: 200, y: 600 - index * 12, text: b },
    ]);
    const page = [{ x: 72, y: 730, text: wide }, ...columns, ...table];
    const { text } = valueOf(await readInThread('pdf', makePdf([page])));
    expect(text.slice(0, text.indexOf('end.') + 4)).toBe(`${wide}\n\n${left.join(' ')} ${right.join(' ')}`);
    expect(text.split(/\s+/u).slice(-6)).toEqual(['1', 'one', '2', 'two', '3', 'three']);
  });

  it('keeps a hyphen at the end of a line with the end of the line, or undoes it where asked for', async () => {
    const page = lines(72, 700, [
      'They met for the exer-',
      'cise of a half-witted kind, the Franco-',
      'German one, which was half-',
      'witted in all that it was.',
    ]);
    const file = makePdf([page]);
    expect(valueOf(await readInThread('pdf', file)).text).toContain('for the exer-\ncise of');
    expect(valueOf(await readInThread('pdf', file, { pdfHyphens: 'join' })).text).toBe(
      'They met for the exercise of a half-witted kind, the Franco-German one, which was half-witted in all that it was.',
    );
  });

  it('is refused where it is protected, has no text, or is none', async () => {
    expect(codeOf(await readInThread('pdf', makePdf([[]])))).toBe('pdf-without-text');
    expect(codeOf(await readInThread('pdf', Buffer.from('%PDF-1.7\nnothing follows')))).toBe(
      'document-broken',
    );
    const locked = Buffer.from(makePdf([lines(72, 700, ['x'])]))
      .toString('latin1')
      .replace(
        'trailer<<',
        `trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>>>`,
      );
    expect(codeOf(await readInThread('pdf', Buffer.from(locked, 'latin1')))).toBe('document-encrypted');
  });
});
