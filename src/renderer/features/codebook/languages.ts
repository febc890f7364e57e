import type { Codebook } from '../../../core/codebook/codebook';
import type { Localised } from '../../../core/model/codebook';
import type { Language } from '../../i18n/i18n';

/** The languages that a codebook speaks, that of the interface first. */
export function languagesOf({ types, roles, attributes }: Codebook, language: Language): readonly string[] {
  const used = new Set<string>([language]);
  const add = (texts: Localised): unknown => Object.keys(texts).map((one) => used.add(one));
  for (const { names, guidelines } of types) {
    add(names);
    add(guidelines);
  }
  for (const { names } of [...roles, ...attributes]) add(names);
  const [first = language, ...others] = used;
  return [first, ...others.sort()];
}

/** What a language is called in the language that is shown. */
export function nameOfLanguage(tag: string, shown: Language): string {
  try {
    return new Intl.DisplayNames([shown], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Whether a text is a language tag that people and programs know. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/iu.test(tag);
  } catch {
    return false;
  }
}

/** Texts with the one of a language changed; an empty one is left out. */
export const withText = (texts: Localised, language: string, text: string): Localised =>
  Object.fromEntries(
    Object.entries({ ...texts, [language]: text }).filter(([, value]) => value.trim() !== ''),
  );
