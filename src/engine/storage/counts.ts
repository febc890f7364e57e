import type { Kind } from '../../core/model/codebook';
import { kinds } from '../../core/model/codebook';
import { recordNames, type RecordName } from '../../core/model/records';
import type { Reader } from './connection';

const countAll = recordNames.map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(', ');

/** How many records there are of each name. Each is kept in the table of its name. */
export function countRecords(reader: Reader): Readonly<Record<RecordName, number>> {
  const none = Object.fromEntries(recordNames.map((name) => [name, 0])) as Record<RecordName, number>;
  return { ...none, ...reader.query<Record<RecordName, number>>(`SELECT ${countAll}`).first() };
}

/** How many annotations there are of the types of each kind. */
export function countAnnotationsByKind(reader: Reader): Readonly<Record<Kind, number>> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
  const rows = reader
    .query<{ kind: Kind; annotations: number }>(
      `SELECT kind, sum(annotations) AS annotations
       FROM (SELECT type, count(*) AS annotations FROM annotation GROUP BY type) AS used
       JOIN type ON type.id = used.type GROUP BY kind`,
    )
    .all();
  for (const { kind, annotations } of rows) counts[kind] = annotations;
  return counts;
}
