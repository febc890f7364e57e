import { isEdtf, readEdtf } from '../rules/edtf';
import { addDays, addMonths, dayOfNumber, daysIn, numberOfDay, weekdayOf, type Day } from './calendar';
import { markOf } from './words';

/** A date as far as it is known: a year, a month of it, a day of that. */
export interface Anchor {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Dates with full stops, as pages print them: 24.04.2024. */
const printed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?=\D|$)/;

/**
 * The date that a document's metadata tell, in EDTF or as pages print it; null where it says nothing that other dates
 * can be counted from.
 */
export function anchorOf(text: string): Anchor | null {
  const trimmed = text.trim();
  const edtf = isEdtf(trimmed) ? trimmed : resolveDate(trimmed, null);
  const range = edtf === null ? null : readEdtf(edtf);
  if (!range || !Number.isFinite(range.earliest) || !Number.isFinite(range.latest)) return null;
  const [first, last] = [dayOfNumber(range.earliest), dayOfNumber(range.latest)];
  if (first.year !== last.year) return null;
  const month = first.month === last.month ? first.month : null;
  return { year: first.year, month, day: month !== null && first.day === last.day ? first.day : null };
}

/**
 * What words say about time, in EDTF: «23 ноября 2023 года», «в ноябре», «вчера», “last week”, “on Friday”. What is
 * relative is counted from the document's date. A month or a day without a year is the one nearest to that date, the
 * earlier of two; a bare day of the week is the latest up to it, as reports have it. Russian and English. Null where
 * the words cannot be put on a calendar.
 */
export function resolveDate(words: string, anchor: Anchor | null): string | null {
  const plain = plainWords(words);
  if (plain === '') return null;
  if (/^\d{4}/.test(plain) && isEdtf(plain)) return plain;
  const numeric = printed.exec(plain);
  if (numeric) {
    const [matched, day, month, year] = numeric;
    return matched === plain ? write({ year: Number(year), month: Number(month), day: Number(day) }) : null;
  }
  const marks = marksOf(plain);
  return marks === null ? null : resolveQualified(marks, anchor);
}

/** Lower case, е for ё, one kind of space, without what stands around a quotation. */
const plainWords = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    .replace(/(the )?day before yesterday/u, 'позавчера')
    .replace(/(the )?day after tomorrow/u, 'послезавтра');

/** The words as marks, parted by spaces; null where one is not known. */
function marksOf(plain: string): string | null {
  const found = plain.match(/\d+(?:-?\p{L}+)?|\p{L}+|[–—-]/gu) ?? [];
  const marks = found.map(markOf);
  if (marks.includes(null)) return null;
  return marks.filter((mark) => mark !== '').join(' ');
}

/** Reads what qualifies the whole date, and then the date. */
function resolveQualified(marks: string, anchor: Anchor | null): string | null {
  const matched = /^(about |maybe )?((?:in )?part )?(.+)$/.exec(marks);
  if (!matched) return null;
  const [, doubt, part, rest = ''] = matched;
  const date = resolvePlain(rest, anchor);
  if (date === null) return null;
  const qualifier = doubt === 'maybe ' ? (part ? '%' : '?') : doubt || part ? '~' : '';
  // An interval has no qualifier of its own, and part of a day is not less certain than the day.
  return qualifier === '' || date.includes('/') || /[?~%]$/.test(date) ? date : date + qualifier;
}

