import type { Localised } from '../../core/model/codebook';
import type { Language } from './i18n';

/** A name in the wanted language, else in English, else in whichever there is; with a capital, as labels begin. */
export const nameIn = (names: Localised, language: Language): string =>
  capitalised(names[language] ?? names['en'] ?? Object.values(names)[0] ?? '', language);

const capitalised = (name: string, language: Language): string =>
  name.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(language));

const numberFormats = new Map<Language, Intl.NumberFormat>();

/** A number with the language's separators. */
export function formatNumber(value: number, language: Language): string {
  let format = numberFormats.get(language);
  if (!format) numberFormats.set(language, (format = new Intl.NumberFormat(language)));
  return format.format(value);
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size in the unit that fits, at most one digit after the point. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(language: Language, style: 'time' | 'day' | 'full'): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  let format = timeFormats.get(key);
  if (!format) {
    const options: Intl.DateTimeFormatOptions =
      style === 'time'
        ? { timeStyle: 'short' }
        : style === 'day'
          ? { day: 'numeric', month: 'short', year: 'numeric' }
          : { dateStyle: 'medium', timeStyle: 'short' };
    timeFormats.set(key, (format = new Intl.DateTimeFormat(language, options)));
  }
  return format;
}

/** A moment in the person's time zone, in full. */
export const formatMoment = (timestamp: string, language: Language): string =>
  timeFormat(language, 'full').format(new Date(timestamp));

/** The time of day of a moment, and its day, in the person's time zone. */
export const formatTime = (timestamp: string, language: Language): string =>
  timeFormat(language, 'time').format(new Date(timestamp));
/** The day of a moment in the person's time zone. */
export const formatDay = (timestamp: string, language: Language): string =>
  timeFormat(language, 'day').format(new Date(timestamp));

/** A moment as short as it can be understood: the time for today, else the day. */
export function formatWhen(timestamp: string, language: Language, now: Date): string {
  const moment = new Date(timestamp);
  const isToday = moment.toDateString() === now.toDateString();
  return timeFormat(language, isToday ? 'time' : 'day').format(moment);
}
