import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  plainDocumentOptions,
  separators,
  type ColumnMapping,
  type DocumentOptions,
} from '../../contract/document-files';
import type { ImportReport } from '../../contract/engine-answers';
import { importPlan, plainImport, questionOf, type ImportPlan } from '../../contract/engine-calls';
import type { OptionSpec } from '../../core/exchange/options';
import type { Problem } from '../../core/problem';
import { describedFormats } from '../../engine/calls/formats';
import { coderOption } from '../coder-option';
import { formatOption, optionsFor, type GivenOptions } from '../format-options';
import { exitCode, withProject, type ExitCode } from '../session';
import { say, sentenceOf, tally, whyReadOnly } from '../words';
import { language } from './codebook';
import { dryRun } from './dry-run';

interface ImportOptions {
  readonly format?: string;
  readonly option?: GivenOptions;
  readonly language: string;
  readonly codebookOnly?: boolean;
  readonly beside?: boolean;
  readonly onto?: boolean;
  readonly encoding?: string;
  readonly duplicates?: boolean;
  readonly split?: ImportPlan['split'];
  readonly dryRun?: boolean;
  readonly onConflict?: ImportPlan['conflicts'];
  readonly html: DocumentOptions['html'];
  readonly pdfHyphens: DocumentOptions['pdfHyphens'];
  readonly columns?: ColumnMapping;
  readonly header: boolean;
  readonly separator: DocumentOptions['separator'];
  readonly coder: string;
}

/** The options of everything that can be named as a format: texts, tables of them, and the exchange formats. */
const importFormats: ReadonlyMap<string, readonly OptionSpec[]> = new Map([
  ['text', []],
  ['table', []],
  ...describedFormats().flatMap((format) =>
    format.import ? [[format.name, format.import.options] as const] : [],
  ),
]);

/** What can be done about a problem from here. */
function advice({ code, params }: Problem): string {
  switch (code) {
    case 'encoding-unknown':
      return say('import.name', { likely: params['likely'] ?? '' });
    case 'document-too-long':
      return say('import.howToSplit');
    case 'import-conflicts':
      return say('import.howToSettle');
    case 'project-read-only':
      return whyReadOnly(params['reason']);
    case 'table-columns-unknown':
    case 'table-sheets-unknown':
      return say('import.howToMap');
    default:
      return '';
  }
}

const inFull = (problem: Problem): string => `${sentenceOf(problem)} ${advice(problem)}`.trimEnd();

function tell(report: ImportReport): ExitCode {
  for (const { path, problem } of report.problems) console.error(`${path}: ${inFull(problem)}`);
  const unlisted = report.problemCount - report.problems.length;
  if (unlisted > 0) console.error(say('import.moreProblems', { count: unlisted }));
  for (const { path, problem } of report.warnings) console.error(`${path}: ${inFull(problem)}`);
  const moreWarnings = report.warningCount - report.warnings.length;
  if (moreWarnings > 0) console.error(say('import.moreWarnings', { count: moreWarnings }));
  for (const duplicate of report.skippedDuplicates) console.log(say('import.duplicate', duplicate));
  const what = tally(report.added);
  console.log(what === '' ? say('import.addedNothing') : say('import.added', { what }));
  if (report.updated > 0) console.log(say('import.updated', { count: report.updated }));
  return report.problemCount > 0 ? exitCode.fault : exitCode.ok;
}

/** Takes files and folders into a project, or only tells what would come in. */
async function runImport(project: string, paths: readonly string[], given: ImportOptions): Promise<ExitCode> {
  const { encoding, duplicates, split, dryRun: onlyLook, onConflict, coder } = given;
  const chosen = optionsGiven(given);
  if ('wrong' in chosen) {
    console.error(chosen.wrong);
    return exitCode.usage;
  }
  const plan: ImportPlan = {
    ...plainImport(paths.map((path) => resolve(path))),
    format: given.format ?? null,
    options: chosen.options,
    language: given.language,
    codebook: given.codebookOnly ? 'only' : given.beside ? 'beside' : 'instead',
    onto: given.onto ?? false,
    encoding: encoding ?? null,
    duplicates: duplicates ?? false,
    split: split ?? null,
    conflicts: onConflict ?? null,
    listsAll: true,
    documents: documentOptionsOf(given),
  };
  if (onlyLook)
    return withProject(project, 'read-only', coder, (session) => dryRun(session, questionOf(plan), plan));
  return withProject(project, 'normally', coder, async ({ engine, job }) => {
    const report = await engine.calls['import.run']({ job, plan });
    if (report.ok) return tell(report.value);
    console.error(inFull(report.problem));
    return exitCode.fault;
  });
}

