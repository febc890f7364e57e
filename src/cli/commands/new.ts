import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { defaultCodebook, readyMadeNames } from '../../engine/codebooks/ready-made';
import { createProject } from '../../engine/engine';
import { accountName, complain, exitCode, type ExitCode } from '../session';
import { say } from '../words';

interface NewOptions {
  readonly coder: string;
  readonly codebook: string;
}

export async function makeNew(file: string, { coder, codebook }: NewOptions): Promise<ExitCode> {
  const path = resolve(file);
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
    .option('--coder <name>', say('coder'), accountName())
    .addOption(
      new Option('--codebook <name>', say('new.codebook')).choices(readyMadeNames).default(defaultCodebook),
    )
    .action(async (file: string, options: NewOptions) => {
      process.exitCode = await makeNew(file, options);
    });
