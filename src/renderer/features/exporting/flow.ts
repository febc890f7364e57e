import { create } from 'zustand';
import type { ExportReport } from '../../../contract/engine-answers';
import type { FormatDescription } from '../../../contract/exchange';
import {
  carriedInWords,
  lossReportAsJson,
  lossReportAsText,
  type LossReport,
} from '../../../core/exchange/loss-report';
import { recordNames } from '../../../core/model/records';
import type { Problem } from '../../../core/problem';
import { invoke } from '../../bridge/bridge';
import { formatBytes } from '../../i18n/format';
import { sayOfFormats } from '../../i18n/format-words';
import { currentLanguage, t } from '../../i18n/i18n';
import { askForTarget } from '../../stores/files';
import { filterOfTable } from '../../stores/filtered';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { closeDialog, showDialog, useInterface } from '../../stores/interface';
import { runJob } from '../../stores/jobs';
import { announce, notify, report } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';
import {
  lastChoice,
  losesNothing,
  ofEverything,
  planOf,
  rememberChoice,
  withFilter,
  type Choice,
} from './choice';
import { asOfNow } from './documents';

/** What an export does or did. Nothing was written while its path is null. */
export interface Looked {
  readonly choice: Choice;
  readonly format: FormatDescription;
  readonly report: ExportReport;
}

/** How far an export is: being chosen, under way, or its losses being read, before it or after it. */
type Stage =
  | { readonly at: 'choice' }
  | { readonly at: 'work'; readonly what: 'looking' | 'writing'; readonly job: string }
  | { readonly at: 'report'; readonly looked: Looked };

interface Exporting {
  readonly stage: Stage;
  /** What is chosen in the project of this path: it is kept when the dialog is closed, so that nothing is lost by that. */
  readonly kept: { readonly project: string; readonly choice: Choice } | null;
  /** The latest report of this window, of whatever project it shows. */
  readonly last: (Looked & { readonly project: string }) | null;
}

const choosing: Stage = { at: 'choice' };

export const useExport = create<Exporting>(() => ({ stage: choosing, kept: null, last: null }));

/** What is chosen in the open project, as it was left or, at first, as it was exported last; of the table if wanted. */
export function keptChoice(of: 'last' | 'table'): Choice {
  const { kept } = useExport.getState();
  const choice = kept?.project === workspace()?.project.path ? (kept?.choice ?? lastChoice()) : lastChoice();
  return asOfNow(of === 'table' ? withFilter(ofEverything(choice), filterOfTable()) : choice);
}

/** Keeps what is chosen while the dialog is closed. */
export function keepChoice(choice: Choice): void {
  useExport.setState({ kept: { project: workspace()?.project.path ?? '', choice } });
}

/** Goes back from a report to what was chosen. */
export const backToChoice = (): void => useExport.setState({ stage: choosing });

/** Shows a report, and keeps it so that it can be shown again. */
export function showReport(looked: Looked): void {
  const project = workspace()?.project.path ?? '';
  useExport.setState({ stage: { at: 'report', looked }, last: { ...looked, project } });
}

function tellUnlessCancelled(problem: Problem): void {
  if (problem.code === 'job-cancelled') notify(t('exporting:cancelled'));
  else report(problem);
}

/** Finds out what an export would lose, writing nothing. */
export async function lookAt(choice: Choice, format: FormatDescription): Promise<void> {
  const looked = await runJob('export', (job) => {
    useExport.setState({ stage: { at: 'work', what: 'looking', job } });
    return invoke('export.run', { job, plan: planOf(choice), out: null });
  });
  if (looked.ok) {
    showReport({ choice, format, report: looked.value });
    announce(verdict(looked.value));
    return;
  }
  backToChoice();
  tellUnlessCancelled(looked.problem);
}

/** What a report comes to, in a sentence. */
export const verdict = ({ losses }: ExportReport): string =>
  losses.length === 0 ? t('exporting:nothingLost') : t('exporting:somethingLost', { count: losses.length });

