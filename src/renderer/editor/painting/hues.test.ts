import { describe, expect, it } from 'vitest';
import { nextHue, paletteHues } from '../../../core/codebook/hues';
import { linearOfOklch, oklabOf, type LinearRgb } from '../../../core/colour';
import { inkOf, line, paperOf, tint, type Colour, type Theme } from './palette';

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** How colours look without one sort of cones: Machado, Oliveira & Fernandes (2009), at full severity. */
const eyes: Readonly<Record<string, Matrix>> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const light = ({ lightness, chroma, hue }: Colour): LinearRgb => linearOfOklch(lightness, chroma, hue);

function seen(colour: LinearRgb, matrix: Matrix): LinearRgb {
  const channel = ([red, green, blue]: LinearRgb): number =>
    Math.min(1, Math.max(0, red * colour[0] + green * colour[1] + blue * colour[2]));
  return [channel(matrix[0]), channel(matrix[1]), channel(matrix[2])];
}

function distance(a: LinearRgb, b: LinearRgb): number {
  const [one, other] = [oklabOf(a), oklabOf(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

const luminance = ([red, green, blue]: LinearRgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The contrast ratio of WCAG 2.2. */
function contrast(a: LinearRgb, b: LinearRgb): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** Half again what is just noticeable in OKLab. */
const apart = 0.03;

const themes: readonly Theme[] = ['light', 'dark'];

describe.each(themes)('the palette of the codebook in the %s theme', (theme) => {
  it.each(Object.entries(eyes))('stays apart for eyes that see %s', (_name, matrix) => {
    const closest = paletteHues.flatMap((hue, index) =>
      paletteHues
        .slice(0, index)
        .map((other) =>
          distance(seen(light(line(theme, hue)), matrix), seen(light(line(theme, other)), matrix)),
        ),
    );
    expect(Math.min(...closest)).toBeGreaterThan(apart);
  });

  it('can be told from the paper, and be read on', () => {
    for (const hue of paletteHues) {
      expect(contrast(light(line(theme, hue)), light(paperOf(theme)))).toBeGreaterThan(4.5);
      expect(contrast(light(inkOf(theme)), light(tint(theme, 'event', hue, false)))).toBeGreaterThan(4.5);
    }
  });
});

describe('the colour of a new type', () => {
  it('is the one that is used least, in the order of the palette', () => {
    expect(nextHue([])).toBe(paletteHues[0]);
    expect(nextHue([paletteHues[0], paletteHues[2]])).toBe(paletteHues[1]);
    expect(nextHue([...paletteHues])).toBe(paletteHues[0]);
  });
});
