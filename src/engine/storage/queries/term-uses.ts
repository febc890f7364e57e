import type { AnnotationRecord, EntryRecord } from '../../../core/model/annotation';
import type { AttributeId, CoderId, TermId } from '../../../core/ids';
import type { TermRecord } from '../../../core/model/codebook';
import type { DocumentRecord } from '../../../core/model/document';
import { annotations } from '../records/annotations';
import type { ValueOwner } from '../records/attribute-values';
import type { Reader } from '../file/connection';
import { documents } from '../records/documents';
import { entries } from '../records/registry';

const owners = ['annotation', 'entry', 'document'] as const satisfies readonly ValueOwner[];

/** Everything that has a term of a vocabulary for its value. */
export function carriersOf(
  reader: Reader,
  { id, attribute }: TermRecord,
): (AnnotationRecord | EntryRecord | DocumentRecord)[] {
  const found = (owner: ValueOwner): string[] =>
    reader
      .query<{ owner: string }>(
        `SELECT ${owner} AS owner FROM ${owner}_attribute WHERE attribute = ? AND value = ? ORDER BY ${owner}`,
      )
      .all(attribute, JSON.stringify(id))
      .map((row) => row.owner);
  return [
    ...found('annotation').map((owner) => annotations.find(reader, owner as AnnotationRecord['id'])),
    ...found('entry').map((owner) => entries.find(reader, owner as EntryRecord['id'])),
    ...found('document').map((owner) => documents.find(reader, owner as DocumentRecord['id'])),
  ].filter((carrier) => carrier !== undefined);
}

/** How many values each term of a vocabulary is, but for annotations of some coders; those that are none are not in the answer. */
export function countTermUses(
  reader: Reader,
  attribute: AttributeId,
  hidden: readonly CoderId[],
): readonly (readonly [TermId, number])[] {
  const shown = `annotation NOT IN (
    SELECT id FROM annotation WHERE coder IN (SELECT value FROM json_each(@hidden)))`;
  const values = owners
    .map((owner) => {
      const which = owner === 'annotation' && hidden.length > 0 ? shown : 'true';
      return `SELECT value FROM ${owner}_attribute WHERE attribute = @attribute AND ${which}`;
    })
    .join(' UNION ALL ');
  return reader
    .query<{ value: string; uses: number }>(
      `SELECT value, count(*) AS uses FROM (${values}) GROUP BY value ORDER BY value`,
    )
    .all(hidden.length > 0 ? { attribute, hidden: JSON.stringify(hidden) } : { attribute })
    .map(({ value, uses }) => [JSON.parse(value) as TermId, uses] as const);
}
