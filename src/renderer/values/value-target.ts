import type { AnnotationRecord, EntryRecord } from '../../core/model/annotation';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import type { DocumentRecord } from '../../core/model/document';
import type { ValueTarget } from '../../core/commands/values-command';
import type { Carrier } from '../../core/rules/codebook-rules';
import { attributesFor } from '../../core/rules/value-rules';
import { run } from '../stores/workspace/session';
import type { Workspace } from '../stores/workspace/workspace';

/** What has values of attributes. */
export type ValueCarrier = AnnotationRecord | EntryRecord | DocumentRecord;

const kindOf = (record: ValueCarrier): Carrier => {
  switch (record.record) {
    case 'annotation':
      return { record: 'annotation', type: record.type };
    case 'entry':
      return { record: 'entry', type: record.type };
    case 'document':
      return { record: 'document' };
  }
};

/** The attributes of a record, in the order in which they are asked for. */
export const attributesOf = (
  record: ValueCarrier,
  { attributes, types }: Pick<Workspace, 'attributes' | 'types'>,
): readonly AttributeRecord[] => attributesFor(kindOf(record), attributes.values(), (id) => types.get(id));

/** Records of one kind as a command names them. */
export function targetOf(records: readonly ValueCarrier[]): ValueTarget {
  const entries = records.filter((record) => record.record === 'entry');
  if (entries.length > 0) return { of: 'entry', entries: entries.map(({ id }) => id) };
  const documents = records.filter((record) => record.record === 'document');
  if (documents.length > 0) return { of: 'document', documents: documents.map(({ id }) => id) };
  const annotations = records.filter((record) => record.record === 'annotation');
  return { of: 'annotation', annotations: annotations.map(({ id }) => id) };
}

/** Gives records a value, or takes it away. Answers whether that could be done. */
export async function setValue(
  records: readonly ValueCarrier[],
  attribute: AttributeRecord,
  value: AttributeValue | null,
): Promise<boolean> {
  const target = targetOf(records);
  return (await run({ name: 'value.set', target, attribute: attribute.id, value })) !== null;
}
