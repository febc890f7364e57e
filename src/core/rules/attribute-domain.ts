import type { AttributeDomain, AttributeValue } from '../model/codebook';
import { isEdtf } from './edtf';

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
      return typeof value === 'string' && isEdtf(value);
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
