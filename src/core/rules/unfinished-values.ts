import type { AttributeRecord, AttributeValue, AttributeValues } from '../model/codebook';

/** Whether a value says nothing: it is not there, or it is an empty text or an empty list. */
export const isEmptyValue = (value: AttributeValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The attributes that a record has to have a value of, and has none. While there are any, it is unfinished. */
export const missingValues = (
  attributes: readonly AttributeRecord[],
  values: AttributeValues,
): readonly AttributeRecord[] =>
  attributes.filter(({ id, required }) => required && isEmptyValue(values[id]));
