import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { plainExport } from '../../contract/exchange';
import type { ExportReport } from '../../contract/engine-answers';
import type { Result } from '../../core/result';
import { formats } from '../../formats/all';
import { accountName, complain, exitCode, withProject, type ExitCode, type Session } from '../session';
import { say } from '../words';

interface ExportOptions {
  readonly format: string;
  readonly out: string;
  readonly withHistory?: boolean;
}

const standardOutput = '-';

/** Postil's own format, and every exchange format that can be written. */
const exportFormats = ['json', ...formats.filter((format) => format.export).map(({ name }) => name)];

export function exportProject(project: string, options: ExportOptions): Promise<ExitCode> {
  const { format, out, withHistory = false } = options;
  const exportTo = ({ engine, job }: Session, path: string): Promise<Result<ExportReport>> =>
    engine.calls['export.run']({ job, plan: { ...plainExport(format), withHistory }, out: path });

  return withProject(project, 'read-only', accountName(), async (session) => {
    if (out === standardOutput) return throughFolder((path) => exportTo(session, path));
    const report = await exportTo(session, resolve(out));
    if (!report.ok) return complain(report.problem);
    console.error(say('export.done', { path: resolve(out), bytes: report.value.bytes }));
    return exitCode.ok;
  });
}

/** What reaches the standard output is complete: it is written elsewhere first. */
async function throughFolder(exportTo: (path: string) => Promise<Result<ExportReport>>): Promise<ExitCode> {
  const folder = await mkdtemp(join(tmpdir(), 'postil-'));
  try {
    const path = join(folder, 'export');
    const report = await exportTo(path);
    if (!report.ok) return complain(report.problem);
    await pipeline(createReadStream(path), process.stdout, { end: false });
    return exitCode.ok;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `postil export PROJECT --format json --out FILE` */
export const exportCommand = (): Command =>
  new Command('export')
    .description(say('export.description'))
    .argument('<project>', say('project'))
    .addOption(new Option('--format <format>', say('export.format')).choices(exportFormats).default('json'))
    .requiredOption('--out <file>', say('export.out'))
    .option('--with-history', say('export.history'))
    .action(async (project: string, options: ExportOptions) => {
      process.exitCode = await exportProject(project, options);
    });
