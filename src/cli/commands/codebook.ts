import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import {
  codebookFormats,
  type CodebookFormat,
  type CodebookSource,
  type CodebookTaking,
} from '../../contract/codebook-calls';
import { coderOption } from '../coder-option';
import { knownCodebooks, sourceOf } from '../codebook-source';
import { accountName, complain, exitCode, warn, withProject, type ExitCode } from '../session';
import { say } from '../words';

interface ExportOptions {
  readonly format: CodebookFormat;
  readonly out: string;
  readonly language: string;
}

interface ImportOptions {
  readonly how: CodebookTaking['how'];
  readonly language: string;
  readonly coder: string;
}

/** Writes the codebook of a project, and warns of what the format cannot hold. */
function exportCodebook(project: string, { format, out, language }: ExportOptions): Promise<ExitCode> {
  return withProject(project, 'read-only', accountName(), async ({ engine }) => {
    const call = { format, out: resolve(out), visual: null, language };
    const written = await engine.calls['codebook.export'](call);
    if (!written.ok) return complain(written.problem);
    for (const path of written.value.paths) console.log(say('codebook.written', { path }));
    warn(written.value.warnings);
    return exitCode.ok;
  });
}

/** Takes a codebook into a project. */
function importCodebook(
  project: string,
  source: CodebookSource,
  { how, language, coder }: ImportOptions,
): Promise<ExitCode> {
  return withProject(project, 'normally', coder, async ({ engine }) => {
    const taken = await engine.calls['codebook.import']({ source, how, language });
    if (!taken.ok) return complain(taken.problem);
    console.log(say(taken.value.change ? 'codebook.taken' : 'codebook.same'));
    warn(taken.value.warnings);
    return exitCode.ok;
  });
}

/** The language that names are in where a format has only one. */
export const language = (): Option => new Option('--language <tag>', say('codebook.language')).default('en');

/** `postil codebook export PROJECT --out FILE`, `postil codebook import PROJECT FILE` */
export const codebookCommand = (): Command => {
  const command = new Command('codebook').description(say('codebook.description'));
  command
    .command('export')
    .description(say('codebook.export'))
    .argument('<project>', say('project'))
    .addOption(
      new Option('--format <format>', say('codebook.format')).choices(codebookFormats).default('json'),
    )
    .requiredOption('--out <file>', say('codebook.out'))
    .addOption(language())
    .exitOverride()
    .action(async (project: string, options: ExportOptions) => {
      process.exitCode = await exportCodebook(project, options);
    });
  command
    .command('import')
    .description(say('codebook.import'))
    .argument('<project>', say('project'))
    .argument('<codebook>', say('codebook.source', { known: knownCodebooks }), sourceOf)
    .addOption(new Option('--how <how>', say('codebook.how')).choices(['add', 'replace']).default('add'))
    .addOption(language())
    .addOption(coderOption())
    .exitOverride()
    .action(async (project: string, source: CodebookSource, options: ImportOptions) => {
      process.exitCode = await importCodebook(project, source, options);
    });
  return command;
};
