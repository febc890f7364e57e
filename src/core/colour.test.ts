import { describe, expect, it } from 'vitest';
import { hexOfHue, hueOfHex } from './colour';

describe('colours of other programs', () => {
  it('come back as the hue that they were made of', () => {
    for (let hue = 0; hue < 360; hue += 15) {
      const back = hueOfHex(hexOfHue(hue)) ?? NaN;
      expect(Math.abs(((back - hue + 540) % 360) - 180), `hue ${hue}`).toBeLessThanOrEqual(3);
    }
  });

  it('are read in both lengths', () => {
    expect(hueOfHex('#f00')).toBe(hueOfHex('#FF0000'));
    expect(hueOfHex('#ff0000')).toBe(29);
  });

  it('have no hue where they are grey or no colour', () => {
    for (const colour of ['#888', '#ffffff', 'lightgreen', '', '#12']) expect(hueOfHex(colour)).toBeNull();
  });
});
