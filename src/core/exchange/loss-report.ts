import type { LossLine } from './losses';
import type { Reason, Thing } from './things';

/** The texts of `formats.json` about what exports carry. */
type Key =
  | `thing.${Thing}`
  | `things.${Thing}`
  | `reason.${Reason}`
  | `report.${'title' | 'project' | 'format' | 'target' | 'nowhere' | 'written' | 'nodes' | 'ties' | 'losses' | 'none' | 'andMore'}`;

/** Translates a text of `formats.json`; plurals are asked for by the plain name. */
export type SayOfFormats = (key: Key, params?: Readonly<Record<string, string | number>>) => string;

/** How large a network is that was drawn out of a project: its nodes and ties stand for no record of their own. */
export interface NetworkSize {
  readonly nodes: number;
  readonly ties: number;
}

/** What an export was, and what came of it. */
export interface LossReport {
  readonly project: string;
  readonly format: { readonly name: string; readonly title: string };
  /** Null where nothing was written. */
  readonly path: string | null;
  readonly written: Readonly<Record<string, number>>;
  /** Null where none was drawn. */
  readonly network: NetworkSize | null;
  readonly losses: readonly LossLine[];
}

/** How many of what, and why: a line of a report as a sentence. */
export const sentenceOfLoss = ({ thing, reason, count }: LossLine, say: SayOfFormats): string =>
  `${say(`thing.${thing}`, { count })}: ${say(`reason.${reason}`)}`;

/** The words for the records that were carried over, and how large a network is that was drawn, be it empty. */
export function carriedInWords(records: string, network: NetworkSize | null, say: SayOfFormats): string {
  if (!network) return records;
  const size = [say('report.nodes', { count: network.nodes }), say('report.ties', { count: network.ties })];
  return [records, ...size].filter((part) => part !== '').join(', ');
}

/** A report as JSON, for programs: every example that is known is in it. */
export const lossReportAsJson = (report: LossReport): string => `${JSON.stringify(report, null, 2)}\n`;

/** A report as plain text, for people. `written` are the words for the records that were carried over; empty where none was. */
export function lossReportAsText(report: LossReport, written: string, say: SayOfFormats): string {
  const { project, format, path, network, losses } = report;
  const carried = carriedInWords(written, network, say);
  const head = [
    say('report.title'),
    '',
    say('report.project', { name: project }),
    say('report.format', { title: format.title }),
    path === null ? say('report.nowhere') : say('report.target', { path }),
    ...(carried === '' ? [] : [say('report.written', { what: carried })]),
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
