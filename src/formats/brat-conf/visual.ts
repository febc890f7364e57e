import { hueOfHex } from '../../core/colour';
import { pairsOf, readLines } from './lines';

/** How brat shows its types: the words for each name, and the hues of their boxes. */
export interface Visual {
  readonly labels: ReadonlyMap<string, string>;
  readonly hues: ReadonlyMap<string, number>;
}

/** Reads what a `visual.conf` says of labels and colours. The rest is about drawing, which Postil does in its own way. */
export function parseVisual(text: string): Visual {
  const labels = new Map<string, string>();
  const hues = new Map<string, number>();
  for (const { section, name, rest } of readLines(text).lines) {
    if (section === 'labels') {
      const label = rest
        .split('|')
        .map((part) => part.trim())
        .find((part) => part !== '');
      if (label !== undefined) labels.set(name, label);
    }
    if (section === 'drawing') {
      const colour = pairsOf(rest).find(({ key }) => key === 'bgColor' || key === 'color')?.values[0];
      const hue = colour === undefined ? null : hueOfHex(colour);
      if (hue !== null) hues.set(name, hue);
    }
  }
  return { labels, hues };
}
