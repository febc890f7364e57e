import { describe, expect, it } from 'vitest';
import { fragmentAt, snappedEdge, steppedEdge, withEdgeAt } from './edges';
import { makeWords } from './words';

const text = 'Генеральный секретарь ОДКБ 🇷🇺 прибыл';
const words = makeWords(text);
const at = (part: string): number => text.indexOf(part);
const after = (part: string): number => at(part) + part.length;
const first = { fragment: 0, edge: 'start' } as const;
const firstEnd = { fragment: 0, edge: 'end' } as const;

describe('an edge', () => {
  const span = [{ start: at('секретарь'), end: after('ОДКБ') }];

  it('moves, and leaves the annotation at least one character wide', () => {
    expect(withEdgeAt(span, first, 0, text)).toEqual([{ start: 0, end: after('ОДКБ') }]);
    expect(withEdgeAt(span, first, text.length, text)).toEqual([{ start: after('ОДК'), end: after('ОДКБ') }]);
    expect(withEdgeAt(span, firstEnd, 0, text)).toEqual([{ start: at('секретарь'), end: at('екретарь') }]);
  });

  describe('of one fragment of several', () => {
    const two = [
      { start: 0, end: 5 },
      { start: 12, end: 21 },
    ];

    it('moves by itself', () => {
      expect(withEdgeAt(two, { fragment: 1, edge: 'end' }, 26, text)).toEqual([
        two[0],
        { start: 12, end: 26 },
      ]);
      expect(withEdgeAt(two, first, 3, text)).toEqual([{ start: 3, end: 5 }, two[1]]);
      expect(withEdgeAt(two, firstEnd, 8, text)).toEqual([{ start: 0, end: 8 }, two[1]]);
    });

    it('stops where the next fragment begins', () => {
      expect(withEdgeAt(two, firstEnd, 15, text)).toEqual([{ start: 0, end: 12 }, two[1]]);
      expect(withEdgeAt(two, { fragment: 1, edge: 'start' }, 2, text)).toEqual([
        two[0],
        { start: 5, end: 21 },
      ]);
    });

    it('is that of the fragment at the caret, else the outer one', () => {
      expect(fragmentAt(two, 14, 'start')).toBe(1);
      expect(fragmentAt(two, 5, 'end')).toBe(0);
      expect(fragmentAt(two, 8, 'start')).toBe(0);
      expect(fragmentAt(two, 8, 'end')).toBe(1);
    });
  });

  it('widens a mark of no width', () => {
    const mark = [{ start: 12, end: 12 }];
    expect(withEdgeAt(mark, first, 8, text)).toEqual([{ start: 8, end: 12 }]);
    expect(withEdgeAt(mark, firstEnd, 15, text)).toEqual([{ start: 12, end: 15 }]);
  });

  it('steps over a flag as over one character', () => {
    const flag = at('🇷🇺');
    expect(steppedEdge(flag, 'end', 'character', 'forward', text, words)).toBe(flag + 4);
    expect(steppedEdge(flag + 4, 'end', 'character', 'backward', text, words)).toBe(flag);
  });

  it('steps by words to where a start starts and an end ends', () => {
    expect(steppedEdge(at('ОДКБ'), 'start', 'word', 'backward', text, words)).toBe(at('секретарь'));
    expect(steppedEdge(at('секретарь'), 'start', 'word', 'forward', text, words)).toBe(at('ОДКБ'));
    expect(steppedEdge(after('секретарь'), 'end', 'word', 'forward', text, words)).toBe(after('ОДКБ'));
    expect(steppedEdge(after('ОДКБ'), 'end', 'word', 'backward', text, words)).toBe(after('секретарь'));
  });

  it('stays where there is no further word', () => {
    expect(steppedEdge(0, 'start', 'word', 'backward', text, words)).toBe(0);
    expect(steppedEdge(text.length, 'end', 'word', 'forward', text, words)).toBe(text.length);
  });

  it('snaps to the nearer side of the word that it is dragged into, and never past the other edge', () => {
    const opposite = at('секретарь');
    expect(snappedEdge(at('ОДКБ') + 3, 'end', opposite, words)).toBe(after('ОДКБ'));
    expect(snappedEdge(at('ОДКБ') + 1, 'end', opposite, words)).toBe(after('секретарь'));
    expect(snappedEdge(at('секретарь') + 1, 'end', opposite, words)).toBe(after('секретарь'));
    expect(snappedEdge(0, 'end', opposite, words)).toBe(after('секретарь'));
    expect(snappedEdge(text.length, 'start', after('ОДКБ'), words)).toBe(at('ОДКБ'));
    expect(snappedEdge(at('секретарь') + 8, 'start', after('секретарь'), words)).toBe(at('секретарь'));
  });
});
