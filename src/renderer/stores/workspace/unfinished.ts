import type { TypeId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { AttributeRecord, RoleRecord } from '../../../core/model/codebook';
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
        ...missingValues(requiredOf(annotation.type, workspace), annotation.attributes),
      ]
    : [];

type Codebook = Pick<Workspace, 'attributes' | 'types'>;

/** The attributes that annotations of each type have to have a value of, for one state of the codebook. */
const required = new WeakMap<
  Codebook['attributes'],
  { readonly types: Codebook['types']; readonly of: Map<TypeId, readonly AttributeRecord[]> }
>();

function requiredOf(type: TypeId, { attributes, types }: Codebook): readonly AttributeRecord[] {
  let known = required.get(attributes);
  if (known?.types !== types) required.set(attributes, (known = { types, of: new Map() }));
  let found = known.of.get(type);
  if (!found) {
    found = attributesFor({ record: 'annotation', type }, attributes.values(), (id) => types.get(id)).filter(
      (attribute) => attribute.required,
    );
    known.of.set(type, found);
  }
  return found;
}
