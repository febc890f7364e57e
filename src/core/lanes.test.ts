import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIntervalIndex, type Interval } from './intervals';
import { makeLanes, type Lanes } from './lanes';

const span = (start: number, end: number): Interval => ({ start, end });

function lanesOf(spans: Record<string, Interval>): {
  lanes: Lanes<string>;
  add: (key: string, at: Interval) => void;
} {
  const index = makeIntervalIndex<string>();
  const lanes = makeLanes(index);
  for (const [key, at] of Object.entries(spans)) index.set(key, [at]);
  lanes.assignAll(Object.keys(spans));
  return {
    lanes,
    add(key, at) {
      index.set(key, [at]);
      lanes.assign(key);
    },
  };
}

const many = fc.array(
  fc.tuple(fc.nat(200), fc.nat(30)).map(([start, length]) => span(start, start + length)),
  { minLength: 1, maxLength: 60 },
);

describe('lanes', () => {
  it.each([
    ['nested spans', span(0, 20), span(5, 10)],
    ['crossing spans', span(0, 10), span(5, 15)],
    ['identical spans', span(3, 9), span(3, 9)],
    ['spans that share an edge on the same side', span(0, 10), span(0, 4)],
    ['marks of no width in one place', span(7, 7), span(7, 7)],
    ['a mark of no width inside a span', span(0, 10), span(7, 7)],
  ])('differ for %s', (_, a, b) => {
    const { lanes } = lanesOf({ a, b });
    expect(lanes.lane('a')).not.toBe(lanes.lane('b'));
  });

  it('are the same for neighbours that only meet', () => {
    const { lanes } = lanesOf({ a: span(0, 5), b: span(5, 9) });
    expect([lanes.lane('a'), lanes.lane('b')]).toEqual([0, 0]);
  });

  it('differ wherever two spans share a character, after any additions', () => {
    fc.assert(
      fc.property(many, many, (first, later) => {
        const { lanes, add } = lanesOf(
          Object.fromEntries(first.map((at, number) => [`first ${number}`, at])),
        );
        later.forEach((at, number) => add(`later ${number}`, at));
        const placed = [
          ...first.map((at, number) => ({ at, lane: lanes.lane(`first ${number}`) })),
          ...later.map((at, number) => ({ at, lane: lanes.lane(`later ${number}`) })),
        ];
        for (const a of placed)
          for (const b of placed)
            if (a !== b && Math.max(a.at.start, b.at.start) < Math.min(a.at.end, b.at.end))
              expect(a.lane).not.toBe(b.lane);
      }),
    );
  });

  it('are no more than the spans over one character when a document opens', () => {
    fc.assert(
      fc.property(many, (spans) => {
        const wide = spans.map(({ start, end }) => span(start, Math.max(end, start + 1)));
        const { lanes } = lanesOf(Object.fromEntries(wide.map((at, number) => [`${number}`, at])));
        const deepest = Math.max(
          ...wide.map(
            ({ start }) => wide.filter((other) => other.start <= start && start < other.end).length,
          ),
        );
        const used = wide.map((_, number) => lanes.lane(`${number}`));
        expect(Math.max(...used)).toBe(deepest - 1);
      }),
    );
  });

  it('stay what they were when something is added or taken away beside them', () => {
    const { lanes, add } = lanesOf({ outer: span(0, 50), inner: span(10, 20) });
    add('around both', span(0, 60));
    expect([lanes.lane('outer'), lanes.lane('inner'), lanes.lane('around both')]).toEqual([0, 1, 2]);
    lanes.release('outer');
    expect(lanes.lane('inner')).toBe(1);
  });

  it('are kept by a span whose edge moves, unless another is in the way', () => {
    const { lanes, add } = lanesOf({ a: span(0, 10), b: span(5, 15), c: span(20, 30) });
    add('b', span(12, 15));
    expect(lanes.lane('b')).toBe(1);
    add('c', span(8, 30));
    expect(lanes.lane('c')).toBe(2);
  });
});
