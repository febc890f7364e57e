import type { AnyRecord } from '../../../core/model/records';
import type { Drafted } from './draft';

/** The record of its own kind that a record hangs on: a type's or term's parent, an entry's place. */
export function parentOf(record: AnyRecord): string | null {
  switch (record.record) {
    case 'type':
    case 'term':
      return record.parent;
    case 'entry':
      return record.place;
    default:
      return null;
  }
}

/** Records so that each comes after its parent, and those that hang on themselves, or on such. */
export function parentsFirst(drafted: ReadonlyMap<string, Drafted>): {
  readonly ordered: readonly Drafted[];
  readonly cyclic: readonly Drafted[];
} {
  const children = new Map<string, Drafted[]>();
  const ordered: Drafted[] = [];
  for (const item of drafted.values()) {
    const parent = parentOf(item.record);
    if (parent === null || !drafted.has(parent)) ordered.push(item);
    else children.set(parent, [...(children.get(parent) ?? []), item]);
  }
  // The list grows while it is read: every record brings its children behind it.
  for (const { record } of ordered) {
    ordered.push(...(children.get(record.id) ?? []));
    children.delete(record.id);
  }
  return { ordered, cyclic: [...children.values()].flat() };
}
