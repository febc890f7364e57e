import type { AttributeId } from '../../core/ids';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import { isInDomain } from '../../core/rules/attribute-domain';
import { mayCarry, type Carrier } from '../../core/rules/codebook-rules';
import { attributes } from '../storage/codebook';
import type { Reader } from '../storage/connection';
import { typesOf } from './coding-rules';
import { fault, forbid, type Rule } from './rule';

/** Records that lead back to themselves, following a column that names another of the same table. */
const cycle = (table: 'type' | 'term' | 'entry', column: 'parent' | 'place'): Rule =>
  forbid(
    `${table}.cycle`,
    `WITH RECURSIVE above (origin, id) AS (
       SELECT id, ${column} FROM ${table} WHERE ${column} IS NOT NULL
       UNION
       SELECT above.origin, next.${column} FROM above JOIN ${table} AS next ON next.id = above.id
       WHERE next.${column} IS NOT NULL)
     SELECT '${table} ' || origin AS place, 'is above itself' AS detail FROM above WHERE id = origin`,
  );

const vocabularies = forbid(
  'term.parent',
  `SELECT 'term ' || term.id AS place, 'its parent belongs to another vocabulary, ' || above.attribute AS detail
   FROM term JOIN term AS above ON above.id = term.parent WHERE above.attribute <> term.attribute`,
);

/** The codebook's attributes by id, and whether a value is one that they take. */
function attributesOf(reader: Reader) {
  const byId = new Map<string, AttributeRecord>(attributes.all(reader).map((record) => [record.id, record]));
  const term = reader.query('SELECT 1 FROM term WHERE id = ? AND attribute = ?');
  const takes = ({ id, domain }: AttributeRecord, value: AttributeValue): boolean =>
    isInDomain(domain, value, (name) => term.first(name, id) !== undefined);
  return { byId, takes };
}

const defaults: Rule = function* (reader) {
  const { byId, takes } = attributesOf(reader);
  for (const attribute of byId.values())
    yield attribute.default === null || takes(attribute, attribute.default)
      ? null
      : fault(
          'attribute.default',
          `attribute ${attribute.id}`,
          `${JSON.stringify(attribute.default)} is not in its domain`,
        );
};

interface ValueRow {
  readonly id: string;
  readonly type: string | null;
  readonly attribute: AttributeId;
  readonly value: string;
}

/** Values stand at records that have their attribute, and are of its domain. */
const values = (record: Carrier['record']): Rule =>
  function* (reader) {
    const find = typesOf(reader);
    const { byId, takes } = attributesOf(reader);
    const type = record === 'document' ? 'NULL' : 'owner.type';
    const rows = reader.query<ValueRow>(
      `SELECT owner.id, ${type} AS type, carried.attribute, carried.value
       FROM ${record}_attribute AS carried JOIN ${record} AS owner ON owner.id = carried.${record}`,
    );
    for (const row of rows.each()) {
      const attribute = byId.get(row.attribute);
      if (!attribute) continue;
      const where = `${record} ${row.id}, attribute ${row.attribute}`;
      if (!mayCarry({ record, type: row.type } as Carrier, attribute.owner, find))
        yield fault('value.owner', where, 'is not an attribute of this record');
      else if (!takes(attribute, JSON.parse(row.value) as AttributeValue))
        yield fault('value.domain', where, `${row.value} is not in its domain`);
      else yield null;
    }
  };

/** What holds within the codebook, and for the values that it asks for. */
export const codebookRules: readonly Rule[] = [
  cycle('type', 'parent'),
  cycle('term', 'parent'),
  cycle('entry', 'place'),
  vocabularies,
  defaults,
  values('document'),
  values('entry'),
  values('annotation'),
];