/** The options of the named format. Without a name nobody can tell whose they are. */
function optionsGiven({ format, option }: ImportOptions): ReturnType<typeof optionsFor> {
  if (format === undefined && option) return { wrong: say('import.optionOfWhich') };
  return optionsFor(importFormats.get(format ?? '') ?? [], option);
}

/** `size:100000` or `separator:###`. */
function parseSplit(text: string): ImportPlan['split'] {
  const [, by, value = ''] = /^(size|separator):(.*)$/s.exec(text) ?? [];
  const wanted = by === 'size' ? { by, codePoints: Number(value) } : { by, separator: value };
  const parsed = importPlan.shape.split.safeParse(wanted);
  if (parsed.success && value !== '') return parsed.data;
  throw new InvalidArgumentError(say('import.badSplit'));
}

function documentOptionsOf({
  html,
  pdfHyphens,
  columns,
  header: hasHeader,
  separator,
}: Pick<ImportOptions, 'html' | 'pdfHyphens' | 'columns' | 'header' | 'separator'>): DocumentOptions {
  const tables = columns ? [{ columns: null, mapping: { ...columns, hasHeader } }] : [];
  return { ...plainDocumentOptions, html, pdfHyphens, separator, tables };
}

/** `text=body,name=title,date=published,meta=author;section`. */
function parseColumns(text: string): ColumnMapping {
  const parts = text.split(',').map((part) => /^(text|name|date|meta)=(.+)$/su.exec(part.trim()));
  const said = new Map(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? '']));
  const wanted = said.get('text');
  if (wanted === undefined || said.has('') || said.size !== parts.length)
    throw new InvalidArgumentError(say('import.badColumns'));
  return {
    text: wanted,
    name: said.get('name') ?? null,
    date: said.get('date') ?? null,
    metadata: said.get('meta')?.split(';').filter(Boolean) ?? [],
    hasHeader: true,
  };
}

/** `postil import PROJECT PATH...` */
export const importCommand = (): Command =>
  new Command('import')
    .description(say('import.description'))
    .argument('<project>', say('project'))
    .argument('<paths...>', say('import.paths'))
    .addOption(new Option('--format <format>', say('import.format')).choices([...importFormats.keys()]))
    .addOption(formatOption())
    .addOption(language())
    .addOption(new Option('--codebook-only', say('import.codebookOnly')).conflicts('beside'))
    .option('--beside', say('import.beside'))
    .option('--onto', say('import.onto'))
    .option('--encoding <encoding>', say('import.encoding'))
    .option('--duplicates', say('import.duplicates'))
    .option('--split <how>', say('import.split'), parseSplit)
    .option('--dry-run', say('import.dryRun'))
    .addOption(
      new Option('--on-conflict <settlement>', say('import.onConflict')).choices([
        'keep-mine',
        'take-theirs',
        'keep-both',
      ]),
    )
    .addOption(
      new Option('--html <text>', say('import.html')).choices(['readable', 'all']).default('readable'),
    )
    .addOption(
      new Option('--pdf-hyphens <how>', say('import.pdfHyphens')).choices(['keep', 'join']).default('keep'),
    )
    .option('--columns <columns>', say('import.columns'), parseColumns)
    .option('--no-header', say('import.noHeader'))
    .addOption(
      new Option('--separator <separator>', say('import.separator')).choices(separators).default('auto'),
    )
    .addOption(coderOption())
    .addHelpText('after', `\n${say('import.help')}`)
    .action(async (project: string, paths: string[], options: ImportOptions) => {
      process.exitCode = await runImport(project, paths, options);
    });
