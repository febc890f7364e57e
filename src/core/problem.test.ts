import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problem, problemFacts, type ProblemCode } from './problem';

const codes = Object.keys(problemFacts) as ProblemCode[];
const languages = ['en', 'ru'] as const;

const sentencesIn = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../resources/locales/${language}/problems.json`), 'utf8'),
  ) as Record<string, string>;

const plural = /_(?:one|few|many|other)$/;

/** The sentences of a code: one, or one for each plural form. */
const sentencesOf = (code: string, sentences: Readonly<Record<string, string>>): string[] =>
  Object.entries(sentences)
    .filter(([key]) => key.replace(plural, '') === code)
    .map(([, sentence]) => sentence);

/** The facts that a sentence has places for: `path` of `{{path}}`, `longest` of `{{longest, number}}`. */
const placesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('the sentences of problems', () => {
  it.each(languages)('stand in the locale %s for every code, and for no other', (language) => {
    const told = Object.keys(sentencesIn(language)).map((key) => key.replace(plural, ''));
    expect([...new Set(told)].sort()).toEqual([...codes].sort());
  });

  it.each(languages)('tell in the locale %s the facts that each problem comes with', (language) => {
    const sentences = sentencesIn(language);
    for (const code of codes)
      for (const sentence of sentencesOf(code, sentences))
        expect([code, placesIn(sentence)]).toEqual([code, [...problemFacts[code]].sort()]);
  });

  it.each(languages)('are whole sentences in the locale %s', (language) => {
    for (const sentence of Object.values(sentencesIn(language)))
      expect(sentence).toMatch(/^[“«]?[\p{Lu}{].*\.$/u);
  });
});

describe('a problem', () => {
  it('cannot be made without the facts that its sentence tells', () => {
    expect(problem('fragments-missing').params).toEqual({});
    expect(problem('file-missing', { path: 'a.postil' }).params).toEqual({ path: 'a.postil' });
    // @ts-expect-error The sentence names the file.
    problem('file-missing');
    // @ts-expect-error The sentence names the file, not its folder.
    problem('file-missing', { folder: '/home' });
  });
});
