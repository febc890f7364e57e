import { resolve } from 'node:path';
import { Command } from 'commander';
import type { CodebookSource } from '../../contract/codebook-calls';
import { readSource } from '../../engine/codebooks/read-file';
import { createProject } from '../../engine/engine';
import { coderOption } from '../coder-option';
import { knownCodebooks, sourceOf } from '../codebook-source';
import { complain, exitCode, warn, type ExitCode } from '../session';
import { say } from '../words';
import { language } from './codebook';

interface NewOptions {
  readonly coder: string;
  readonly codebook?: CodebookSource;
  readonly language: string;
}

/** Makes a project, with a codebook where one is named. */
async function makeNew(file: string, { coder, codebook: source, language }: NewOptions): Promise<ExitCode> {
  const path = resolve(file);
  const codebook = source && { source, language };
  const read = codebook && readSource(codebook);
  if (read?.ok) warn(read.value.warnings);
  const created = await createProject({ path, coderName: coder, codebook });
  if (!created.ok) return complain(created.problem);
  await created.value.close();
  console.log(say('new.done', { path }));
  return exitCode.ok;
}

/** `postil new FILE` */
export const newCommand = (): Command =>
  new Command('new')
    .description(say('new.description'))
    .argument('<file>', say('new.file'))
    .addOption(coderOption())
    .option('--codebook <codebook>', say('new.codebook', { known: knownCodebooks }), sourceOf)
    .addOption(language())
    .action(async (file: string, options: NewOptions) => {
      process.exitCode = await makeNew(file, options);
    });
