import type { TermId, TypeId } from '../ids';
import type { AttributeRecord, AttributeValue, TermRecord } from '../model/codebook';
import { isInDomain } from './attribute-domain';
import { inheritsFrom, lineageOf, mayCarry, type Carrier, type FindType } from './codebook-rules';
import { areNamesakes } from './namesakes';

/** What the rules of values look up: types, and the terms of vocabularies. */
export interface ValueSurroundings {
  type(id: TypeId): ReturnType<FindType>;
  term(id: TermId): TermRecord | undefined;
}

/** Why a record cannot have a value: the attribute is not its own, or the attribute does not take it. */
export type ValueFault = 'owner' | 'domain';

/** True where an attribute takes a value; one of a vocabulary takes the terms of its own. */
export const takesValue = (
  { id, domain }: AttributeRecord,
  value: AttributeValue,
  around: Pick<ValueSurroundings, 'term'>,
): boolean => isInDomain(domain, value, (term) => around.term(term as TermId)?.attribute === id);

/** The one rule for values, wherever they come from: a command, an import, a file that is checked. */
export function valueFault(
  carrier: Carrier,
  attribute: AttributeRecord,
  value: AttributeValue,
  around: ValueSurroundings,
): ValueFault | null {
  if (!mayCarry(carrier, attribute.owner, (id) => around.type(id))) return 'owner';
  return takesValue(attribute, value, around) ? null : 'domain';
}

/**
 * The attributes that a record has, in the order in which they are asked for: those of all entries or documents, those
 * of the types above its type from the uppermost down, those of its own type; each in their order.
 */
export function attributesFor(
  carrier: Carrier,
  all: Iterable<AttributeRecord>,
  find: FindType,
): readonly AttributeRecord[] {
  const lineage =
    carrier.record === 'document' || carrier.type === null
      ? []
      : lineageOf(carrier.type, find).map(({ id }) => id);
  const depth = ({ owner }: AttributeRecord): number =>
    owner.of === 'type' ? -lineage.indexOf(owner.type) : -lineage.length;
  return [...all]
    .filter(({ owner }) => mayCarry(carrier, owner, find))
    .sort((a, b) => depth(a) - depth(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * Whether an attribute of one type stands for one of another: it has the same name in some language and values of the
 * same kind. So values stay when an annotation gets another type, and one value can be given to annotations of several.
 */
export const isNamesakeAttribute = (a: AttributeRecord, b: AttributeRecord): boolean =>
  a.domain.kind === b.domain.kind && areNamesakes(a, b);

/** Whether an attribute belongs to annotations of a type. */
export const isAttributeOf = ({ owner }: AttributeRecord, type: TypeId, find: FindType): boolean =>
  owner.of === 'type' && inheritsFrom(type, owner.type, find);
