import type { Json } from '../model/origin';
import type { RecordName } from '../model/records';
import type { Difference } from './differences';

/** An id that a difference mentions, and what it may be the id of. */
export interface Mention {
  readonly record: RecordName;
  readonly id: string;
}

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

/** Every id that a difference of a record mentions: each has a name that people know it by. */
export function mentionsIn(
  record: RecordName,
  { field, key, before, after }: Difference,
): readonly Mention[] {
  if (field === 'attributes' && key !== null)
    return [{ record: 'attribute', id: key }, ...[before, after].flatMap((value) => idsOf('term', value))];
  if (field === 'parent') return [before, after].flatMap((value) => idsOf(record, value));
  return [before, after].flatMap((value) => mentionsAt(field, value));
}

function mentionsAt(field: string, value: Json): readonly Mention[] {
  const record = idsIn[field];
  if (record) return idsOf(record, value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => mentionsAt(inner, part));
}

function idsOf(record: RecordName, value: Json): readonly Mention[] {
  if (typeof value === 'string') return [{ record, id: value }];
  return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => idsOf(record, item)) : [];
}
