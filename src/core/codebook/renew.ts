import type { AttributeRecord, AttributeValue, RoleRecord, TypeRecord } from '../model/codebook';
import type { FindType } from '../rules/codebook-rules';
import { isList } from './fit-value';
import { renamedChoices, widenedAttribute, widenedDomain, widenedRole } from './widen';

/**
 * A type as a later state of it says, and whatever it had besides: what is called otherwise, explained otherwise or
 * stands elsewhere there follows; nothing goes.
 */
export const renewedType = (mine: TypeRecord, theirs: TypeRecord): TypeRecord => ({
  ...theirs,
  names: { ...mine.names, ...theirs.names },
  guidelines: { ...mine.guidelines, ...theirs.guidelines },
  examples: [...new Set([...theirs.examples, ...mine.examples])],
});

/** A role as a later state of it says, which takes everything that it took before. */
export const renewedRole = (mine: RoleRecord, theirs: RoleRecord, find: FindType): RoleRecord => {
  const { max, fillers, acrossDocuments } = widenedRole(mine, theirs, find);
  return {
    ...theirs,
    names: { ...mine.names, ...theirs.names },
    min: Math.min(mine.min, theirs.min),
    max,
    fillers,
    acrossDocuments,
    acyclic: mine.acyclic && theirs.acyclic,
  };
};

/** A value of choices, of which some are written otherwise now. */
function inOtherWords(
  value: AttributeValue | null,
  renamed: ReadonlyMap<string, string>,
): AttributeValue | null {
  if (typeof value === 'string') return renamed.get(value) ?? value;
  return value !== null && isList(value) ? value.map((one) => renamed.get(one) ?? one) : value;
}

/**
 * An attribute as a later state of it says, which takes every value that it took before. A choice that is written
 * otherwise there, under the same name, is the one of there.
 */
export const renewedAttribute = (mine: AttributeRecord, theirs: AttributeRecord): AttributeRecord => {
  if (mine.domain.kind !== theirs.domain.kind) return widenedAttribute(mine, theirs);
  const choices = 'choices' in mine.domain && 'choices' in theirs.domain;
  const domain = choices ? widenedDomain(theirs.domain, mine.domain) : mine.domain;
  return {
    ...theirs,
    names: { ...mine.names, ...theirs.names },
    domain,
    required: mine.required && theirs.required,
    default: theirs.default ?? inOtherWords(mine.default, renamedChoices(mine.domain, domain)),
  };
};
