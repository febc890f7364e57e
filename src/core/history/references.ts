import type { Json } from '../model/origin';
import type { RecordName, RecordReference } from '../model/records';
import type { Difference } from './differences';

/** Fields, at any depth, that hold ids. */
const idsIn: Readonly<Record<string, RecordName>> = {
  annotation: 'annotation',
  attribute: 'attribute',
  coder: 'coder',
  document: 'document',
  entry: 'entry',
  place: 'entry',
  role: 'role',
  type: 'type',
  types: 'type',
  version: 'version',
};

/** Every record that a difference of a record refers to: each has a name that people know it by. */
export function referencesIn(
  record: RecordName,
  { field, key, before, after }: Difference,
): readonly RecordReference[] {
  if (field === 'attributes' && key !== null)
    return [{ record: 'attribute', id: key }, ...[before, after].flatMap((value) => idsOf('term', value))];
  if (field === 'parent') return [before, after].flatMap((value) => idsOf(record, value));
  return [before, after].flatMap((value) => referencesAt(field, value));
}

function referencesAt(field: string, value: Json): readonly RecordReference[] {
  const record = idsIn[field];
  if (record) return idsOf(record, value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => referencesAt(inner, part));
}

function idsOf(record: RecordName, value: Json): readonly RecordReference[] {
  if (typeof value === 'string') return [{ record, id: value }];
  return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => idsOf(record, item)) : [];
}
