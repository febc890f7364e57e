/** A place in the overlay, in CSS pixels from its top left corner. The sides that it lacks are the style sheet's. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** How far above the letters a tie runs, where lines under words never are. */
const lift = 3;

/** How long a tie is whose other end is out of sight. */
const stub = 18;

const right = (left: number, top: number, width: number): Box => ({ left, top, width, height: 0 });
const down = (left: number, top: number, height: number): Box => ({ left, top, width: 0, height });

/**
 * The straight lines that tie the end of one fragment to the start of the next, given where the caret would stand
 * there; null for an end that is far from the view. In one row the tie runs above the words between them; else it
 * goes down from the end to above the row of the start, and along that row.
 */
export function tieBetween(from: Box | null, to: Box | null): readonly Box[] {
  if (from && to) {
    const top = to.top - lift;
    const bottom = from.top + (from.height ?? 0);
    if (bottom > to.top) return [right(from.left, top, Math.max(0, to.left - from.left))];
    const left = Math.min(from.left, to.left);
    return [
      down(from.left, bottom, Math.max(0, top - bottom)),
      right(left, top, Math.abs(from.left - to.left)),
    ];
  }
  if (from) return [right(from.left, from.top - lift, stub)];
  if (to) return [right(to.left - stub, to.top - lift, stub)];
  return [];
}
