import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { format as prettify, resolveConfig } from 'prettier';
import words from '../../resources/locales/en/formats.json';
import type { FormatDescription } from '../../src/contract/exchange';
import { formatGroups, groupOfFormat } from '../../src/core/exchange/groups';
import type { OptionSpec } from '../../src/core/exchange/options';
import { things, type Carriage, type Carries } from '../../src/core/exchange/things';
import { describedFormats } from '../../src/engine/calls/formats';

const root = join(import.meta.dirname, '../..');

/** Where the page of exchange formats lies. */
export const formatsPagePath = join(root, 'docs/formats.md');

interface FormatWords {
  readonly description: string;
  readonly options?: Readonly<
    Record<string, { readonly label: string; readonly choices?: Readonly<Record<string, string>> }>
  >;
}

const wordsOf = (name: string): FormatWords | undefined =>
  (words.formats as Readonly<Record<string, FormatWords>>)[name];

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(heads),
  row(heads.map(() => '---')),
  ...rows.map(row),
];

const inWords = (carriage: Carriage): string =>
  typeof carriage === 'string'
    ? carriage
    : `in part: ${carriage.map((reason) => words.reason[reason]).join('; ')}`;

const valuesOf = (format: string, spec: OptionSpec): string => {
  if (spec.kind === 'flag') return '`true`, `false`';
  if (spec.kind === 'text') return 'any text';
  const choices = wordsOf(format)?.options?.[spec.name]?.choices;
  return spec.choices.map((choice) => `\`${choice}\` (${choices?.[choice] ?? choice})`).join(', ');
};

const optionRows = (format: string, when: string, specs: readonly OptionSpec[]) =>
  specs.map((spec) => [
    `\`${spec.name}\``,
    when,
    [
      wordsOf(format)?.options?.[spec.name]?.label ?? '',
      ...(spec.where ? [`(where \`${spec.where.option}\` is \`${spec.where.is}\`)`] : []),
    ].join(' '),
    valuesOf(format, spec),
    spec.default === '' ? 'nothing' : `\`${String(spec.default)}\``,
  ]);

const directionOf = (format: FormatDescription): string =>
  format.import && format.export ? 'import and export' : format.export ? 'export only' : 'import only';

const endingOf = ({ export: exporting }: FormatDescription): string => {
  if (!exporting) return '–';
  const { target, ending } = exporting;
  return target === 'folder' ? 'a folder, or `.zip`' : `\`${ending}\``;
};

/** Formats that share a page with others. */
const sharedPages: ReadonlyMap<string, string> = new Map([
  ['uima-xmi', 'uima'],
  ['uima-json', 'uima'],
  ['csv', 'tables'],
  ['tsv', 'tables'],
  ['xlsx', 'tables'],
  ['jsonl', 'data-sets'],
  ['parquet', 'data-sets'],
  ['graphml', 'networks'],
  ['edges', 'networks'],
]);

const carriesNothing = (carries: Carries): boolean => things.every((thing) => carries[thing] === 'never');

/** What an export carries, thing by thing. */
const carriageOf = (carries: Carries): readonly string[] =>
  carriesNothing(carries)
    ? ['It is drawn from a project, which cannot be had back from it: the report of losses names everything.']
    : table(
        ['An export carries', ''],
        things.map((thing) => [words.things[thing], inWords(carries[thing])]),
      );

function sectionOf(format: FormatDescription): readonly string[] {
  const { name, title } = format;
  const options = [
    ...optionRows(name, 'import', format.import?.options ?? []),
    ...optionRows(name, 'export', format.export?.options ?? []),
  ];
  const carries = format.export?.carries;
  const page = `formats/${sharedPages.get(name) ?? name}.md`;
  const more = existsSync(join(root, 'docs', page));
  return [
    `## ${title}`,
    '',
    `\`--format ${name}\`, ${directionOf(format)}. ${wordsOf(name)?.description ?? ''}`,
    ...(more ? ['', `What a table cannot say is in [${page}](${page}).`] : []),
    ...(options.length > 0 ? ['', ...table(['Option', 'For', '', 'Values', 'Unless chosen'], options)] : []),
    ...(carries ? ['', ...carriageOf(carries)] : []),
    '',
  ];
}

/** The page of exchange formats, as it follows from what the formats say of themselves. */
export async function formatsPage(): Promise<string> {
  const formats = formatGroups.flatMap((group) =>
    describedFormats().filter(({ name }) => groupOfFormat(name) === group),
  );
  const lines = [
    '# Exchange formats',
    '',
    '<!-- Generated from what the formats say of themselves: npm run docs:formats -->',
    '',
    'Postil reads and writes the formats of other tools, and tells before an export what a format cannot carry: in the',
    'window, and with `npx postil export` (see [command-line.md](command-line.md)). The tables say what each format can',
    'carry with the options that it has unless others are chosen: whole, in part and why, or never.',
    '',
    ...table(
      ['Format', '', 'For', 'Direction', 'Writes'],
      formats.map((format) => [
        format.title,
        `\`${format.name}\``,
        words.groups[groupOfFormat(format.name)],
        directionOf(format),
        endingOf(format),
      ]),
    ),
    '',
    ...formats.flatMap(sectionOf),
  ];
  const config = await resolveConfig(formatsPagePath);
  return prettify(lines.join('\n'), { ...config, parser: 'markdown' });
}
