import en from '../../resources/locales/en/host.json';
import ru from '../../resources/locales/ru/host.json';

/** What the host itself says: in menus, in native dialogs, to a browser that it refuses. */
export type HostTexts = typeof en;

const texts: Readonly<Record<'en' | 'ru', HostTexts>> = { en, ru };

/**
 * The texts in the first language of a list that there are texts in; in English otherwise. The list is as in
 * `Accept-Language` (`ru-RU,ru;q=0.9,en;q=0.8`) or a single code.
 */
export function hostTexts(languages: string): HostTexts {
  for (const entry of languages.split(',')) {
    const language = entry.trim().slice(0, 2).toLowerCase();
    if (language === 'en' || language === 'ru') return texts[language];
  }
  return en;
}
