import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTextOrder, makeIntervalIndex, type Interval } from './intervals';

const interval = (longest: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(fc.nat(3000), fc.oneof(fc.nat(20), fc.nat(longest)))
    .map(([start, length]) => ({ start, end: start + length }));

const overlaps = (a: Interval, b: Interval): boolean => Math.max(a.start, b.start) < Math.min(a.end, b.end);
const touches = (a: Interval, b: Interval): boolean => a.start <= b.end && b.start <= a.end;

describe('the interval index', () => {
  it('finds what a search through everything finds, after any additions, moves and removals', () => {
    const step = fc.oneof(
      fc.record({ key: fc.nat(30), intervals: fc.array(interval(3000), { minLength: 1, maxLength: 3 }) }),
      fc.record({ key: fc.nat(30), intervals: fc.constant(null) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.array(interval(3000)), (steps, questions) => {
        const index = makeIntervalIndex<number>();
        const plain = new Map<number, readonly Interval[]>();
        for (const { key, intervals } of steps) {
          if (intervals) {
            index.set(key, intervals);
            plain.set(key, intervals);
          } else {
            index.delete(key);
            plain.delete(key);
          }
        }
        const search = (matches: (found: Interval) => boolean): number[] =>
          [...plain].filter(([, intervals]) => intervals.some(matches)).map(([key]) => key);
        const ascending = (keys: number[]): number[] => keys.sort((a, b) => a - b);
        expect(index.size).toBe(plain.size);
        for (const range of questions) {
          expect(ascending(index.overlapping(range))).toEqual(ascending(search((it) => overlaps(it, range))));
          expect(ascending(index.touching(range))).toEqual(ascending(search((it) => touches(it, range))));
        }
      }),
    );
  });

  it('finds a caret at either edge of a span, and a mark of no width at its place only', () => {
    const index = makeIntervalIndex<string>();
    index.set('word', [{ start: 10, end: 15 }]);
    index.set('mark', [{ start: 12, end: 12 }]);
    expect(index.touching({ start: 15, end: 15 })).toEqual(['word']);
    expect(index.touching({ start: 12, end: 12 }).sort()).toEqual(['mark', 'word']);
    expect(index.overlapping({ start: 12, end: 13 })).toEqual(['word']);
    expect(index.overlapping({ start: 15, end: 16 })).toEqual([]);
  });

  it('names a thing of several fragments once, however many of them are asked about', () => {
    const index = makeIntervalIndex<string>();
    index.set('split', [
      { start: 0, end: 4 },
      { start: 8, end: 12 },
    ]);
    expect(index.overlapping({ start: 0, end: 20 })).toEqual(['split']);
    expect(index.overlapping({ start: 4, end: 8 })).toEqual([]);
  });

  it('finds a span as long as the document from any place in it', () => {
    const index = makeIntervalIndex<string>();
    index.set('all', [{ start: 0, end: 5_000_000 }]);
    expect(index.overlapping({ start: 4_999_999, end: 5_000_000 })).toEqual(['all']);
    expect(index.overlapping({ start: 5_000_000, end: 5_000_001 })).toEqual([]);
  });
});

describe('the order of a text', () => {
  it('puts the span that encloses before the one enclosed', () => {
    const spans = [
      { start: 5, end: 8 },
      { start: 0, end: 3 },
      { start: 0, end: 9 },
    ];
    expect(spans.sort(inTextOrder).map(({ end }) => end)).toEqual([9, 3, 8]);
  });
});
