import { createInstance } from 'i18next';
import problems from '../../resources/locales/en/problems.json';
import type { Problem } from '../core/problem';

const english = createInstance({
  lng: 'en',
  resources: { en: { problems } },
  interpolation: { escapeValue: false },
});
void english.init();

/** A problem as a sentence for the terminal. */
export const sentenceOf = ({ code, params }: Problem): string => english.t(code, { ns: 'problems', ...params });
