import { addTo } from '../../../core/grouped';
import type { AnyRecord, RecordName } from '../../../core/model/records';

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

/** Whether records of a name may hang on others of it. */
export const hasParents = (name: RecordName): boolean =>
  name === 'type' || name === 'term' || name === 'entry';

/** A record by its id, with the id of the one that it hangs on. */
export interface Hanging {
  readonly id: string;
  readonly parent: string | null;
}

/** Ids so that each comes after its parent, and those that hang on themselves, or on such. */
export function parentsFirst(records: Iterable<Hanging>): {
  readonly ordered: readonly string[];
  readonly cyclic: readonly string[];
} {
  const parents = new Map<string, string | null>();
  for (const { id, parent } of records) parents.set(id, parent);
  const children = new Map<string, string[]>();
  const ordered: string[] = [];
  for (const [id, parent] of parents) {
    if (parent === null || !parents.has(parent)) {
      ordered.push(id);
      continue;
    }
    addTo(children, parent, id);
  }
  // The list grows while it is read: every record brings its children behind it.
  for (const id of ordered) {
    for (const child of children.get(id) ?? []) ordered.push(child);
    children.delete(id);
  }
  return { ordered, cyclic: [...children.values()].flat() };
}
