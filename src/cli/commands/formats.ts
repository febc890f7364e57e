import { Command } from 'commander';
import type { FormatDescription } from '../../contract/exchange';
import type { OptionSpec } from '../../core/exchange/options';
import { things, type Carries } from '../../core/exchange/things';
import { describedFormats } from '../../engine/calls/formats';
import { valuesOf } from '../format-options';
import { say, sayOfFormats, wordOfFormat } from '../words';

const listOf = (carries: Carries, isWanted: (carriage: Carries[keyof Carries]) => boolean): string =>
  things
    .filter((thing) => isWanted(carries[thing]))
    .map((thing) => sayOfFormats(`things.${thing}`).toLowerCase())
    .join(', ');

const line = (key: 'whole' | 'partly' | 'never', what: string): readonly string[] =>
  what === '' ? [] : [`    ${say(`formats.${key}`, { what })}`];

function carried(carries: Carries): readonly string[] {
  const partly = things.flatMap((thing) => {
    const carriage = carries[thing];
    return typeof carriage === 'string'
      ? []
      : [
          `      ${sayOfFormats(`things.${thing}`)}: ${carriage.map((reason) => sayOfFormats(`reason.${reason}`)).join('; ')}`,
        ];
  });
  return [
    ...line(
      'whole',
      listOf(carries, (carriage) => carriage === 'whole'),
    ),
    ...(partly.length > 0 ? [`    ${say('formats.partly')}`, ...partly] : []),
    ...line(
      'never',
      listOf(carries, (carriage) => carriage === 'never'),
    ),
  ];
}

const optionLine = (format: string, spec: OptionSpec): string => {
  const label = wordOfFormat(`${format}.options.${spec.name}.label`);
  return `      ${say('formats.option', { name: spec.name, label, values: valuesOf(spec), standard: String(spec.default) })}`;
};

function optionLines(
  format: string,
  key: 'importOptions' | 'exportOptions',
  specs: readonly OptionSpec[],
): readonly string[] {
  return specs.length === 0
    ? []
    : [`    ${say(`formats.${key}`)}`, ...specs.map((spec) => optionLine(format, spec))];
}

function tellOf(format: FormatDescription): string {
  const { name, title } = format;
  const direction = format.export && format.import ? 'both' : format.export ? 'exportOnly' : 'importOnly';
  return [
    `${name}  ${title} (${say(`formats.${direction}`)})`,
    ...[wordOfFormat(`${name}.description`)].filter(Boolean).map((text) => `    ${text}`),
    ...(format.export ? carried(format.export.carries) : []),
    ...optionLines(name, 'importOptions', format.import?.options ?? []),
    ...optionLines(name, 'exportOptions', format.export?.options ?? []),
  ].join('\n');
}

/** `postil formats [--json]` */
export const formatsCommand = (): Command =>
  new Command('formats')
    .description(say('formats.description'))
    .option('--json', say('formats.json'))
    .action(({ json }: { readonly json?: boolean }) => {
      const all = describedFormats();
      console.log(json ? JSON.stringify(all, null, 2) : all.map(tellOf).join('\n\n'));
    });
