import { Command } from 'commander';
import { accountName, complain, exitCode, withProject, type ExitCode } from '../session';
import { say } from '../words';

/** Checks every rule that a project has to keep, and prints where one does not hold. */
function check(project: string): Promise<ExitCode> {
  return withProject(project, 'read-only', accountName(), async ({ engine, job }) => {
    const faults = await engine.calls['project.check']({ job });
    if (!faults.ok) return complain(faults.problem);
    for (const { rule, where, detail } of faults.value) console.log(`${rule}: ${where}: ${detail}`);
    if (faults.value.length > 0) return exitCode.fault;
    console.log(say('check.ok'));
    return exitCode.ok;
  });
}

/** `postil check PROJECT` */
export const checkCommand = (): Command =>
  new Command('check')
    .description(say('check.description'))
    .argument('<project>', say('project'))
    .addHelpText('after', `\n${say('check.help')}`)
    .action(async (project: string) => {
      process.exitCode = await check(project);
    });
