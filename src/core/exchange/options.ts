/** Something about a format that a person may choose. Its words stand in `formats.json` under the format's name. */
export type OptionSpec = {
  readonly name: string;
  /** What another option, a choice, has to be for this one to make a difference; it always does where this is missing. */
  readonly where?: { readonly option: string; readonly is: string };
} & (
  | { readonly kind: 'flag'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly default: string }
  | { readonly kind: 'text'; readonly default: string }
);

/** What was chosen, by the names of the options. */
export type Options = Readonly<Record<string, string | boolean>>;

/** The options of a format as they are where nothing was chosen. */
export const defaultOptions = (specs: readonly OptionSpec[]): Options =>
  Object.fromEntries(specs.map((spec) => [spec.name, spec.default]));

/** Those of a format's options that make a difference with what was chosen. */
export function optionsThatCount(specs: readonly OptionSpec[], chosen: Options): readonly OptionSpec[] {
  const values = { ...defaultOptions(specs), ...chosen };
  return specs.filter(({ where }) => !where || values[where.option] === where.is);
}

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
