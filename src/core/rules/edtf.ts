/**
 * Dates as the Library of Congress' Extended Date/Time Format writes them (EDTF, ISO 8601-2), levels 0 and 1, and
 * unspecified digits anywhere: `2026`, `2026-11-22`, `2026-11?`, `202X`, `2026-11-22T09:30:00Z`, `2026-21` (spring),
 * `2026-11-20/2026-11-22`, `2026/..`.
 */
const year = '(?:-?[0-9X]{4}|Y-?[1-9][0-9]{4,})';
const month = '(?:0[1-9]|1[0-2]|2[1-4]|[0-1X]X)';
const day = '(?:0[1-9]|[12][0-9]|3[01]|[0-3X]X)';
const zone = '(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?';
const time = `T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]${zone}`;
const date = `${year}(?:-${month}(?:-${day}(?:${time})?)?)?[?~%]?`;
const pattern = new RegExp(`^(?:${date}|(?:${date}|\\.\\.)?/(?:${date}|\\.\\.)?)$`);

/** True for a date, or an interval of two, in EDTF. Days are not counted: the 31st of any month passes. */
export const isEdtf = (text: string): boolean => text !== '/' && pattern.test(text);
