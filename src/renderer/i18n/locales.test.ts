import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Texts {
  readonly [key: string]: string | Texts;
}

const root = join(import.meta.dirname, '../../..');
const locales = join(root, 'resources/locales');
const languages = ['en', 'ru'] as const;
const plural = /_(zero|one|two|few|many|other)$/;

function textsOf(language: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const collect = (prefix: string, part: Texts): void => {
    for (const [key, value] of Object.entries(part)) {
      const path = prefix.endsWith(':') ? prefix + key : `${prefix}.${key}`;
      if (typeof value === 'string') texts.set(path, value);
      else collect(path, value);
    }
  };
  for (const file of readdirSync(join(locales, language)))
    collect(
      `${basename(file, '.json')}:`,
      JSON.parse(readFileSync(join(locales, language, file), 'utf8')) as Texts,
    );
  return texts;
}

const all = { en: textsOf('en'), ru: textsOf('ru') };

/** The keys as the source names them: without the endings of plurals. */
const namesOf = (texts: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();

/** The places to be filled in a text. */
const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('the texts of the interface', () => {
  test('are the same in every language', () => {
    expect(namesOf(all.ru)).toEqual(namesOf(all.en));
  });

  test.each(languages)('are never empty, and never begin or end with a space, in %s', (language) => {
    const odd = [...all[language]].filter(([, text]) => text.trim() === '' || text.trim() !== text);
    expect(odd).toEqual([]);
  });

  test.each(languages)('have every plural form that %s has', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...all[language].keys()].filter((key) => key.endsWith('_other'));
    const missing = counted.flatMap((key) =>
      forms.map((form) => key.replace(plural, `_${form}`)).filter((form) => !all[language].has(form)),
    );
    expect(counted.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('fill in the same things in every language', () => {
    const differing = [...all.en].filter(([key, text]) => {
      const translated = all.ru.get(key);
      return translated !== undefined && placesOf(translated).join() !== placesOf(text).join();
    });
    expect(differing).toEqual([]);
  });

  test('are all used', () => {
    const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
      .join('\n');
    const unused = namesOf(all.en).filter((name) => !isUsed(name, source));
    expect(unused).toEqual([]);
  });
});

/**
 * Whether the source has a key, or a template that makes keys of its group (`status.${status}`). Problems are named
 * by their codes; the texts of the hosts are read as properties; those of each format are held to the formats by a test
 * of their own.
 */
function isUsed(name: string, source: string): boolean {
  const [file = '', key = ''] = name.split(':');
  if (file === 'problems') return source.includes(`'${key}'`);
  if (file === 'formats' && key.startsWith('formats.')) return true;
  if (file === 'host') return source.includes(`.${key.split('.').at(-1) ?? ''}`);
  const groups = key.split('.').slice(0, -1);
  const written = [key, `${file}:${key}`].some((text) => source.includes(`'${text}'`));
  return (
    written ||
    [groups.join('.'), `${file}:${groups.join('.')}`].some(
      (group) => groups.length > 0 && source.includes(`\`${group}.\${`),
    )
  );
}
