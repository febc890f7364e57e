import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Problem } from '../../core/problem';
import type { Settings } from '../../contract/settings';
import { resources } from './resources';

export type Language = 'en' | 'ru';

void i18next.use(initReactI18next).init({
  resources,
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(resources['en'] ?? {}),
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

/** Translates outside of components; inside of them `useTranslation` follows a change of language. */
export const t = i18next.t;

/** The language that a setting stands for: that of the system if Postil speaks it, else English. */
export function languageOf(setting: Settings['language'], preferred: readonly string[]): Language {
  if (setting !== 'system') return setting;
  const known = preferred.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'ru');
  return known === 'ru' ? 'ru' : 'en';
}

/** Switches every text that is shown. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** Calls back whenever another language is shown than before. */
export function onOtherLanguage(listener: () => void): void {
  let before = i18next.language;
  i18next.on('languageChanged', (language) => {
    if (language === before) return;
    before = language;
    listener();
  });
}

/** The language that is shown. */
export const currentLanguage = (): Language => (i18next.language === 'ru' ? 'ru' : 'en');

/** What went wrong, as a sentence. */
export const sentenceOf = (problem: Problem): string => t(`problems:${problem.code}`, problem.params);
