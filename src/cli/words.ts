import { createInstance } from 'i18next';
import englishCli from '../../resources/locales/en/cli.json';
import englishFormats from '../../resources/locales/en/formats.json';
import englishProblems from '../../resources/locales/en/problems.json';
import englishProject from '../../resources/locales/en/project.json';
import russianCli from '../../resources/locales/ru/cli.json';
import russianFormats from '../../resources/locales/ru/formats.json';
import russianProblems from '../../resources/locales/ru/problems.json';
import russianProject from '../../resources/locales/ru/project.json';
import type { SayOfFormats } from '../core/exchange/loss-report';
import type { RecordName } from '../core/model/records';
import type { Problem } from '../core/problem';

type KeyIn<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeyIn<Texts[Key]>}`;
}[keyof Texts & string];

/** The English texts are the model: a key that they lack does not compile. Plurals are asked for by the plain name. */
type Key = KeyIn<typeof englishCli> | `records.${RecordName}`;

type Params = Readonly<Record<string, string | number>>;

/** The language of a terminal: that of the messages, as POSIX orders the variables; else English. */
function languageIn(environment: Readonly<Record<string, string | undefined>>): 'en' | 'ru' {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean) ?? '';
  return /^ru\b|^ru_/i.test(locale) ? 'ru' : 'en';
}

const words = createInstance({
  lng: languageIn(process.env),
  fallbackLng: 'en',
  resources: {
    en: { cli: englishCli, formats: englishFormats, problems: englishProblems, project: englishProject },
    ru: { cli: russianCli, formats: russianFormats, problems: russianProblems, project: russianProject },
  },
  initAsync: false,
  interpolation: { escapeValue: false },
});
void words.init();

/** A text of the command line. */
export const say = (key: Key, params: Params = {}): string => words.t(key, { ns: 'cli', ...params });

/** A text about exchange formats. */
export const sayOfFormats: SayOfFormats = (key, params = {}) => words.t(key, { ns: 'formats', ...params });

/** The description of a format, or another of its words; empty where there is none. */
export const wordOfFormat = (key: string): string =>
  words.t(`formats.${key}`, { ns: 'formats', defaultValue: '' });

/** Why a project can only be looked at, in a sentence; empty where that is not known. */
export const whyReadOnly = (reason: string | number | undefined): string =>
  reason === undefined ? '' : words.t(`readOnly.${reason}`, { ns: 'project', defaultValue: '' });

/** A problem as a sentence for the terminal. */
export const sentenceOf = ({ code, params }: Problem): string => words.t(code, { ns: 'problems', ...params });

/** Records counted by name, as a list in words; what there is none of is left out. */
export const tally = (counts: Readonly<Record<RecordName, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => say(`records.${name as RecordName}`, { count }))
    .join(', ');
