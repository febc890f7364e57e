/**
 * The hues that the editor of the codebook offers, in degrees. With the lightness and strength that the interface
 * gives them they stay apart for people who see no red, no green or no blue; a test computes by how much. Neighbours
 * in the list differ most, so that the first few types of a codebook are told apart best.
 */
export const paletteHues = [250, 70, 330, 150, 0, 190, 315] as const;

/** The hue for one more type beside others: the first of the palette that is used least. */
export function nextHue(used: readonly number[]): number {
  const uses = (hue: number): number => used.filter((other) => other === hue).length;
  return paletteHues.reduce<number>((best, hue) => (uses(hue) < uses(best) ? hue : best), paletteHues[0]);
}
