import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence-around';

function around(text: string, quote: string): string {
  const start = text.indexOf(quote);
  const sentence = sentenceAround(text, { start, end: start + quote.length });
  return text.slice(sentence.start, sentence.end);
}

describe('the sentence around a span', () => {
  const text = 'Меню\nПервое предложение. Второе называет ОДКБ и ещё. Третье.\nКонец';

  it('is the one in which the span stands, without the spaces around it', () => {
    expect(around(text, 'ОДКБ')).toBe('Второе называет ОДКБ и ещё.');
    expect(around(text, 'Меню')).toBe('Меню');
    expect(around(text, 'Конец')).toBe('Конец');
  });

  it('are all of them where the span reaches over several', () => {
    expect(around(text, 'ОДКБ и ещё. Третье')).toBe('Второе называет ОДКБ и ещё. Третье.');
    expect(around(text, 'Третье.\nКонец')).toBe('Третье.\nКонец');
  });

  it('is cut between words where it is very long', () => {
    const long = `${'слово '.repeat(1000)}здесь ${'слово '.repeat(1000)}`;
    const sentence = around(long, 'здесь');
    expect(sentence.length).toBeLessThan(500);
    expect(sentence).toMatch(/^слово .* здесь слово .*слово$/u);
  });

  it('always holds the span, whatever the span is', () => {
    const line = 'Один.  Два.';
    for (let start = 0; start <= line.length; start += 1)
      for (let end = start; end <= line.length; end += 1) {
        const sentence = sentenceAround(line, { start, end });
        expect(sentence.start).toBeLessThanOrEqual(start);
        expect(sentence.end).toBeGreaterThanOrEqual(end);
      }
  });
});
