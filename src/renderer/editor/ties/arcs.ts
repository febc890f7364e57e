/** A rectangle over the text, in CSS pixels from the overlay's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of the overlay that is in view, from top to bottom, in CSS pixels. */
export interface View {
  readonly top: number;
  readonly bottom: number;
}

/** Where an arc ends and which way it goes there: 1 downwards, -1 upwards. */
export interface ArcEnd {
  readonly x: number;
  readonly y: number;
  readonly heading: 1 | -1;
}

/** An arc as an SVG path, with its end for an arrowhead and a label. */
export interface Arc {
  readonly path: string;
  readonly end: ArcEnd;
}

/** How far inside a box an arc begins and ends at least, where the box is wide enough. */
const inset = 8;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

const middleOf = ({ left, right }: Box): number => (left + right) / 2;

/** The place on a box's edge that is nearest to a place beside it, a little inside of its corners. */
function anchor(box: Box, towards: number): number {
  const room = Math.min(inset, (box.right - box.left) / 2);
  return clamp(towards, box.left + room, box.right - room);
}

/** How much room there is between two boxes, from left to right; 0 where one stands above the other. */
const gapBetween = (a: Box, b: Box): number => Math.max(0, a.left - b.right, b.left - a.right);

const isSameRow = (a: Box, b: Box): boolean => a.top < b.bottom && b.top < a.bottom;

/**
 * The rows, one of each end, between which an arc is shortest: an annotation of several rows is left from the row
 * that is nearest to where the arc goes. Null where an end has no row.
 */
export function nearestRows(
  from: readonly Box[],
  to: readonly Box[],
): { readonly from: Box; readonly to: Box } | null {
  let nearest: { readonly from: Box; readonly to: Box; readonly distance: number } | null = null;
  for (const a of from)
    for (const b of to) {
      const distance = Math.abs(a.top - b.top) * 4 + gapBetween(a, b);
      if (!nearest || distance < nearest.distance) nearest = { from: a, to: b, distance };
    }
  return nearest && { from: nearest.from, to: nearest.to };
}

/** The least and the greatest height of an arch over one row: it stays in the gap above the words. */
const lowestArch = 9;
const highestArch = 20;

/** How far the ends of an arc between rows go straight up or down before they bend. */
const shortestBend = 10;
const longestBend = 56;

/** The arc between two boxes: an arch over their row, or a curve from the one's edge to the other's. */
export function arcBetween(from: Box, to: Box): Arc {
  // Where one is much wider, it is left or reached right above or below the other.
  const isWider = from.right - from.left > to.right - to.left;
  const x1 = anchor(from, middleOf(to));
  const x2 = anchor(to, isWider && gapBetween(from, to) === 0 ? x1 : middleOf(from));
  if (isSameRow(from, to)) {
    const y = Math.min(from.top, to.top);
    const height = clamp(lowestArch + Math.abs(x2 - x1) / 24, lowestArch, highestArch);
    // A cubic reaches three quarters of the height of its control points.
    const control = y - (height * 4) / 3;
    return { path: curve(x1, y, x1, control, x2, control, x2, y), end: { x: x2, y, heading: 1 } };
  }
  const heading = to.top > from.top ? 1 : -1;
  const y1 = heading === 1 ? from.bottom : from.top;
  const y2 = heading === 1 ? to.top : to.bottom;
  const bend = heading * clamp(Math.abs(y2 - y1) / 2, shortestBend, longestBend);
  return { path: curve(x1, y1, x1, y1 + bend, x2, y2 - bend, x2, y2), end: { x: x2, y: y2, heading } };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function curve(...points: readonly number[]): string {
  const [x, y, ...rest] = points.map(round);
  return `M${String(x)} ${String(y)}C${rest.join(' ')}`;
}

/** The arrowhead of an arc, as an SVG path: two strokes that meet at its end. */
export function arrowhead({ x, y, heading }: ArcEnd): string {
  const back = y - 5 * heading;
  return `M${String(round(x - 3.5))} ${String(round(back))}L${String(round(x))} ${String(round(y))}L${String(round(x + 3.5))} ${String(round(back))}`;
}

/** Which edge of the view hides a box; null where some of it is in view. */
export function hiddenBy(box: Box, { top, bottom }: View): 'top' | 'bottom' | null {
  if (box.bottom <= top) return 'top';
  return box.top >= bottom ? 'bottom' : null;
}

/** The place at an edge of the view that stands for a box beyond it. */
export function atEdge(box: Pick<Box, 'left' | 'right'>, edge: 'top' | 'bottom', view: View): Box {
  return { left: box.left, right: box.right, top: view[edge], bottom: view[edge] };
}

/**
 * Moves chips of one row apart so that none covers another: each as near to where it is wanted as the ones before it
 * let it, and all within `[0, room]` while they fit. Answers their left edges in the order given.
 */
export function spread(
  chips: readonly { readonly wanted: number; readonly width: number }[],
  room: number,
  gap: number,
): readonly number[] {
  const order = chips.map((chip, index) => ({ ...chip, index })).sort((a, b) => a.wanted - b.wanted);
  const lefts = chips.map(() => 0);
  let end = 0;
  for (const { wanted, width, index } of order) {
    lefts[index] = Math.max(end, wanted - width / 2);
    end = (lefts[index] ?? 0) + width + gap;
  }
  let limit = room;
  for (const { width, index } of order.toReversed()) {
    lefts[index] = Math.max(0, Math.min(lefts[index] ?? 0, limit - width));
    limit = (lefts[index] ?? 0) - gap;
  }
  return lefts;
}
