import type { Json } from '../model/origin';
import type { AnyRecord } from '../model/records';
import { isSame } from '../same';
import { isKeyed } from './keyed-fields';

/** One thing about a record that differs between two of its states. */
export interface Difference {
  readonly field: string;
  /** Of fields that hold a value for each of many keys, such as attributes: which of them. */
  readonly key: string | null;
  /** Null where there was, or is, none. */
  readonly before: Json;
  readonly after: Json;
}

/** Fields that say what a record is, or when it was changed: nothing that anybody would be told as a change. */
const untold: ReadonlySet<string> = new Set(['record', 'id', 'createdAt', 'modifiedAt', 'origin']);

/** What differs between two states of a record, field by field. One that came or went differs in whatever it has. */
export function differencesOf(before: AnyRecord | null, after: AnyRecord | null): readonly Difference[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  const fields = Object.keys({ ...one, ...other }).filter((field) => !untold.has(field));
  return fields.flatMap((field) => {
    if (isKeyed(field)) return differencesByKey(field, one[field], other[field]);
    return difference(field, null, one[field], other[field]);
  });
}

const fieldsOf = (record: AnyRecord | null): Readonly<Record<string, Json>> =>
  (record ?? {}) as unknown as Readonly<Record<string, Json>>;

function differencesByKey(
  field: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly Difference[] {
  const [one, other] = [valuesOf(before), valuesOf(after)];
  const keys = Object.keys({ ...one, ...other });
  return keys.flatMap((key) => difference(field, key, one[key], other[key]));
}

const valuesOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  (value ?? {}) as Readonly<Record<string, Json>>;

/** Nothing, an empty text and an empty list are alike: there is nothing to be told of them. */
const told = (value: Json | undefined): Json =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

function difference(
  field: string,
  key: string | null,
  one: Json | undefined,
  other: Json | undefined,
): readonly Difference[] {
  const [before, after] = [told(one), told(other)];
  return isSame(before, after) ? [] : [{ field, key, before, after }];
}
