import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences';

const sentences = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }, 0).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    [['Учение прошло.', 'Участвовали все!', 'Когда? — Завтра! — сказал он.']],
    [['20 сентября в г. Бишкеке состоялась конференция.', 'Её открыл А. Б. Иванов.']],
    [['Это было в 2023 г.', 'Он уехал.']],
    [['Dr. Smith met J. R. Doe.', 'They talked.']],
    [['Цены выросли на 3.5 % и т.д.']],
  ])('are %j', (expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('are none in an empty line or one of spaces', () => {
    expect(sentences('')).toEqual([]);
    expect(sentences('   ')).toEqual([]);
  });

  it('are found around a place in the middle of a line of a million characters', () => {
    const text = 'Короткое предложение. '.repeat(50_000);
    const found = sentencesOf(text, { start: 0, end: text.length }, 500_000);
    const here = found.find(({ start, end }) => start <= 500_000 && 500_000 <= end);
    expect(here && text.slice(here.start, here.end)).toBe('Короткое предложение.');
  });
});
