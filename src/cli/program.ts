import { Command } from 'commander';
import { version } from '../../package.json';
import { checkCommand } from './commands/check';
import { codebookCommand } from './commands/codebook';
import { exportCommand } from './commands/export';
import { formatsCommand } from './commands/formats';
import { importCommand } from './commands/import';
import { infoCommand } from './commands/info';
import { newCommand } from './commands/new';
import { serveCommand } from './commands/serve';
import { describedOption, usageInWords } from './usage';
import { say } from './words';

/** Commander's headings, which it has in English only. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': say('help.usage'),
  'Arguments:': say('help.arguments'),
  'Options:': say('help.options'),
  'Commands:': say('help.commands'),
};

/** What every command shares. Wrong usage is thrown, so that it ends with its own exit code. */
function prepare(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', say('help.option'))
    .configureHelp({ styleTitle: (title) => headings[title] ?? title, optionDescription: describedOption })
    .configureOutput({ outputError: (message, write) => write(usageInWords(message)) })
    .addHelpText('after', `\n${say('help.exitCodes')}`);
}

/** The command line with all its commands. */
export function makeProgram(): Command {
  const program = prepare(new Command('postil'))
    .description(say('postil'))
    .version(version, '-V, --version', say('help.version'))
    .helpCommand('help [command]', say('help.command'));
  const commands = [
    newCommand,
    infoCommand,
    checkCommand,
    importCommand,
    exportCommand,
    formatsCommand,
    codebookCommand,
    serveCommand,
  ];
  for (const make of commands) program.addCommand(prepare(make()));
  return program;
}
