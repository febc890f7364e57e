import { isDeepStrictEqual } from 'node:util';
import { addTo } from '../../../core/grouped';
import type { AttributeValue, AttributeValues } from '../../../core/model/codebook';
import type { Reader, SqlValue, Writer } from '../file/connection';

/** The records that carry attribute values; `<owner>_attribute` is the table of theirs. */
export type ValueOwner = 'document' | 'entry' | 'annotation';

interface ValueRow {
  readonly owner: string;
  readonly attribute: string;
  readonly value: string;
}

/** The values of those owners that an SQL condition on `owner` holds for, by the owners' ids. */
export function attributeValuesWhere(
  reader: Reader,
  owner: ValueOwner,
  condition: string,
  ...bound: SqlValue[]
): ReadonlyMap<string, AttributeValues> {
  const rows = reader
    .query<ValueRow>(
      `SELECT ${owner} AS owner, attribute, value FROM ${owner}_attribute WHERE ${condition}
       ORDER BY owner, attribute`,
    )
    .all(...bound);
  const values = new Map<string, [attribute: string, value: AttributeValue][]>();
  for (const row of rows) addTo(values, row.owner, [row.attribute, JSON.parse(row.value) as AttributeValue]);
  return new Map([...values].map(([id, pairs]) => [id, Object.fromEntries(pairs)]));
}

/** The values of one owner. */
export function attributeValuesOf(reader: Reader, owner: ValueOwner, id: string): AttributeValues {
  return attributeValuesWhere(reader, owner, `${owner} = ?`, id).get(id) ?? {};
}

export function insertAttributeValues(
  writer: Writer,
  owner: ValueOwner,
  id: string,
  values: AttributeValues,
): void {
  const insert = writer.statement(`INSERT INTO ${owner}_attribute VALUES (?, ?, ?)`);
  for (const [attribute, value] of Object.entries(values)) insert.run(id, attribute, JSON.stringify(value));
}

export function updateAttributeValues(
  writer: Writer,
  owner: ValueOwner,
  id: string,
  before: AttributeValues,
  after: AttributeValues,
): void {
  if (isDeepStrictEqual(before, after)) return;
  writer.statement(`DELETE FROM ${owner}_attribute WHERE ${owner} = ?`).run(id);
  insertAttributeValues(writer, owner, id, after);
}
