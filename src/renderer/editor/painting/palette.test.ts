import { describe, expect, it } from 'vitest';
import {
  emphasis,
  findColour,
  inkOf,
  line,
  paperOf,
  selection,
  tint,
  together,
  type Colour,
  type Theme,
} from './palette';

type Rgb = readonly [red: number, green: number, blue: number];

/** OKLCH to linear sRGB, cut off at the gamut's edge: Björn Ottosson, "A perceptual color space" (2020). */
function linear({ lightness, chroma, hue }: Colour): Rgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const encode = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
const decode = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Colours laid over each other, as a browser does it: in encoded sRGB. */
function over(layers: readonly Colour[]): Rgb {
  let below: Rgb = [0, 0, 0];
  for (const layer of layers) {
    const above = linear(layer);
    const mix = (index: 0 | 1 | 2): number =>
      decode(encode(above[index]) * layer.opacity + encode(below[index]) * (1 - layer.opacity));
    below = [mix(0), mix(1), mix(2)];
  }
  return below;
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The contrast ratio of WCAG 2.2. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const hues = Array.from({ length: 72 }, (_, step) => step * 5);
const themes: readonly Theme[] = ['light', 'dark'];

describe.each(themes)('in the %s theme', (theme) => {
  const paper = paperOf(theme);
  const ink = linear(inkOf(theme));
  const worst = (background: (hue: number) => readonly Colour[]): number =>
    Math.min(...hues.map((hue) => contrast(ink, over([paper, ...background(hue)]))));

  it('every annotation leaves the text as readable as the strictest guideline asks', () => {
    for (const kind of ['entity', 'event', 'statement'] as const) {
      expect(worst((hue) => [tint(theme, kind, hue, false)])).toBeGreaterThan(7);
      expect(
        worst((hue) => [tint(theme, kind, hue, false), emphasis(theme, hue, 'selected')]),
      ).toBeGreaterThan(7);
    }
  });

  it('four annotations over each other, one of them selected, stay readable, in a selection too', () => {
    const four = (hue: number): Colour[] => [
      ...[0, 0, 90, 180].map((turn) => tint(theme, 'event', (hue + turn) % 360, false)),
      emphasis(theme, hue, 'selected'),
    ];
    expect(worst(four)).toBeGreaterThan(4.5);
    expect(worst((hue) => [...four(hue), selection(theme)])).toBeGreaterThan(4.5);
  });

  it('the hits of a search stay readable, whatever they lie on', () => {
    for (const isCurrent of [true, false]) {
      const hit = findColour(theme, isCurrent);
      expect(worst((hue) => [tint(theme, 'event', hue, false), hit])).toBeGreaterThan(4.5);
    }
  });

  it('what belongs together stays readable, and can be told from what stands alone', () => {
    for (const kind of ['entity', 'event'] as const)
      expect(worst((hue) => [tint(theme, kind, hue, false), together(theme)])).toBeGreaterThan(4.5);
    const alone = over([paper, tint(theme, 'entity', 85, false)]);
    expect(contrast(alone, over([paper, tint(theme, 'entity', 85, false), together(theme)]))).toBeGreaterThan(
      1.1,
    );
  });

  it('lines can be told from the paper, and labels be read on their colour', () => {
    for (const hue of hues) {
      expect(contrast(linear(line(theme, hue)), linear(paper))).toBeGreaterThan(4.5);
    }
  });

  it('a doubtful annotation has no tint', () => {
    expect(tint(theme, 'event', 30, true).opacity).toBe(0);
  });
});
