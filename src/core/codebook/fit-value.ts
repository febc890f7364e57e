import type { AttributeDomain, AttributeValue } from '../model/codebook';
import { isDatedWords, isInDomain } from '../rules/attribute-domain';

/** What a value may need to become one of another domain. */
export interface ValueFitting {
  /** Choices that are replaced by others, or by nothing. */
  readonly replaced: ReadonlyMap<string, string | null>;
  readonly hasTerm: (id: string) => boolean;
  /** The words of a term of the vocabulary that the value came from. */
  readonly termName: (id: string) => string | null;
}

/** Whether a value is of a list of choices. */
export const isList = (value: AttributeValue): value is readonly string[] => Array.isArray(value);

/** Everything that a value could be taken for, the likeliest first. */
function* readings(value: AttributeValue, { termName }: ValueFitting): Iterable<AttributeValue> {
  yield value;
  if (isList(value)) {
    if (value.length > 1) yield value.join(', ');
    yield* value;
    return;
  }
  if (isDatedWords(value)) {
    yield value.words;
    return;
  }
  if (typeof value === 'number') yield String(value);
  if (typeof value !== 'string') return;
  yield [value];
  const name = termName(value);
  if (name !== null) yield name;
  if (value.trim() !== '' && Number.isFinite(Number(value))) yield Number(value);
}

function replace(value: AttributeValue, replaced: ValueFitting['replaced']): AttributeValue | null {
  const instead = (one: string): string | null => (replaced.has(one) ? (replaced.get(one) ?? null) : one);
  if (typeof value === 'string') return instead(value);
  if (!isList(value)) return value;
  const list = [...new Set(value.map(instead))].filter((one) => one !== null);
  return list.length === 0 ? null : list;
}

/**
 * The value as another domain has it: the same where it fits, else what it can be taken for there (`2` as the text
 * “2”, one choice as a list of one, those choices of a list that there are, the first of a list where only one can
 * be); null where it cannot be kept.
 */
export function fitValue(
  value: AttributeValue,
  domain: AttributeDomain,
  fitting: ValueFitting,
): AttributeValue | null {
  const wanted = replace(value, fitting.replaced);
  if (wanted === null) return null;
  for (const reading of readings(wanted, fitting))
    if (isInDomain(domain, reading, fitting.hasTerm)) return reading;
  if (!isList(wanted) || domain.kind !== 'several-of') return null;
  const known = wanted.filter((one) => domain.choices.some((choice) => choice.value === one));
  return known.length === 0 ? null : known;
}
