import type { AttributeId, TypeId } from '../../../core/ids';
import type { AttributeRecord, TypeRecord } from '../../../core/model/codebook';
import { groupedAlike, isAlikeAttribute } from '../../../core/rules/alike';
import { nameIn } from '../../i18n/format';
import type { TypeAheadRow } from '../../ui/TypeAhead';

/** What of a project decides which attributes there are to choose from. */
export interface AttributeBook {
  readonly types: ReadonlyMap<TypeId, TypeRecord>;
  readonly attributes: ReadonlyMap<AttributeId, AttributeRecord>;
}

/** The types that attributes or roles belong to, in words. */
export const typesInWords = (
  types: Iterable<TypeId>,
  book: Pick<AttributeBook, 'types'>,
  language: 'en' | 'ru',
): string =>
  [...new Set(Array.from(types, (type) => nameIn(book.types.get(type)?.names ?? {}, language)))].join(', ');

/** The attributes that annotations have, by type; those of several types that are called alike and take the same are one group. */
export function attributeGroups({ types, attributes }: AttributeBook) {
  const rank = (type: TypeId): number => types.get(type)?.position ?? Infinity;
  const owned = [...attributes.values()]
    .flatMap((attribute) =>
      attribute.owner.of === 'type' ? [{ attribute, type: attribute.owner.type }] : [],
    )
    .sort((a, b) => rank(a.type) - rank(b.type) || a.attribute.position - b.attribute.position);
  return groupedAlike(owned, (a, b) => isAlikeAttribute(a.attribute, b.attribute));
}

/**
 * The attributes that annotations have, to choose one for all of a selection: each with the types that it belongs to.
 * Those that are alike are one, since a value is set in all of them.
 */
export const attributeRows = (book: AttributeBook, language: 'en' | 'ru'): readonly TypeAheadRow[] =>
  attributeGroups(book).map((group) => ({
    id: group[0].attribute.id,
    label: nameIn(group[0].attribute.names, language),
    detail: typesInWords(
      group.map(({ type }) => type),
      book,
      language,
    ),
  }));
