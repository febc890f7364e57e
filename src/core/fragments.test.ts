import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFragment, withoutFragment } from './fragments';
import type { Span } from './model/annotation';
import { codePoint } from './offsets';

const span = (start: number, end: number): Span => ({ start: codePoint(start), end: codePoint(end) });

describe('a further fragment', () => {
  it('stands among the others in the order of the text', () => {
    expect(withFragment([span(10, 15), span(30, 35)], span(20, 25))).toEqual([
      span(10, 15),
      span(20, 25),
      span(30, 35),
    ]);
  });

  it('grows together with those that it overlaps or touches', () => {
    expect(withFragment([span(10, 15), span(20, 25), span(40, 45)], span(15, 22))).toEqual([
      span(10, 25),
      span(40, 45),
    ]);
  });

  it('that has no width, or is there already, changes nothing', () => {
    const fragments = [span(10, 15)];
    expect(withFragment(fragments, span(12, 12))).toEqual(fragments);
    expect(withFragment(fragments, span(11, 14))).toEqual(fragments);
  });

  it('covers every character of the others and of its own, and no other', () => {
    const spans = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]) => span(start, start + length));
    const covered = (fragments: readonly Span[]): number[] => {
      const all = fragments.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, index) => start + index),
      );
      return [...new Set(all)].sort((a, b) => a - b);
    };
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 6 }), spans, (parts, added) => {
        const fragments = parts.reduce<readonly Span[]>(withFragment, []);
        const grown = withFragment(fragments, added);
        expect(covered(grown)).toEqual(covered([...fragments, added]));
        for (const [index, { start }] of grown.entries())
          if (index > 0) expect(start).toBeGreaterThan(grown[index - 1]?.end ?? 0);
      }),
    );
  });
});

it('a fragment is removed by where it is, and others stay', () => {
  expect(withoutFragment([span(10, 15), span(20, 25)], span(10, 15))).toEqual([span(20, 25)]);
  expect(withoutFragment([span(10, 15)], span(10, 14))).toEqual([span(10, 15)]);
});
