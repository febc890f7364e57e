import { updateOf, type Diff, type Update } from '../diff';
import { recordKey, type AnyRecord } from '../model/records';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { isSame } from '../same';
import { isKeyed } from './keyed-fields';

type Fields = Readonly<Record<string, unknown>>;

/** Tells when a record was changed last. It goes back with a change only where nobody changed the record since. */
const stamp = 'modifiedAt';

/** Finds the record of the same name and id as it is now. */
export type Now = (record: AnyRecord) => AnyRecord | undefined;

/**
 * A diff that was made for records as they were, for the same records as they are now: of each that it updates it
 * sets only the fields that it changed. Refused with `undo-blocked` where one of those fields is not as the diff
 * takes it to be, where a record that it removes was changed since, and where one that it adds is there.
 * Two rebased diffs that are each other's inverse take each other back: `rebase(inverseOf(rebase(diff)))` leads
 * to where it began, whatever others did to other fields.
 */
export function rebase(diff: Diff, now: Now): Result<Diff> {
  const blockedBy = ({ record, id }: AnyRecord, field?: string) =>
    fail(problem('undo-blocked', { record, id, ...(field === undefined ? {} : { field }) }));

  const gone = new Set(diff.removed.map(recordKey));
  for (const record of diff.removed) if (!isSame(now(record), record)) return blockedBy(record);
  for (const record of diff.added) if (!gone.has(recordKey(record)) && now(record)) return blockedBy(record);

  const updated: Update[] = [];
  for (const [before, after] of diff.updated) {
    const current = now(before);
    if (!current) return blockedBy(before);
    const merged = mergedFields(fieldsOf(current), fieldsOf(before), fieldsOf(after));
    if ('blocked' in merged) return blockedBy(before, merged.blocked);
    updated.push(updateOf(current, merged.fields as unknown as AnyRecord));
  }
  return ok({ ...diff, updated });
}

const fieldsOf = (record: AnyRecord): Fields => record as unknown as Fields;

type Merged = { readonly fields: Fields } | { readonly blocked: string };

/** A record as it is now with what changes from `before` to `after` changed in it, or the field that stands in the way. */
function mergedFields(now: Fields, before: Fields, after: Fields): Merged {
  const fields: Record<string, unknown> = { ...now };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSame(before[field], after[field])) continue;
    if (isSame(now[field], before[field])) setField(fields, field, after);
    else if (field === stamp) continue;
    else if (isKeyed(field) && isFields(now[field])) {
      const inner = mergedFields(now[field], orEmpty(before[field]), orEmpty(after[field]));
      if ('blocked' in inner) return { blocked: `${field}.${inner.blocked}` };
      fields[field] = inner.fields;
    } else return { blocked: field };
  }
  return { fields };
}

/** Sets a field as another record has it; one that the other has not, goes. */
function setField(fields: Record<string, unknown>, field: string, from: Fields): void {
  if (Object.hasOwn(from, field)) fields[field] = from[field];
  else Reflect.deleteProperty(fields, field);
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const orEmpty = (value: unknown): Fields => (isFields(value) ? value : {});
