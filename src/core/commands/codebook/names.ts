import type { Localised } from '../../model/codebook';

/** Whether something has a name in some language. */
export const hasName = (names: Localised): boolean => Object.values(names).some((name) => name.trim() !== '');

/** A list with one of its items at another place; places count from 0. */
export function placed<Item extends { readonly id: string; readonly position: number }>(
  items: readonly Item[],
  item: Item,
  position: number,
): Item[] {
  const others = items.filter(({ id }) => id !== item.id).sort((a, b) => a.position - b.position);
  return others
    .toSpliced(position, 0, item)
    .map((one, index) => (one.position === index ? one : { ...one, position: index }));
}
