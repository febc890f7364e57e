import type { LossLine } from './losses';
import type { Reason, Thing } from './things';

/** The texts of `formats.json` about what exports carry. */
type Key =
  | `thing.${Thing}`
  | `things.${Thing}`
  | `reason.${Reason}`
  | `report.${'title' | 'project' | 'format' | 'target' | 'nowhere' | 'written' | 'losses' | 'none' | 'andMore'}`;

/** Translates a text of `formats.json`; plurals are asked for by the plain name. */
export type SayOfFormats = (key: Key, params?: Readonly<Record<string, string | number>>) => string;

/** What an export was, and what came of it. */
export interface LossReport {
  readonly project: string;
  readonly format: { readonly name: string; readonly title: string };
  /** Null where nothing was written. */
  readonly path: string | null;
  readonly written: Readonly<Record<string, number>>;
  readonly losses: readonly LossLine[];
}

/** How many of what, and why: a line of a report as a sentence. */
export const sentenceOfLoss = ({ thing, reason, count }: LossLine, say: SayOfFormats): string =>
  `${say(`thing.${thing}`, { count })}: ${say(`reason.${reason}`)}`;

/** A report as JSON, for programs: every example that is known is in it. */
export const lossReportAsJson = (report: LossReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** A report as plain text, for people. `written` are the words for what was carried over; empty where no record was. */
export function lossReportAsText(report: LossReport, written: string, say: SayOfFormats): string {
  const { project, format, path, losses } = report;
  const head = [
    say('report.title'),
    '',
    say('report.project', { name: project }),
    say('report.format', { title: format.title }),
    path === null ? say('report.nowhere') : say('report.target', { path }),
    // A network, say, holds no record as such.
    ...(written === '' ? [] : [say('report.written', { what: written })]),
    '',
  ];
  if (losses.length === 0) return `${[...head, say('report.none')].join('\n')}\n`;
  const lines = losses.flatMap((line) => {
    const examples = examplesOf(line);
    const more = line.count - line.examples.length;
    return [
      '',
      `- ${sentenceOfLoss(line, say)}`,
      ...examples.map((example) => `    ${example}`),
      ...(more > 0 && examples.length > 0 ? [`    ${say('report.andMore', { count: more })}`] : []),
    ];
  });
  return `${[...head, say('report.losses'), ...lines].join('\n')}\n`;
}

/** The examples of a line by their documents: the name, and the words of what was lost there. */
function examplesOf({ examples }: LossLine): readonly string[] {
  const byDocument = new Map<string | null, string[]>();
  for (const { document, words, partName } of examples) {
    const listed = byDocument.get(document) ?? [];
    const example = [words, partName === null ? '' : `(${partName})`].filter((part) => part !== '').join(' ');
    if (example !== '') listed.push(example);
    byDocument.set(document, listed);
  }
  return [...byDocument]
    .map(([document, listed]) => [document ?? '', listed.join('; ')])
    .map((parts) => parts.filter((part) => part !== '').join(': '))
    .filter((line) => line !== '');
}
