import type { DocumentId } from '../ids';

/** A document's place in the queue of documents to code. */
export interface Queued {
  readonly id: DocumentId;
  readonly position: number;
}

/** New positions, of those documents only whose position changes. */
export type Repositioned = ReadonlyMap<DocumentId, number>;

/**
 * Moves documents, in the order that they have, before another one, or to the end. `queue` is in its order. Only what
 * lies between the old places and the new one changes its position.
 */
export function moveInQueue(
  queue: readonly Queued[],
  moved: ReadonlySet<DocumentId>,
  before: DocumentId | null,
): Repositioned {
  const rest = queue.filter(({ id }) => !moved.has(id));
  // A document is put before itself where it stands already: before the next that stays.
  const from = before === null ? -1 : queue.findIndex(({ id }) => id === before);
  const anchor = from < 0 ? undefined : queue.slice(from).find(({ id }) => !moved.has(id));
  const place = anchor ? rest.indexOf(anchor) : rest.length;
  const order = [...rest.slice(0, place), ...queue.filter(({ id }) => moved.has(id)), ...rest.slice(place)];
  return positionsFor(
    order,
    queue.map(({ position }) => position),
  );
}

/** Gives an order the positions that there are, ascending; where two are the same, those behind move on. */
function positionsFor(order: readonly Queued[], positions: readonly number[]): Repositioned {
  const changed = new Map<DocumentId, number>();
  let last = -Infinity;
  order.forEach(({ id, position }, index) => {
    const wanted = Math.max(positions[index] ?? 0, last + 1);
    last = wanted;
    if (wanted !== position) changed.set(id, wanted);
  });
  return changed;
}

/**
 * Makes room for one more document behind another: the place for it, and what has to move on for it, if anything. The
 * shorter side of the queue gives way.
 */
export function roomBehind(
  queue: readonly Queued[],
  id: DocumentId,
): { readonly own: number; readonly next: number; readonly others: Repositioned } {
  const index = queue.findIndex((queued) => queued.id === id);
  const own = queue[index]?.position ?? 0;
  const before = queue.slice(0, Math.max(0, index)).reverse();
  const behind = queue.slice(index + 1);
  const after = pushed(behind, own + 1, 1);
  const ahead = pushed(before, own - 1, -1);
  return ahead.size < after.size
    ? { own: own - 1, next: own, others: ahead }
    : { own, next: own + 1, others: after };
}

/** Moves documents out of the way of a place, each as little as can be, until one stands clear. */
function pushed(line: readonly Queued[], taken: number, direction: 1 | -1): Repositioned {
  const others = new Map<DocumentId, number>();
  let place = taken;
  for (const { id, position } of line) {
    if ((position - place) * direction > 0) break;
    place += direction;
    others.set(id, place);
  }
  return others;
}