function resolvePlain(marks: string, anchor: Anchor | null): string | null {
  const interval = /^(?:from )?(.+?) to (.+)$/.exec(marks) ?? /^between (.+?) and (.+)$/.exec(marks);
  if (interval) return resolveInterval(interval[1] ?? '', interval[2] ?? '', anchor);
  // «in» says something only before a length of time: “in two days”.
  const bare = marks.replace(/^in (?!(?:N\d+ )?(?:day|week|month|year)$)/, '');
  for (const [pattern, resolve] of rules) {
    const matched = pattern.exec(bare);
    if (matched) return resolve(matched.groups ?? {}, anchor);
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Resolve = (groups: Groups, anchor: Anchor | null) => string | null;

const direction = '(?<direction>beforelast|last|this|next)';
const ofYear = `(?: N(?<year>\\d{4})(?: year)?| ${direction} year)?`;

/** What can be said about a date, in marks, and how it is found. */
const rules: readonly (readonly [RegExp, Resolve])[] = [
  [/^(?:W\d )?A(?<days>-?\d)$/, ({ days }, anchor) => dayFrom(anchor, Number(days))],
  [new RegExp(`^(?:W\\d )?N(?<day>\\d{1,2}) M(?<month>\\d+)${ofYear}$`), monthOrDay],
  [new RegExp(`^(?:W\\d )?M(?<month>\\d+) N(?<day>\\d{1,2})${ofYear}$`), monthOrDay],
  [new RegExp(`^M(?<month>\\d+)${ofYear}$`), monthOrDay],
  [new RegExp(`^S(?<season>\\d\\d)${ofYear}$`), season],
  [new RegExp(`^${direction} M(?<month>\\d+)$`), directedMonth],
  [new RegExp(`^${direction} S(?<season>\\d\\d)$`), directedSeason],
  [new RegExp(`^${direction} (?<unit>week|month|year)$`), directedUnit],
  [new RegExp(`^(?:${direction} )?W(?<weekday>\\d)$`), weekday],
  [/^(?:year )?N(?<year>\d{4})(?: year)?$/, ({ year }) => write({ year: Number(year) })],
  [/^P(?<decade>\d{3})(?: year)?$/, ({ decade }) => `${decade ?? ''}X`],
  [/^(?:N(?<count>\d+) )?(?<unit>day|week|month|year) ago$/, (groups, anchor) => away(groups, anchor, -1)],
  [/^in (?:N(?<count>\d+) )?(?<unit>day|week|month|year)$/, (groups, anchor) => away(groups, anchor, 1)],
];

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Writes a date in EDTF; null where there is no such month or day. */
function write({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}): string | null {
  const parts = [
    pad(year, 4),
    ...[month, day].filter((part) => part !== undefined).map((part) => pad(part, 2)),
  ];
  const text = parts.join('-');
  return isEdtf(text) ? text : null;
}

const writeDay = (day: Day): string | null => write(day);

const isDay = (anchor: Anchor | null): anchor is Day => isMonth(anchor) && anchor.day !== null;
const isMonth = (anchor: Anchor | null): anchor is Anchor & { readonly month: number } =>
  anchor !== null && anchor.month !== null;

const steps: Readonly<Record<string, number>> = { beforelast: -2, last: -1, this: 0, next: 1 };
const stepOf = (groups: Groups): number => steps[groups['direction'] ?? 'this'] ?? 0;

const dayFrom = (anchor: Anchor | null, days: number): string | null =>
  isDay(anchor) ? writeDay(addDays(anchor, days)) : null;

/** A month, or a day of it: of the year that is named, of one counted from the document's, or of the nearest. */
function monthOrDay(groups: Groups, anchor: Anchor | null): string | null {
  const month = Number(groups['month']);
  const day = groups['day'] === undefined ? undefined : Number(groups['day']);
  const year = yearOf(groups, anchor) ?? (anchor && nearestYear(anchor, month, day ?? null));
  return year === null ? null : write({ year, month, day });
}

/** The year that is said: by its number, or as the last, this or the next one. */
function yearOf(groups: Groups, anchor: Anchor | null): number | null {
  if (groups['year'] !== undefined) return Number(groups['year']);
  return groups['direction'] === undefined || anchor === null ? null : anchor.year + stepOf(groups);
}

/** The year in which a month, or a day of it, comes nearest to the anchor; the earlier of two as near. */
function nearestYear(anchor: Anchor, month: number, day: number | null): number {
  if (anchor.month === null) return anchor.year;
  const place = (year: number, ofMonth: number, ofDay: number): number =>
    numberOfDay({ year, month: ofMonth, day: Math.min(ofDay, daysIn(year, ofMonth)) });
  const here = place(anchor.year, anchor.month, (day === null ? null : anchor.day) ?? 15);
  const distance = (year: number): number => Math.abs(place(year, month, day ?? 15) - here);
  return [anchor.year - 1, anchor.year, anchor.year + 1].reduce((best, year) =>
    distance(year) < distance(best) ? year : best,
  );
}

/** “Last November” is the latest before the document's month, “next” the first after it, “this” that of its year. */
function directedMonth(groups: Groups, anchor: Anchor | null): string | null {
  const month = Number(groups['month']);
  const step = stepOf(groups);
  if (step === 0 || step === -2) return anchor && write({ year: anchor.year + step, month });
  if (!isMonth(anchor)) return null;
  const isThere = step < 0 ? month < anchor.month : month > anchor.month;
  return write({ year: isThere ? anchor.year : anchor.year + step, month });
}

/** The month with which a season begins, in the north: winter in December, so that it has that year's number. */
const firstMonthOf = (season: number): number => (season - 20) * 3;

function season(groups: Groups, anchor: Anchor | null): string | null {
  const number = Number(groups['season']);
  const year = yearOf(groups, anchor) ?? (anchor && nearestYear(anchor, firstMonthOf(number) + 1, null));
  return year === null ? null : `${pad(year, 4)}-${number}`;
}

/** The last season that was over, this year's, or the first that has not begun. */
function directedSeason(groups: Groups, anchor: Anchor | null): string | null {
  const number = Number(groups['season']);
  const step = stepOf(groups);
  if (step === 0) return season({ season: String(number) }, anchor);
  if (!isMonth(anchor) || step === -2) return null;
  const here = numberOfDay({ ...anchor, day: anchor.day ?? 15 });
  const years = [-2, -1, 0, 1].map((years) => anchor.year + years);
  const found = step < 0 ? years.reverse() : years;
  const year = found.find((candidate) => {
    const range = readEdtf(`${pad(candidate, 4)}-${number}`);
    return range !== null && (step < 0 ? range.latest < here : range.earliest > here);
  });
  return year === undefined ? null : `${pad(year, 4)}-${number}`;
}

function directedUnit(groups: Groups, anchor: Anchor | null): string | null {
  return anchor && shifted(anchor, groups['unit'] ?? '', stepOf(groups));
}

/** A date that lies some days, weeks, months or years away. What is counted in weeks is a day, and not to be sworn on. */
function away(groups: Groups, anchor: Anchor | null, direction: 1 | -1): string | null {
  const count = Number(groups['count'] ?? 1) * direction;
  if (groups['unit'] !== 'week') return anchor && shifted(anchor, groups['unit'] ?? '', count);
  const day = dayFrom(anchor, 7 * count);
  return day && `${day}~`;
}

function shifted(anchor: Anchor, unit: string, count: number): string | null {
  switch (unit) {
    case 'day':
      return dayFrom(anchor, count);
    case 'week': {
      if (!isDay(anchor)) return null;
      const monday = addDays(anchor, 1 - weekdayOf(anchor) + 7 * count);
      return `${String(writeDay(monday))}/${String(writeDay(addDays(monday, 6)))}`;
    }
    case 'month':
      return isMonth(anchor) ? write(addMonths(anchor, count)) : null;
    default:
      return write({ year: anchor.year + count });
  }
}

function weekday(groups: Groups, anchor: Anchor | null): string | null {
  if (!isDay(anchor)) return null;
  const wanted = Number(groups['weekday']);
  const here = weekdayOf(anchor);
  const back = (here - wanted + 7) % 7;
  switch (groups['direction']) {
    case 'last':
      return dayFrom(anchor, back === 0 ? -7 : -back);
    case 'next':
      return dayFrom(anchor, back === 0 ? 7 : 7 - back);
    case 'this':
      return dayFrom(anchor, wanted - here);
    case 'beforelast':
      return null;
    default:
      return dayFrom(anchor, -back);
  }
}

/** «с 1 по 23 апреля 2024 года»: what the beginning leaves out stands in the end. */
function resolveInterval(from: string, to: string, anchor: Anchor | null): string | null {
  const end = resolvePlain(to, anchor);
  const endAnchor = end === null || end.includes('/') ? null : anchorOf(end);
  if (end === null || !endAnchor) return null;
  if (/^N\d{1,2}$/.test(from))
    return isDay(endAnchor) ? spanning(write({ ...endAnchor, day: Number(from.slice(1)) }), end) : null;
  // A beginning without a year has that of the end, or the one before where that would be too late.
  const { year } = endAnchor;
  const anchors = [year, year - 1].map((of) => ({ year: of, month: null, day: null }));
  return (
    anchors.map((of) => spanning(resolvePlain(from, of), end)).find((found) => found !== null) ??
    spanning(resolvePlain(from, anchor), end)
  );
}

/** An interval; null where it has no beginning or ends before it. */
function spanning(start: string | null, end: string): string | null {
  const interval = `${start ?? ''}/${end}`;
  return start !== null && isEdtf(interval) ? interval : null;
}
