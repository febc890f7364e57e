/**
 * Fields that hold one value for each of many keys. Two people may set different ones without being in each other's
 * way, and their values are told one by one.
 */
const keyedFields: ReadonlySet<string> = new Set(['attributes', 'metadata', 'names', 'guidelines']);

/** Whether a field of a record, or of one of its fields, holds values by key. */
export const isKeyed = (field: string): boolean => keyedFields.has(field);
