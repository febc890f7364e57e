import { InvalidArgumentError, Option } from 'commander';
import { chosenOptions, type Options, type OptionSpec } from '../core/exchange/options';
import { say } from './words';

type Given = readonly (readonly [name: string, value: string])[];

function parse(text: string, before: Given | undefined): Given {
  const [, name, value] = /^([^=]+)=(.*)$/su.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError(say('formatOption.bad'));
  return [...(before ?? []), [name, value]];
}

/** `--option name=value`, as often as there are options to set. */
export const formatOption = (): Option =>
  new Option('--option <name=value>', say('formatOption.description')).argParser(parse);

export type GivenOptions = Given | undefined;

const flags: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/**
 * The options that were given, as values of a format's kind. Answers with a sentence where the format has no such
 * option, or it does not take the value.
 */
export function optionsFor(
  specs: readonly OptionSpec[],
  given: GivenOptions,
): { readonly options: Options } | { readonly wrong: string } {
  const flagged = new Set(specs.filter(({ kind }) => kind === 'flag').map(({ name }) => name));
  const options = Object.fromEntries(
    (given ?? []).map(([name, value]) => [name, flagged.has(name) ? (flags.get(value) ?? value) : value]),
  );
  const chosen = chosenOptions(specs, options);
  if (!('unfit' in chosen)) return { options };
  const spec = specs.find(({ name }) => name === chosen.unfit);
  const known = spec ? valuesOf(spec) : specs.map(({ name }) => name).join(', ');
  const key = spec ? 'formatOption.unfit' : known === '' ? 'formatOption.none' : 'formatOption.unknown';
  return { wrong: say(key, { name: chosen.unfit, known }) };
}

/** The values that an option takes, in words of the command line. */
export function valuesOf(spec: OptionSpec): string {
  switch (spec.kind) {
    case 'flag':
      return 'true, false';
    case 'choice':
      return spec.choices.join(', ');
    case 'text':
      return say('formatOption.anyText');
  }
}
