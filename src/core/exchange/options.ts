/** Something about a format that a person may choose. Its words stand in `formats.json` under the format's name. */
export type OptionSpec =
  | { readonly name: string; readonly kind: 'flag'; readonly default: boolean }
  | {
      readonly name: string;
      readonly kind: 'choice';
      readonly choices: readonly string[];
      readonly default: string;
    }
  | { readonly name: string; readonly kind: 'text'; readonly default: string };

/** What was chosen, by the names of the options. */
export type Options = Readonly<Record<string, string | boolean>>;

/** The options of a format as they are where nothing was chosen. */
export const defaultOptions = (specs: readonly OptionSpec[]): Options =>
  Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));

/** True where a value is one that an option takes. */
function takes(spec: OptionSpec, value: string | boolean): boolean {
  if (spec.kind === 'flag') return typeof value === 'boolean';
  return typeof value === 'string' && (spec.kind === 'text' || spec.choices.includes(value));
}

/**
 * Every option of a format, as it was chosen or else as it is by default. Answers with the name of the first that does
 * not exist or does not take its value, where there is one.
 */
export function chosenOptions(
  specs: readonly OptionSpec[],
  chosen: Options,
): { readonly options: Options } | { readonly unfit: string } {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  for (const [name, value] of Object.entries(chosen)) {
    const spec = byName.get(name);
    if (!spec || !takes(spec, value)) return { unfit: name };
  }
  return { options: { ...defaultOptions(specs), ...chosen } };
}
