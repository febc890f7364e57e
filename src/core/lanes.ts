import { inTextOrder, type Interval, type IntervalIndex } from './intervals';

/**
 * Gives things that share text different lanes, counted from 0, so that each can be drawn at a height of its own.
 * A lane, once given, is kept for as long as the thing stays where it is, whatever happens around it.
 */
export interface Lanes<Key> {
  /** The lane of a thing; 0 for one that has none. */
  readonly lane: (key: Key) => number;
  /** Gives lanes to many things at once, using no more of them than lie over one place. For opening a document. */
  readonly assignAll: (keys: Iterable<Key>) => void;
  /** Gives a lane to a thing that was added to the index or moved in it; its old lane, where that is still free. */
  readonly assign: (key: Key) => void;
  readonly release: (key: Key) => void;
}

/** A thing of no width takes up the place of the character after it: two of them in one place need two lanes. */
const room = ({ start, end }: Interval): Interval => ({ start, end: Math.max(end, start + 1) });

/** Takes the lowest lane that nothing in the same place has. The things and their places are those of the index. */
export function makeLanes<Key>(index: IntervalIndex<Key>): Lanes<Key> {
  const lanes = new Map<Key, number>();

  function neighbours(key: Key): Set<Key> {
    const found = new Set<Key>();
    for (const interval of index.intervals(key)) {
      const mine = room(interval);
      for (const other of index.touching(mine)) {
        const shares = index.intervals(other).some((theirs) => {
          const { start, end } = room(theirs);
          return start < mine.end && mine.start < end;
        });
        if (shares) found.add(other);
      }
    }
    found.delete(key);
    return found;
  }

  function assign(key: Key): void {
    const taken = new Set([...neighbours(key)].map((other) => lanes.get(other)));
    const old = lanes.get(key);
    let lane = old !== undefined && !taken.has(old) ? old : 0;
    while (taken.has(lane)) lane += 1;
    lanes.set(key, lane);
  }

  return {
    lane: (key) => lanes.get(key) ?? 0,
    // From left to right a greedy choice is the best one: the intervals of a text are an interval graph.
    assignAll: (keys) => {
      const inOrder = Array.from(keys, (key) => ({ key, first: index.intervals(key)[0] }));
      inOrder.sort((a, b) => (a.first && b.first ? inTextOrder(a.first, b.first) : 0));
      for (const { key } of inOrder) assign(key);
    },
    assign,
    release: (key) => void lanes.delete(key),
  };
}
