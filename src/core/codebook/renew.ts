import type { AttributeRecord, RoleRecord, TypeRecord } from '../model/codebook';
import type { FindType } from '../rules/codebook-rules';
import { widenedAttribute, widenedDomain, widenedRole } from './widen';

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

/** An attribute as a later state of it says, which takes every value that it took before. */
export const renewedAttribute = (mine: AttributeRecord, theirs: AttributeRecord): AttributeRecord => {
  if (mine.domain.kind !== theirs.domain.kind) return widenedAttribute(mine, theirs);
  const choices = 'choices' in mine.domain && 'choices' in theirs.domain;
  return {
    ...theirs,
    names: { ...mine.names, ...theirs.names },
    domain: choices ? widenedDomain(theirs.domain, mine.domain) : mine.domain,
    required: mine.required && theirs.required,
    default: theirs.default ?? mine.default,
  };
};
