import type { RecordName, Records } from '../../core/model/records';
import { recordSchemas, type InFile } from './schema';

/** Small structures are written as a reader expects them; free keys follow each other by their characters. */
const structures = [
  'format',
  'scheme',
  'by',
  'of',
  'kind',
  'start',
  'end',
  'quote',
  'id',
  'value',
  'names',
  'fields',
];
const rank = new Map(structures.map((key, index) => [key, index]));
const rankOf = (key: string): number => rank.get(key) ?? structures.length;

const inOrder = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  rankOf(a) - rankOf(b) || (a < b ? -1 : Number(a > b));

/** The same value with the keys of every object in it in a fixed order. */
export function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ordered);
  // `fromEntries` makes an ordinary key of any name, `__proto__` included.
  return Object.fromEntries(
    Object.entries(value)
      .sort(inOrder)
      .map(([key, member]) => [key, ordered(member)]),
  );
}

const fieldsOf = Object.fromEntries(
  Object.entries(recordSchemas).map(([name, schema]) => [name, Object.keys(schema.shape)]),
) as unknown as Readonly<Record<RecordName, readonly string[]>>;

/** A record as a line of JSON: equal records are equal lines, whatever the order of their keys was. */
export function lineOf<Name extends RecordName>(name: Name, record: InFile<Name> | Records[Name]): string {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  const present = fieldsOf[name].filter((field) => field in values);
  return JSON.stringify(Object.fromEntries(present.map((field) => [field, ordered(values[field])])));
}
