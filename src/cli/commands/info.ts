import { Command } from 'commander';
import { accountName, complain, exitCode, withProject, type ExitCode } from '../session';
import { say, tally } from '../words';

/** Prints what is in a project, in numbers. */
function tellInfo(project: string, { json }: { readonly json?: boolean }): Promise<ExitCode> {
  return withProject(project, 'read-only', accountName(), async ({ engine }) => {
    const described = await engine.calls['project.describe']({});
    if (!described.ok) return complain(described.problem);
    const { path, name, counts, annotationsByKind } = described.value;
    if (json) console.log(JSON.stringify({ path, name, counts, annotationsByKind }, null, 2));
    else console.log(`${path}\n${tally(counts).replaceAll(', ', '\n')}`);
    return exitCode.ok;
  });
}

/** `postil info PROJECT [--json]` */
export const infoCommand = (): Command =>
  new Command('info')
    .description(say('info.description'))
    .argument('<project>', say('project'))
    .option('--json', say('info.json'))
    .action(async (project: string, options: { json?: boolean }) => {
      process.exitCode = await tellInfo(project, options);
    });
