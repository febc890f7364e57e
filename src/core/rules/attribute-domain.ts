import type { AttributeDomain, AttributeValue, DatedWords } from '../model/codebook';
import { isEdtf } from './edtf';

/** Whether a value is a date that keeps the words that say so. */
export const isDatedWords = (value: AttributeValue): value is DatedWords =>
  typeof value === 'object' && 'edtf' in value;

/**
 * True where a value is one that an attribute of this domain takes. `hasTerm` tells whether the vocabulary of the
 * attribute has a term of an id.
 */
export function isInDomain(
  domain: AttributeDomain,
  value: AttributeValue,
  hasTerm: (id: string) => boolean,
): boolean {
  switch (domain.kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'text':
      return typeof value === 'string';
    case 'date':
      if (typeof value === 'string') return isEdtf(value);
      return isDatedWords(value) && isEdtf(value.edtf) && value.words !== '';
    case 'vocabulary':
      return typeof value === 'string' && hasTerm(value);
    case 'one-of':
      return domain.choices.some((choice) => choice.value === value);
    case 'several-of':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((chosen) => domain.choices.some((choice) => choice.value === chosen))
      );
  }
}
