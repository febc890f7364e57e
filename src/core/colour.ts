/** Linear light of the sRGB primaries, each from 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

const cut = (value: number): number => Math.min(1, Math.max(0, value));

/** OKLCH to linear sRGB, cut off at the gamut's edge: Björn Ottosson, "A perceptual color space" (2020). Hue in degrees. */
export function linearOfOklch(lightness: number, chroma: number, hue: number): LinearRgb {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** The OKLab coordinates of a colour: lightness, then the two axes of its hue. The same source. */
export function oklabOf([red, green, blue]: LinearRgb): readonly [lightness: number, a: number, b: number] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Linear light as it is encoded in an image, and back: IEC 61966-2-1. */
const encodeSrgb = (value: number): number =>
  value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
const decodeSrgb = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const twoDigits = (value: number): string =>
  Math.round(encodeSrgb(value) * 255)
    .toString(16)
    .padStart(2, '0');

/** A hue as other programs take colours, `#rrggbb`: strong enough to be told from its neighbours, light enough to be written on. */
export const hexOfHue = (hue: number): string => `#${linearOfOklch(0.75, 0.12, hue).map(twoDigits).join('')}`;

/** The hue of a colour `#rgb` or `#rrggbb`, in whole degrees; null for greys and for what is no such colour. */
export function hueOfHex(colour: string): number | null {
  const digits = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour.trim())?.[1];
  if (digits === undefined) return null;
  const full = digits.length === 6 ? digits : Array.from(digits, (digit) => digit + digit).join('');
  const channel = (at: number): number => decodeSrgb(parseInt(full.slice(at, at + 2), 16) / 255);
  const [, a, b] = oklabOf([channel(0), channel(2), channel(4)]);
  if (Math.hypot(a, b) < 0.02) return null;
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
}
