import { updateOf, type Update } from '../diff';
import type { AnyRecord } from '../model/records';
import { ok, type Result } from '../result';
import { isSame } from '../same';

/** Runs a step for each item and stops at the first that fails. */
export function collect<Item, Value>(
  items: readonly Item[],
  step: (item: Item) => Result<Value>,
): Result<readonly Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    const result = step(item);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

/**
 * The update that a change makes to a record, or null where it changes nothing. `stamp` (such as the time of the
 * change) is set only if something else changes.
 */
export function update<Record extends AnyRecord>(
  before: Record,
  change: Partial<Record>,
  stamp: Partial<Record> = {},
): Update | null {
  const fields = Object.keys(change) as (keyof Record)[];
  if (fields.every((field) => isSame(before[field], change[field]))) return null;
  return updateOf(before, { ...before, ...change, ...stamp });
}