/** The name that is proposed for the target; null where the format cannot be asked. */
async function suggestedName({ format, options, asZip }: Choice): Promise<string | null> {
  const described = await invoke('formats.export', { format, options: options[format] ?? {} });
  if (!described.ok) {
    report(described.problem);
    return null;
  }
  // A browser can be handed one file, and no folder.
  const packed = described.value?.target === 'folder' && (asZip || isBrowser());
  return `${workspace()?.project.name ?? 'project'}${packed ? '.zip' : (described.value?.ending ?? '')}`;
}

const isShown = (): boolean => useInterface.getState().dialog?.name === 'export';

/** Asks where to, writes the export there, and tells where it is and what it lost. */
export async function write(choice: Choice, format: FormatDescription): Promise<void> {
  rememberChoice(choice);
  const name = await suggestedName(choice);
  if (name === null) return;
  const before = useExport.getState().stage;
  const out = await askForTarget(name);
  if (out === null) return;
  const done = await runJob('export', (job) => {
    useExport.setState({ stage: { at: 'work', what: 'writing', job } });
    return invoke('export.run', { job, plan: planOf(choice), out });
  });
  if (!done.ok) {
    useExport.setState({ stage: before });
    tellUnlessCancelled(done.problem);
    return;
  }
  // A part is for once: nobody is to leave something out because of an export before.
  keepChoice(ofEverything(choice));
  const sentence = t('exporting:done', { size: formatBytes(done.value.bytes, currentLanguage()) });
  if (!losesNothing(choice, format)) {
    showReport({ choice, format, report: done.value });
    // Whoever went on working is not interrupted.
    if (isShown()) announce(sentence);
    else
      notify(sentence, {
        label: t('exporting:showReport'),
        run: () => showDialog({ name: 'export', of: 'last' }),
      });
    return;
  }
  if (isShown()) closeDialog();
  // The next export begins with its choice again.
  backToChoice();
  notify(sentence, {
    label: t(isBrowser() ? 'exporting:download' : 'exporting:reveal'),
    run: () => void handOver(out),
  });
}

/** A report as JSON for programs or as text for people. */
function reportAs(kind: 'json' | 'text', { format, report }: Looked): string {
  const { name, title } = format;
  const { path, written, network, losses } = report;
  // In a browser the path is one that only Postil knows.
  const shown = path !== null && isBrowser() ? (path.split(/[/\\]/u).at(-1) ?? path) : path;
  const whole: LossReport = {
    project: workspace()?.project.name ?? '',
    format: { name, title },
    path: shown,
    written,
    network,
    losses,
  };
  return kind === 'json'
    ? lossReportAsJson(whole)
    : lossReportAsText(whole, recordsInWords(written), sayOfFormats);
}

/** What was carried over: records, or a network that was drawn out of them. */
export const writtenInWords = ({ written, network }: ExportReport): string =>
  carriedInWords(recordsInWords(written), network, sayOfFormats);

/** How many records of each kind were carried over; what there is none of is left out. */
const recordsInWords = (written: ExportReport['written']): string =>
  recordNames
    .filter((name) => written[name] > 0)
    .map((name) => t(`exporting:records.${name}`, { count: written[name] }))
    .join(', ');

/** Writes a report where it is wanted. */
export async function saveReport(kind: 'json' | 'text', looked: Looked): Promise<void> {
  const name = `${workspace()?.project.name ?? 'project'}-${looked.format.name}-report`;
  const out = await askForTarget(`${name}.${kind === 'json' ? 'json' : 'txt'}`);
  if (out === null) return;
  const saved = await invoke('export.saveReport', { text: reportAs(kind, looked), out });
  if (!saved.ok) report(saved.problem);
  else if (isBrowser()) void handOver(out);
  else notify(t('exporting:reportSaved'), { label: t('exporting:reveal'), run: () => void handOver(out) });
}

/**
 * Puts a report on the clipboard as text. Windows are given no permission, so that the clipboard can be written to only
 * by what a person copies.
 */
export function copyReport(looked: Looked): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', reportAs('text', looked));
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('copy', put, { capture: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what has taken its place asks for a permission
  const isDone = document.execCommand('copy');
  window.removeEventListener('copy', put, { capture: true });
  notify(t(isDone ? 'exporting:copied' : 'exporting:notCopied'));
}
