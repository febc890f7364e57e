import { describe, expect, it } from 'vitest';
import { placeWindow } from './window-place';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const desk = { x: 1440, y: 0, width: 2560, height: 1440 };
const remembered = { bounds: { x: 1600, y: 200, width: 1200, height: 800 }, maximized: false };

describe('the place of a new window', () => {
  it('is the middle of the main screen at first', () => {
    expect(placeWindow(null, [], [laptop, desk])).toEqual({
      bounds: { x: 40, y: 25, width: 1360, height: 875 },
      maximized: false,
    });
  });

  it('is where the last window was', () => {
    expect(placeWindow(remembered, [], [laptop, desk])).toEqual(remembered);
  });

  it('is on the main screen where that of the last window is gone', () => {
    const { bounds } = placeWindow(remembered, [], [laptop]);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(laptop.x + laptop.width);
  });

  it('fits a screen that has become smaller', () => {
    const large = { bounds: { x: 10, y: 30, width: 4000, height: 3000 }, maximized: true };
    expect(placeWindow(large, [], [laptop])).toEqual({ bounds: laptop, maximized: true });
  });

  it('lies wholly on its screen', () => {
    const halfOut = { bounds: { x: 1200, y: 600, width: 1000, height: 700 }, maximized: false };
    expect(placeWindow(halfOut, [], [laptop]).bounds).toEqual({ x: 440, y: 200, width: 1000, height: 700 });
  });

  it('is beside the windows that are open, so that each can be seen', () => {
    const first = placeWindow(remembered, [], [laptop, desk]).bounds;
    const second = placeWindow(remembered, [first], [laptop, desk]).bounds;
    const third = placeWindow(remembered, [first, second], [laptop, desk]).bounds;
    expect([second.x - first.x, second.y - first.y]).toEqual([28, 28]);
    expect([third.x - first.x, third.y - first.y]).toEqual([56, 56]);
  });

  it('is found even where windows fill the screen', () => {
    const full = placeWindow({ bounds: laptop, maximized: false }, [laptop], [laptop]);
    expect(full.bounds).toEqual(laptop);
  });
});
