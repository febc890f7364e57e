/** A half-open stretch `[start, end)` in whichever unit the caller counts; of no width where start equals end. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/**
 * Answers "what is here" for things that cover stretches of one text. Adding and taking away cost the same
 * wherever they happen, and a question costs what it finds.
 */
export interface IntervalIndex<Key> {
  readonly size: number;
  /** Adds a thing, or moves one that is there. A thing of several intervals is found at each, once per question. */
  readonly set: (key: Key, intervals: readonly Interval[]) => void;
  readonly delete: (key: Key) => void;
  readonly intervals: (key: Key) => readonly Interval[];
  /** What shares a character with the range; a thing of no width shares none. In no particular order. */
  readonly overlapping: (range: Interval) => Key[];
  /** What overlaps the range, or ends or begins where the range begins or ends. In no particular order. */
  readonly touching: (range: Interval) => Key[];
}

/** The order of a text: by start, and from the same start the longer one first, as brackets would be written. */
export const inTextOrder = (a: Interval, b: Interval): number => a.start - b.start || b.end - a.end;

/** Where an interval is filed: those of up to 2^level units, by the stretch of that size in which they start. */
interface Entry<Key> extends Interval {
  readonly key: Key;
  readonly level: number;
  readonly cell: number;
}

/** Cells of 256 units are the smallest: a question about a screenful of text visits few of them. */
const smallestLevel = 8;

const levelFor = (length: number): number => Math.max(smallestLevel, Math.ceil(Math.log2(length + 1)));

/**
 * Files each interval by its length and its start, in cells at least as large as itself: whatever overlaps a
 * range then starts in a cell of that range or in the one before it. After the binning scheme of Kent et al.,
 * "The Human Genome Browser at UCSC", Genome Research 12 (2002).
 */
export function makeIntervalIndex<Key>(): IntervalIndex<Key> {
  const levels = new Map<number, Map<number, Set<Entry<Key>>>>();
  const entries = new Map<Key, readonly Entry<Key>[]>();

  function file(entry: Entry<Key>): void {
    const cells = levels.get(entry.level) ?? new Map<number, Set<Entry<Key>>>();
    const cell = cells.get(entry.cell) ?? new Set();
    levels.set(entry.level, cells.set(entry.cell, cell.add(entry)));
  }

  function take(key: Key): void {
    for (const entry of entries.get(key) ?? []) {
      const cells = levels.get(entry.level);
      const cell = cells?.get(entry.cell);
      cell?.delete(entry);
      if (cell?.size === 0) cells?.delete(entry.cell);
      if (cells?.size === 0) levels.delete(entry.level);
    }
    entries.delete(key);
  }

  function find(range: Interval, matches: (interval: Interval) => boolean): Key[] {
    const found = new Set<Key>();
    for (const [level, cells] of levels) {
      const size = 2 ** level;
      const first = Math.floor(range.start / size) - 1;
      const last = Math.floor(range.end / size);
      const visit = (cell: Iterable<Entry<Key>>): void => {
        for (const entry of cell) if (matches(entry)) found.add(entry.key);
      };
      if (last - first > cells.size) cells.forEach(visit);
      else for (let at = first; at <= last; at += 1) visit(cells.get(at) ?? []);
    }
    return [...found];
  }

  return {
    get size() {
      return entries.size;
    },
    set(key, intervals) {
      take(key);
      const filed = intervals.map(({ start, end }) => {
        const level = levelFor(end - start);
        return { key, start, end, level, cell: Math.floor(start / 2 ** level) };
      });
      entries.set(key, filed);
      filed.forEach(file);
    },
    delete: take,
    intervals: (key) => entries.get(key) ?? [],
    overlapping: (range) =>
      find(range, (interval) => Math.max(interval.start, range.start) < Math.min(interval.end, range.end)),
    touching: (range) =>
      find(range, (interval) => interval.start <= range.end && interval.end >= range.start),
  };
}
