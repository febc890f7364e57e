import type { AnnotationRecord, EntryRecord } from '../../../core/model/annotation';
import type { AttributeRecord, RoleRecord } from '../../../core/model/codebook';
import type { DocumentRecord } from '../../../core/model/document';
import type { Carrier } from '../../../core/rules/codebook-rules';
import { unfinishedRoles } from '../../../core/rules/slots';
import { missingValues } from '../../../core/rules/unfinished-values';
import { attributesFor } from '../../../core/rules/value-rules';
import { linkIndex, roleBook } from './link-index';
import type { Workspace } from './workspace';

/** What an annotation of the open document lacks: roles without a filler, then attributes without a value. */
export const unfinishedIn = (
  workspace: Workspace,
  annotation: AnnotationRecord,
): readonly (RoleRecord | AttributeRecord)[] =>
  workspace.open
    ? [
        ...unfinishedRoles(
          annotation,
          linkIndex(workspace.open.links).from(annotation.id),
          roleBook(workspace),
        ),
        ...missingValues(
          requiredOf({ record: 'annotation', type: annotation.type }, workspace),
          annotation.attributes,
        ),
      ]
    : [];

/** The attributes that an entry or a document has to have a value of, and has none. */
export const valuesMissingIn = (
  workspace: Codebook,
  record: EntryRecord | DocumentRecord,
): readonly AttributeRecord[] =>
  missingValues(
    requiredOf(
      record.record === 'entry' ? { record: 'entry', type: record.type } : { record: 'document' },
      workspace,
    ),
    record.attributes,
  );

type Codebook = Pick<Workspace, 'attributes' | 'types'>;

/** The attributes that records have to have a value of, by their sort and type, for one state of the codebook. */
const required = new WeakMap<
  Codebook['attributes'],
  { readonly types: Codebook['types']; readonly of: Map<string, readonly AttributeRecord[]> }
>();

function requiredOf(carrier: Carrier, { attributes, types }: Codebook): readonly AttributeRecord[] {
  let known = required.get(attributes);
  if (known?.types !== types) required.set(attributes, (known = { types, of: new Map() }));
  const key = `${carrier.record} ${'type' in carrier ? (carrier.type ?? '') : ''}`;
  let found = known.of.get(key);
  if (!found) {
    found = attributesFor(carrier, attributes.values(), (id) => types.get(id)).filter(
      (attribute) => attribute.required,
    );
    known.of.set(key, found);
  }
  return found;
}
