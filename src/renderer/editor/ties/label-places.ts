import type { Box } from './arcs';

/** A label that wants to stand beside the end of an arc. In CSS pixels. */
export interface WantedLabel {
  /** Where the arc ends. */
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Whether it would rather stand on the left of the end. */
  readonly isBefore: boolean;
}

/** Between the end of an arc and its label, and between two labels, in CSS pixels. */
const gap = 6;

/** What an arrowhead takes on either side of its tip, in CSS pixels. */
const headWidth = 4;

/** What boxes may have in common from top to bottom and yet be read, in CSS pixels: they have some air. */
const air = 4;

const areApart = (a: Box, b: Box): boolean =>
  a.right <= b.left || b.right <= a.left || a.bottom - b.top <= air || b.bottom - a.top <= air;

const boxAt = (left: number, { top, width, height }: WantedLabel): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/**
 * Where labels stand so that none covers another one, an arrowhead, or what else stands there: each on the side of its
 * arc that it wants, else on the other one, else at the nearest place that is free. Answers their left edges in the order
 * given.
 */
export function placeLabels(labels: readonly WantedLabel[], others: readonly Box[]): readonly number[] {
  const heads = labels.map(({ x, top, height }) => ({
    ...{ left: x - headWidth, right: x + headWidth },
    ...{ top, bottom: top + height },
  }));
  const taken: Box[] = [...others, ...heads];
  return labels.map((label) => {
    const left = freeLeft(label, taken);
    taken.push(boxAt(left, label));
    return left;
  });
}

function freeLeft(label: WantedLabel, taken: readonly Box[]): number {
  const { x, width, isBefore } = label;
  const sides = [x - gap - width, x + gap];
  const wanted = isBefore ? sides : sides.toReversed();
  const farther = taken
    .flatMap((box) => [box.left - gap - width, box.right + gap])
    .sort((a, b) => Math.abs(a + width / 2 - x) - Math.abs(b + width / 2 - x));
  const isFree = (left: number): boolean => taken.every((box) => areApart(boxAt(left, label), box));
  return [...wanted, ...farther].find(isFree) ?? wanted[0] ?? x;
}
