import type { AttributeRecord, RoleRecord } from '../model/codebook';
import { areNamesakes } from './namesakes';
import { isNamesakeAttribute } from './value-rules';

/** Whether one value is for both attributes: they are called alike, and take the same. */
export const isAlikeAttribute = (a: AttributeRecord, b: AttributeRecord): boolean =>
  a.id === b.id || (isNamesakeAttribute(a, b) && JSON.stringify(a.domain) === JSON.stringify(b.domain));

/** Whether two roles, of whichever types, are called alike. */
export const isAlikeRole = (a: RoleRecord, b: RoleRecord): boolean => a.id === b.id || areNamesakes(a, b);

/** Things in groups of those that are alike, each group where its first stood. */
export function groupedAlike<Item>(
  items: Iterable<Item>,
  isAlike: (a: Item, b: Item) => boolean,
): readonly (readonly [Item, ...Item[]])[] {
  const groups: [Item, ...Item[]][] = [];
  for (const item of items) {
    const group = groups.find(([first]) => isAlike(first, item));
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
