import type { ExportPlan, ExportSelection, FormatDescription } from '../../../contract/exchange';
import { plainExport, wholeProject } from '../../../contract/exchange';
import type { Options } from '../../../core/exchange/options';
import { currentLanguage } from '../../i18n/i18n';
import { isBrowser } from '../../stores/host';
import { remember, remembered } from '../../stores/settings';
import { workspace } from '../../stores/workspace/workspace';

/** Which documents go out: all, those that the list shows, those that are marked in it, or the open one. */
export type Which = 'all' | 'listed' | 'marked' | 'open';

/** What is chosen in the dialog before an export. */
export interface Choice {
  readonly format: string;
  /** By the names of formats, so that going to another and back loses nothing. */
  readonly options: Readonly<Record<string, Options>>;
  readonly which: Which;
  /** Its documents are those that `which` stands for. */
  readonly selection: ExportSelection;
  readonly language: string;
  readonly withHistory: boolean;
  /** Whether what makes a folder is to be packed into one archive. */
  readonly asZip: boolean;
}

/** What is remembered of it for each project. */
type Kept = Readonly<{ project: string; format: string; options: Options; asZip: boolean }>;

const key = 'exporting.last';
const mostKept = 30;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'project' in value &&
  'format' in value &&
  typeof value.format === 'string' &&
  'options' in value &&
  typeof value.options === 'object' &&
  'asZip' in value;

const isListOfKept = (value: unknown): value is readonly Kept[] =>
  Array.isArray(value) && value.every(isKept);

const allKept = (): readonly Kept[] => remembered(key, isListOfKept) ?? [];

/** What was chosen last in this project; at first, Postil's own format. */
export function lastChoice(): Choice {
  const path = workspace()?.project.path;
  const kept = allKept().find(({ project }) => project === path);
  return {
    format: kept?.format ?? 'json',
    options: kept ? { [kept.format]: kept.options } : {},
    which: 'all',
    selection: wholeProject,
    language: currentLanguage(),
    withHistory: false,
    asZip: kept?.asZip ?? false,
  };
}

/** Keeps how the project was exported, for the next time that it is. */
export function rememberChoice({ format, options, asZip }: Choice): void {
  const project = workspace()?.project.path;
  if (project === undefined) return;
  const others = allKept().filter((one) => one.project !== project);
  const kept = { project, format, options: options[format] ?? {}, asZip };
  void remember(key, [kept, ...others].slice(0, mostKept));
}

/** The same of the whole project. */
export const ofEverything = (choice: Choice): Choice => ({
  ...choice,
  which: 'all',
  selection: wholeProject,
});

/** A choice of the annotations that a filter lets through; null for all of them. */
export const withFilter = (choice: Choice, filter: ExportSelection['filter']): Choice => ({
  ...choice,
  selection: { ...choice.selection, filter },
});

/** The plan that a choice comes to. */
export const planOf = ({ format, options, selection, language, withHistory, asZip }: Choice): ExportPlan => ({
  ...plainExport(format),
  options: options[format] ?? {},
  selection,
  language,
  withHistory: withHistory && format === 'json',
  asZip: asZip || isBrowser(),
});

/** Whether a format carries everything. */
const carriesAll = ({ export: exporting }: Pick<FormatDescription, 'export'>): boolean =>
  exporting !== null && Object.values(exporting.carries).every((carriage) => carriage === 'whole');

/** Whether there is nothing to warn of. Of a part of a project, what fills a role may be left behind. */
export const losesNothing = (
  { selection }: Pick<ExportPlan, 'selection'>,
  format: Pick<FormatDescription, 'export'>,
): boolean => carriesAll(format) && Object.values(selection).every((chosen) => chosen === null);
