import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatGroups } from '../../core/exchange/groups';
import type { OptionSpec } from '../../core/exchange/options';
import { reasons, things } from '../../core/exchange/things';
import { describedFormats } from './formats';

interface OptionWords {
  readonly label: string;
  readonly choices?: Readonly<Record<string, string>>;
}

interface Words {
  readonly groups: Readonly<Record<string, string>>;
  readonly things: Readonly<Record<string, string>>;
  readonly thing: Readonly<Record<string, string>>;
  readonly reason: Readonly<Record<string, string>>;
  readonly formats: Readonly<
    Record<string, { readonly description: string; readonly options?: Readonly<Record<string, OptionWords>> }>
  >;
}

const locales = join(import.meta.dirname, '../../../resources/locales');

const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(join(locales, language, 'formats.json'), 'utf8')) as Words;

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** `name` for an option, and `name: choice` for each of its choices. */
const wanted = (specs: readonly OptionSpec[]): readonly string[] =>
  sorted(
    specs.flatMap((spec) => [
      spec.name,
      ...(spec.kind === 'choice' ? spec.choices.map((choice) => `${spec.name}: ${choice}`) : []),
    ]),
  );

const there = (options: Readonly<Record<string, OptionWords>>): readonly string[] =>
  sorted(
    Object.entries(options).flatMap(([name, { choices }]) => [
      name,
      ...Object.keys(choices ?? {}).map((choice) => `${name}: ${choice}`),
    ]),
  );

describe.each(['en', 'ru'])('the words for exchange formats (%s)', (language) => {
  const words = wordsIn(language);

  test('are there for every thing, reason and group, and for nothing else', () => {
    const singular = Object.keys(words.thing).map((key) => key.replace(/_(one|few|many|other)$/u, ''));
    expect(sorted(singular)).toEqual(sorted(things));
    expect(sorted(Object.keys(words.things))).toEqual(sorted(things));
    expect(sorted(Object.keys(words.reason))).toEqual(sorted(reasons));
    expect(sorted(Object.keys(words.groups))).toEqual(sorted(formatGroups));
  });

  test('describe every format, and no other', () => {
    expect(sorted(Object.keys(words.formats))).toEqual(sorted(describedFormats().map(({ name }) => name)));
  });

  test.each(describedFormats())('are there for every option of $name and its choices', (format) => {
    const specs = [...(format.import?.options ?? []), ...(format.export?.options ?? [])];
    expect(there(words.formats[format.name]?.options ?? {})).toEqual(wanted(specs));
  });
});
