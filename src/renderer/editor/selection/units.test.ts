import { describe, expect, it } from 'vitest';
import { makeLineTable } from '../document/line-table';
import { expanded, moved, unitAround } from './units';
import { makeWords } from './words';

const text = 'Он сказал: «Да». Все ушли.\n\nНовый абзац.';
const lines = makeLineTable(text);
const words = makeWords(text);
const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

describe('growing a selection', () => {
  it('goes from the word to the sentence, the paragraph and the text', () => {
    const steps: string[] = [];
    let span = { start: 5, end: 5 };
    for (let step = 0; step < 4; step += 1) {
      span = expanded(span, lines, words);
      steps.push(slice(span));
    }
    expect(steps).toEqual(['сказал', 'Он сказал: «Да».', 'Он сказал: «Да». Все ушли.', text]);
  });

  it('takes whole units at both ends of a span', () => {
    const span = { start: text.indexOf('азал'), end: text.indexOf('ушли') + 1 };
    expect(slice(unitAround('word', span, lines, words))).toBe('сказал: «Да». Все ушли');
    expect(slice(unitAround('sentence', span, lines, words))).toBe('Он сказал: «Да». Все ушли.');
  });
});

describe('moving over units', () => {
  const from = text.indexOf('«');
  const all = (unit: 'word' | 'sentence' | 'paragraph', direction: 'backward' | 'forward'): number[] => {
    const stops: number[] = [];
    let at = -1;
    let next = from;
    while (next !== at) {
      at = next;
      next = moved(unit, at, direction, lines, words);
      if (next !== at) stops.push(next);
    }
    return stops;
  };

  it('stops at the ends of words, sentences and paragraphs going forward', () => {
    const ends = (...ending: string[]): number[] => ending.map((part) => text.indexOf(part) + part.length);
    expect(all('word', 'forward')).toEqual([...ends('Да', 'Все', 'ушли', 'Новый', 'абзац'), text.length]);
    expect(all('sentence', 'forward')).toEqual(ends('Да».', 'ушли.', 'абзац.'));
    expect(all('paragraph', 'forward')).toEqual([...ends('ушли.'), lines.line(1).end, text.length]);
  });

  it('stops at their beginnings going backward', () => {
    expect(all('word', 'backward')).toEqual([3, 0]);
    expect(all('sentence', 'backward')).toEqual([0]);
    expect(all('paragraph', 'backward')).toEqual([0]);
  });
});
