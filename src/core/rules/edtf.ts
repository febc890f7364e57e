import { daysIn, numberOfDay } from '../dates/calendar';

/**
 * Dates as the Library of Congress' Extended Date/Time Format writes them (EDTF, ISO 8601-2:2019), levels 0 and 1,
 * complete: `2026`, `2026-11-22`, `2026-11-22T09:30:00Z`, `-0044`, `Y170000002`, uncertain `2026-11?`, approximate
 * `2026~`, both `2026-11-22%`, unspecified from the right `202X` and `2026-XX-XX`, seasons `2026-21` (spring) to
 * `2026-24` (winter), and intervals, open `2026/..` or with an unknown end `/2026`.
 */
const year = /^(-?)(\d{4}|\d{3}X|\d{2}XX)$/;
const long = /^Y(-?)([1-9]\d{4,})$/;
const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/;
const qualifiers = /[?~%]$/;
const seasonMonths: Readonly<Record<string, number>> = { '21': 3, '22': 6, '23': 9, '24': 12 };

/** What a date may mean: its first and last possible day, as numbers of days; infinite where an end is not given. */
export interface EdtfRange {
  readonly earliest: number;
  readonly latest: number;
}

/** Reads a date or an interval. Null where the text is neither, or names a day or a month that there is not. */
export function readEdtf(text: string): EdtfRange | null {
  if (!text.includes('/')) return readDateTime(text);
  const ends = text.split('/');
  const [start, end] = ends;
  if (start === undefined || end === undefined || ends.length > 2) return null;
  // Where neither end is known, nothing is said.
  if (isNoDate(start) && isNoDate(end)) return null;
  const from = isNoDate(start) ? { earliest: -Infinity, latest: -Infinity } : readDate(start, false);
  const to = isNoDate(end) ? { earliest: Infinity, latest: Infinity } : readDate(end, false);
  if (!from || !to || from.earliest > to.latest) return null;
  return { earliest: from.earliest, latest: to.latest };
}

/** True for a date, or an interval of two, in EDTF of level 0 or 1. */
export const isEdtf = (text: string): boolean => readEdtf(text) !== null;

/** The open end of an interval, or one that is not known. */
const isNoDate = (text: string): boolean => text === '' || text === '..';

function readDateTime(text: string): EdtfRange | null {
  const at = text.indexOf('T');
  if (at < 0) return readDate(text, true);
  return /^-?\d{4}-\d{2}-\d{2}$/.test(text.slice(0, at)) && time.test(text.slice(at + 1))
    ? readDate(text.slice(0, at), false)
    : null;
}

/** Reads one date. Level 1 knows unspecified digits in a date alone, not in an end of an interval. */
function readDate(text: string, mayBeUnspecified: boolean): EdtfRange | null {
  const date = text.replace(qualifiers, '');
  if (!mayBeUnspecified && date.includes('X')) return null;
  const far = long.exec(date);
  if (far) return wholeYear(Number(`${far[1] ?? ''}${far[2] ?? ''}`));
  const sign = date.startsWith('-') ? '-' : '';
  const [years = '', month, day, ...rest] = date.slice(sign.length).split('-');
  const matched = year.exec(sign + years);
  if (!matched || rest.length > 0 || (sign === '-' && years === '0000')) return null;
  if (month === undefined) return yearsOf(sign, years);
  return years.includes('X') ? null : withinYear(Number(sign + years), month, day);
}

/** A year, a decade (`202X`) or a century (`20XX`). */
function yearsOf(sign: string, digits: string): EdtfRange {
  const bounds = [Number(sign + digits.replaceAll('X', '0')), Number(sign + digits.replaceAll('X', '9'))];
  return {
    earliest: wholeYear(Math.min(...bounds)).earliest,
    latest: wholeYear(Math.max(...bounds)).latest,
  };
}

const wholeYear = (year: number): EdtfRange => ({
  earliest: numberOfDay({ year, month: 1, day: 1 }),
  latest: numberOfDay({ year, month: 12, day: 31 }),
});

function withinYear(year: number, month: string, day: string | undefined): EdtfRange | null {
  if (month === 'XX') return day === undefined || day === 'XX' ? wholeYear(year) : null;
  if (!/^\d\d$/.test(month)) return null;
  const season = seasonMonths[month];
  if (season !== undefined) return day === undefined ? seasonOf(year, season) : null;
  const length = daysIn(year, Number(month));
  if (length === 0) return null;
  const whole = {
    earliest: numberOfDay({ year, month: Number(month), day: 1 }),
    latest: numberOfDay({ year, month: Number(month), day: length }),
  };
  if (day === undefined || day === 'XX') return whole;
  if (!/^\d\d$/.test(day) || Number(day) < 1 || Number(day) > length) return null;
  const only = numberOfDay({ year, month: Number(month), day: Number(day) });
  return { earliest: only, latest: only };
}

/** Three months from the first of one: a season as the northern hemisphere has it, winter from December on. */
function seasonOf(year: number, month: number): EdtfRange {
  const next = month === 12 ? { year: year + 1, month: 3 } : { year, month: month + 3 };
  return {
    earliest: numberOfDay({ year, month, day: 1 }),
    latest: numberOfDay({ ...next, day: 1 }) - 1,
  };
}
