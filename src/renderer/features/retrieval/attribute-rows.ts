import type { AttributeId, TypeId } from '../../../core/ids';
import type { AttributeRecord, TypeRecord } from '../../../core/model/codebook';
import { isNamesakeAttribute } from '../../../core/rules/value-rules';
import { nameIn } from '../../i18n/format';
import type { TypeAheadRow } from '../../ui/TypeAhead';

/** What of a project decides which attributes there are to choose from. */
export interface AttributeBook {
  readonly types: ReadonlyMap<TypeId, TypeRecord>;
  readonly attributes: ReadonlyMap<AttributeId, AttributeRecord>;
}

/** Whether one value is for both: they are called alike, and take the same. */
const isAlike = (a: AttributeRecord, b: AttributeRecord): boolean =>
  isNamesakeAttribute(a, b) && JSON.stringify(a.domain) === JSON.stringify(b.domain);

/**
 * The attributes that annotations have, to choose one for all of a selection: each with the types that it belongs to.
 * Those of several types that are called alike and take the same are one, since a value is set in all of them.
 */
export function attributeRows(
  { types, attributes }: AttributeBook,
  language: 'en' | 'ru',
): readonly TypeAheadRow[] {
  const groups: AttributeRecord[][] = [];
  const rank = (type: TypeId): number => types.get(type)?.position ?? Infinity;
  const owned = [...attributes.values()]
    .flatMap((attribute) =>
      attribute.owner.of === 'type' ? [{ attribute, type: attribute.owner.type }] : [],
    )
    .sort((a, b) => rank(a.type) - rank(b.type) || a.attribute.position - b.attribute.position);
  for (const { attribute } of owned) {
    const group = groups.find(([first]) => first !== undefined && isAlike(first, attribute));
    if (group) group.push(attribute);
    else groups.push([attribute]);
  }
  const typeName = ({ owner }: AttributeRecord): string =>
    owner.of === 'type' ? nameIn(types.get(owner.type)?.names ?? {}, language) : '';
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const detail = [...new Set(group.map(typeName))].join(', ');
    return [{ id: first.id, label: nameIn(first.names, language), detail }];
  });
}
