/** A run of characters on a page, in points from its upper left corner, upright as the page is shown. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** A space that was written as such follows. */
  endsWord: boolean;
}

/** Runs beside each other without a gap that could part columns. */
export interface Segment {
  readonly runs: readonly Run[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** How far apart baselines on one line may be, and what parts segments, in sizes of the letters. */
const sameLine = 0.45;
const segmentGap = 1;

const segmentOf = (runs: readonly Run[]): Segment => ({
  runs,
  x: Math.min(...runs.map(({ x }) => x)),
  right: Math.max(...runs.map(({ right }) => right)),
  y: runs[0]?.y ?? 0,
  size: Math.max(...runs.map(({ size }) => size)),
});

/** Things that have a baseline, line by line from the top, each line from left to right. */
export function inLines<Item extends { readonly x: number; readonly y: number; readonly size: number }>(
  items: readonly Item[],
): Item[][] {
  const lines: Item[][] = [];
  let baseline = -Infinity;
  let size = 0;
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    if (item.y - baseline > Math.max(size, item.size) * sameLine) {
      lines.push([]);
      baseline = item.y;
      size = item.size;
    }
    size = Math.max(size, item.size);
    lines.at(-1)?.push(item);
  }
  for (const line of lines) line.sort((a, b) => a.x - b.x);
  return lines;
}

/** Puts the runs of a page together to segments, line by line from the top. */
export function segmentsOf(runs: readonly Run[]): Segment[] {
  return inLines(runs).flatMap((line) => {
    const segments: Run[][] = [];
    let right = -Infinity;
    let size = 0;
    for (const run of line) {
      if (run.x - right > Math.max(size, run.size) * segmentGap) segments.push([]);
      segments.at(-1)?.push(run);
      right = Math.max(right, run.right);
      size = run.size;
    }
    return segments.map(segmentOf);
  });
}

/** What parts two words in print, in sizes of the letters. */
const wordGap = 0.18;

/** The text of segments on one line, as it is read: right to left where most of it is. */
export function textOf(segments: readonly Segment[]): string {
  const runs = segments.flatMap((segment) => segment.runs);
  const backwards = runs.filter(({ isRightToLeft }) => isRightToLeft).length > runs.length / 2;
  const ordered = [...runs].sort((a, b) => (backwards ? b.right - a.right : a.x - b.x));
  let text = '';
  let before: Run | null = null;
  for (const run of ordered) {
    const gap = before === null ? 0 : backwards ? before.x - run.right : run.x - before.right;
    text += gap > run.size * wordGap || before?.endsWord ? ` ${run.text}` : run.text;
    before = run;
  }
  return text.replaceAll(/[ \t\r\n]+/gu, ' ').trim();
}
