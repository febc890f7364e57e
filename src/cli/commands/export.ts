import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { plainExport, type ExportPlan, type FormatDescription } from '../../contract/exchange';
import type { ExportReport } from '../../contract/engine-answers';
import type { Result } from '../../core/result';
import { describedFormats } from '../../engine/calls/formats';
import { formatOption, optionsFor, type GivenOptions } from '../format-options';
import { tellLosses, writeReport } from '../losses';
import { gather, selectionOf, type NamedSelection } from '../selection';
import { accountName, complain, exitCode, withProject, type ExitCode, type Session } from '../session';
import { say } from '../words';
import { language } from './codebook';

interface ExportOptions extends NamedSelection {
  readonly format: string;
  readonly out: string;
  readonly withHistory?: boolean;
  readonly option?: GivenOptions;
  readonly language: string;
  readonly strict?: boolean;
  readonly report?: string;
}

const standardOutput = '-';

const exportFormats = describedFormats().filter((format) => format.export !== null);

function wrongUsage(sentence: string): ExitCode {
  console.error(sentence);
  return exitCode.usage;
}

/** Writes what was chosen of a project in a format, and tells what that loses. */
function exportProject(project: string, given: ExportOptions): Promise<ExitCode> {
  return withProject(project, 'read-only', accountName(), async (session) => {
    const format = exportFormats.find(({ name }) => name === given.format);
    const chosen = optionsFor(format?.export?.options ?? [], given.option);
    if ('wrong' in chosen) return wrongUsage(chosen.wrong);
    const selected = await selectionOf(session.engine, given);
    if (!selected.ok) return complain(selected.problem);
    if ('wrong' in selected.value) return wrongUsage(selected.value.wrong);
    if (!format) return exitCode.usage;
    const plan: ExportPlan = {
      ...plainExport(format.name),
      options: chosen.options,
      language: given.language,
      selection: selected.value.selection,
      withHistory: given.withHistory ?? false,
      strict: given.strict ?? false,
    };
    const report = given.report;
    const keep = (done: ExportReport): boolean =>
      report === undefined || writeReport(report, basename(project, extname(project)), format, done);
    const out = given.out === standardOutput ? null : resolve(given.out);
    return out === null ? throughFolder(session, format, plan, keep) : writeTo(session, plan, out, keep);
  });
}

type Keep = (report: ExportReport) => boolean;

const run = ({ engine, job }: Session, plan: ExportPlan, out: string | null): Promise<Result<ExportReport>> =>
  engine.calls['export.run']({ job, plan, out });

/** Exports to a path. Where nothing may be lost and something would be, tells what. */
async function writeTo(session: Session, plan: ExportPlan, out: string, keep: Keep): Promise<ExitCode> {
  const report = await run(session, plan, out);
  if (report.ok) {
    tellLosses(report.value);
    console.error(say('export.done', { path: out, bytes: report.value.bytes }));
    return keep(report.value) ? exitCode.ok : exitCode.fault;
  }
  if (report.problem.code === 'export-would-lose') await tellWhatWouldBeLost(session, plan, keep);
  return complain(report.problem);
}

async function tellWhatWouldBeLost(session: Session, plan: ExportPlan, keep: Keep): Promise<void> {
  const looked = await run(session, { ...plan, strict: false }, null);
  if (!looked.ok) return;
  tellLosses(looked.value);
  keep(looked.value);
}

/** What reaches the standard output is complete: it is written elsewhere first. A folder goes there as an archive. */
async function throughFolder(
  session: Session,
  format: FormatDescription,
  plan: ExportPlan,
  keep: Keep,
): Promise<ExitCode> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-'));
  try {
    const described = await session.engine.calls['formats.export']({
      format: format.name,
      options: plan.options,
    });
    if (!described.ok) return complain(described.problem);
    const path = join(folder, described.value?.target === 'folder' ? 'export.zip' : 'export');
    const report = await run(session, plan, path);
    if (!report.ok) {
      if (report.problem.code === 'export-would-lose') await tellWhatWouldBeLost(session, plan, keep);
      return complain(report.problem);
    }
    tellLosses(report.value);
    await pipeline(createReadStream(path), process.stdout, { end: false });
    return keep({ ...report.value, path: standardOutput }) ? exitCode.ok : exitCode.fault;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `postil export PROJECT --format FORMAT --out PATH` */
export const exportCommand = (): Command =>
  new Command('export')
    .description(say('export.description'))
    .argument('<project>', say('project'))
    .addOption(
      new Option('--format <format>', say('export.format'))
        .choices(exportFormats.map(({ name }) => name))
        .default('json'),
    )
    .requiredOption('--out <path>', say('export.out'))
    .option('--documents <names>', say('export.documents'), gather)
    .option('--coder <names>', say('export.coders'), gather)
    .option('--types <names>', say('export.types'), gather)
    .option('--status <statuses>', say('export.statuses'), gather)
    .addOption(formatOption())
    .addOption(language())
    .option('--strict', say('export.strict'))
    .option('--report <file>', say('export.report'))
    .option('--with-history', say('export.history'))
    .action(async (project: string, options: ExportOptions) => {
      process.exitCode = await exportProject(project, options);
    });
