import { Help, type Option } from 'commander';
import { say } from './words';

/** What commander says of wrong usage, which it has in English only, and how we say it. */
const sentences: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [/^error: missing required argument '(.*)'/u, (name = '') => say('usage.missingArgument', { name })],
  [/^error: option '(.*)' argument missing/u, (option = '') => say('usage.missingValue', { option })],
  [/^error: required option '(.*)' not specified/u, (option = '') => say('usage.missingOption', { option })],
  [
    /^error: option '(.*)' cannot be used with option '(.*)'/u,
    (option = '', other = '') => say('usage.notTogether', { option, other }),
  ],
  [/^error: unknown option '(.*)'/u, (option = '') => say('usage.unknownOption', { option })],
  [/^error: unknown command '(.*)'/u, (command = '') => say('usage.unknownCommand', { command })],
  [
    /^error: too many arguments.*\. Expected (\d+) arguments? but got (\d+)\./u,
    (expected = '', given = '') => say('usage.tooMany', { expected, given }),
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\./su,
    (option = '', value = '') => say('usage.unfitValue', { name: option, value }),
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./su,
    (value = '', name = '') => say('usage.unfitValue', { name, value }),
  ],
  [/Allowed choices are (.*)\./u, (choices = '') => say('usage.choices', { choices })],
  [/\(Did you mean (?:one of )?(.*)\?\)/u, (similar = '') => say('usage.similar', { similar })],
];

/** What commander says of wrong usage, in the language of the terminal; what is not known stays as it is. */
export const usageInWords = (message: string): string =>
  sentences.reduce(
    (told, [pattern, inWords]) =>
      told.replace(pattern, (_whole, ...parts: readonly unknown[]) =>
        inWords(...parts.filter((part) => typeof part === 'string')),
      ),
    message,
  );

const plain = new Help();

/** What an option is for, with its choices and its default in the language of the terminal. */
export const describedOption = (option: Option): string =>
  plain
    .optionDescription(option)
    .replace('(choices: ', () => `(${say('help.choices')} `)
    .replace(
      /([(,] ?)default: (?=[^()]*\)$)/u,
      (_whole, before: string) => `${before}${say('help.default')} `,
    );
