interface Node {
  readonly id: string;
  readonly parent: string | null;
}

function isBelowItself(start: Node, byId: ReadonlyMap<string, Node>): boolean {
  const seen = new Set<string>();
  for (let at = start.parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === start.id) return true;
    seen.add(at);
  }
  return false;
}

/**
 * What came into a tree, so that nothing stands below itself: where places that a file gives and places of the project
 * close a circle, those of the project hold.
 */
export function withoutCircles<Item extends Node>(
  came: readonly Item[],
  mine: readonly Item[],
): readonly Item[] {
  const before = new Map(mine.map((item) => [item.id, item]));
  const items = new Map([...mine, ...came].map((item) => [item.id, item]));
  const isMoved = (item: Item): boolean => item.parent !== (before.get(item.id)?.parent ?? null);
  // Each round gives at least one its place back, and in the project's own places there is no circle.
  for (;;) {
    const found = came
      .map(({ id }) => items.get(id))
      .find((item) => item && isMoved(item) && isBelowItself(item, items));
    if (!found) break;
    items.set(found.id, { ...found, parent: before.get(found.id)?.parent ?? null });
  }
  return came.map((item) => items.get(item.id) ?? item);
}
