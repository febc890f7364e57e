import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcBetween, arrowhead, atEdge, hiddenBy, nearestRows, spread, type Box } from './arcs';

const box = (left: number, top: number, width = 40, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The numbers of an SVG path in pairs. */
const pointsOf = (path: string): number[][] =>
  [...path.matchAll(/(-?[\d.]+)[ ]?(-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)]);

describe('an arc', () => {
  it('arches over the words where both ends stand in one row', () => {
    const arc = arcBetween(box(0, 100), box(200, 102));
    const [start, up, over, end] = pointsOf(arc.path);
    expect(start).toEqual([32, 100]);
    expect(end).toEqual([208, 100]);
    expect(up?.[1]).toBeLessThan(100);
    expect(over?.[1]).toBe(up?.[1]);
    expect(arc.end).toEqual({ x: 208, y: 100, heading: 1 });
  });

  it('stays in the gap above its row, however far its ends are apart', () => {
    const [, control] = pointsOf(arcBetween(box(0, 100), box(5000, 100)).path);
    expect(100 - ((control?.[1] ?? 0) * 3 + 100) / 4).toBeCloseTo(20, 0);
  });

  it('leaves downwards to a row below, and arrives from above', () => {
    const arc = arcBetween(box(0, 100), box(300, 200));
    const points = pointsOf(arc.path);
    expect(points.map(([, y]) => y)).toEqual([120, 160, 160, 200]);
    expect(arc.end.heading).toBe(1);
  });

  it('leaves upwards to a row above, and arrives from below', () => {
    const arc = arcBetween(box(0, 200), box(300, 100));
    expect(arc.end).toEqual({ x: 308, y: 120, heading: -1 });
    expect(pointsOf(arc.path).map(([, y]) => y)).toEqual([200, 160, 160, 120]);
  });

  it('begins right below its target where the source is a whole row', () => {
    const arc = arcBetween(box(0, 100, 800), box(500, 140));
    expect(pointsOf(arc.path)[0]?.[0]).toBe(520);
    expect(arc.end.x).toBe(520);
  });

  it('has a head that points where it goes', () => {
    expect(arrowhead({ x: 10, y: 50, heading: 1 })).toBe('M6.5 45L10 50L13.5 45');
    expect(arrowhead({ x: 10, y: 50, heading: -1 })).toBe('M6.5 55L10 50L13.5 55');
  });
});

describe('the rows of an arc', () => {
  it('are those that are nearest to each other', () => {
    const source = [box(0, 100, 600), box(0, 140, 600), box(0, 180, 200)];
    expect(nearestRows(source, [box(300, 260)])?.from).toBe(source[2]);
    expect(nearestRows(source, [box(300, 20)])?.from).toBe(source[0]);
    expect(nearestRows(source, [box(300, 140)])?.from).toBe(source[1]);
  });

  it('are none where an end is not in the text', () => {
    expect(nearestRows([box(0, 0)], [])).toBeNull();
  });
});

describe('the edge of the view', () => {
  const view = { top: 100, bottom: 500 };

  it('hides what lies wholly beyond it', () => {
    expect(hiddenBy(box(0, 60), view)).toBe('top');
    expect(hiddenBy(box(0, 90), view)).toBeNull();
    expect(hiddenBy(box(0, 499), view)).toBeNull();
    expect(hiddenBy(box(0, 500), view)).toBe('bottom');
  });

  it('has a place for it above or below where it is', () => {
    expect(atEdge(box(30, 900), 'bottom', view)).toEqual({ left: 30, right: 70, top: 500, bottom: 500 });
  });
});

describe('chips at an edge', () => {
  it('stand where they are wanted while there is room', () => {
    expect(spread([{ wanted: 50, width: 20 }], 500, 4)).toEqual([40]);
  });

  const chips = fc.array(
    fc.record({ wanted: fc.integer({ min: -50, max: 900 }), width: fc.integer({ min: 10, max: 60 }) }),
    { maxLength: 10 },
  );

  it('never cover each other nor leave the page', () => {
    fc.assert(
      fc.property(chips, (wanted) => {
        const lefts = spread(wanted, 800, 4);
        const taken = lefts
          .map((left, index) => ({ left, right: left + (wanted[index]?.width ?? 0) }))
          .sort((a, b) => a.left - b.left);
        for (const [index, { left, right }] of taken.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(800);
          expect(left).toBeGreaterThanOrEqual((taken[index - 1]?.right ?? -4) + 4);
        }
      }),
    );
  });
});
