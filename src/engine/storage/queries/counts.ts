import type { KindsByCoder } from '../../../contract/engine-answers';
import type { Kind } from '../../../core/model/codebook';
import { kinds } from '../../../core/model/codebook';
import { byRecordName, type RecordName, recordNames } from '../../../core/model/records';
import type { Reader } from '../file/connection';

const countAll = recordNames.map((name) => `(SELECT count(*) FROM "${name}") AS "${name}"`).join(', ');

/** How many records there are of each name. Each is kept in the table of its name. */
export function countRecords(reader: Reader): Readonly<Record<RecordName, number>> {
  const none = byRecordName(() => 0);
  return { ...none, ...reader.query<Record<RecordName, number>>(`SELECT ${countAll}`).first() };
}

const noKinds = (): Record<Kind, number> =>
  Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;

/** How many annotations of the types of each kind each coder made. */
export function countKindsByCoder(reader: Reader): KindsByCoder {
  const counts: Record<string, Record<Kind, number>> = {};
  const rows = reader
    .query<{ coder: string; kind: Kind; annotations: number }>(
      `SELECT coder, kind, sum(annotations) AS annotations
       FROM (SELECT coder, type, count(*) AS annotations FROM annotation GROUP BY coder, type) AS used
       JOIN type ON type.id = used.type GROUP BY coder, kind`,
    )
    .all();
  for (const { coder, kind, annotations } of rows) (counts[coder] ??= noKinds())[kind] = annotations;
  return counts;
}

/** How many annotations of each kind there are of all coders. */
export function sumOfKinds(byCoder: KindsByCoder): Readonly<Record<Kind, number>> {
  const sum = noKinds();
  for (const counts of Object.values(byCoder)) for (const kind of kinds) sum[kind] += counts[kind];
  return sum;
}
