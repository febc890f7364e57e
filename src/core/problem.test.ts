import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemCodes } from './problem';

const languages = ['en', 'ru'] as const;

const sentencesIn = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../resources/locales/${language}/problems.json`), 'utf8'),
  ) as Record<string, string>;

/** The facts that a sentence has places for: `path` of `{{path}}`, `longest` of `{{longest, number}}`. */
const placesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('the sentences of problems', () => {
  it.each(languages)('stand in the locale %s for every code, and for no other', (language) => {
    expect(Object.keys(sentencesIn(language)).sort()).toEqual([...problemCodes].sort());
  });

  it('have places for the same facts in every language', () => {
    const [english, russian] = languages.map(sentencesIn);
    for (const code of problemCodes)
      expect([code, placesIn(russian?.[code] ?? '')]).toEqual([code, placesIn(english?.[code] ?? '')]);
  });

  it.each(languages)('are whole sentences in the locale %s', (language) => {
    for (const sentence of Object.values(sentencesIn(language))) expect(sentence).toMatch(/^[\p{Lu}{].*\.$/u);
  });
});
