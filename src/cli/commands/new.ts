import { resolve } from 'node:path';
import { Command } from 'commander';
import { createProject } from '../../engine/engine';
import { accountName, complain, exitCode, type ExitCode } from '../session';
import { say } from '../words';

export async function makeNew(file: string, { coder }: { readonly coder: string }): Promise<ExitCode> {
  const path = resolve(file);
  const created = await createProject({ path, coderName: coder });
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
    .action(async (file: string, options: { coder: string }) => {
      process.exitCode = await makeNew(file, options);
    });
