import { describe, expect, test } from 'vitest';
import { placeLabels, type WantedLabel } from './label-places';

const label = (x: number, { isBefore = false, top = 0 } = {}): WantedLabel => ({
  ...{ x, top, isBefore },
  ...{ width: 50, height: 13 },
});

describe('the label of an arc', () => {
  test('stands on the side that it wants', () => {
    expect(placeLabels([label(100)], [])).toEqual([106]);
    expect(placeLabels([label(100, { isBefore: true })], [])).toEqual([44]);
  });

  test('stands on the other side where the next arc ends under it', () => {
    expect(placeLabels([label(100), label(140)], [])).toEqual([44, 146]);
  });

  test('stands on the other side where the label of a type is', () => {
    const chip = { left: 90, right: 180, top: -4, bottom: 11 };
    expect(placeLabels([label(84)], [chip])).toEqual([28]);
    expect(placeLabels([label(84)], [{ ...chip, top: 30, bottom: 45 }])).toEqual([90]);
  });

  test('stands beside the others of its end where both sides are taken', () => {
    const lefts = placeLabels([label(100), label(100), label(100)], []);
    expect(lefts).toEqual([106, 44, 162]);
  });

  test('is not moved by one in another row', () => {
    expect(placeLabels([label(100), label(120, { top: 13 })], [])).toEqual([106, 126]);
  });
});
