import { Command } from 'commander';
import { version } from '../../package.json';
import { serveCommand } from './serve';

await new Command('postil')
  .description('Annotate texts by hand: projects, imports and exports without a window')
  .version(version)
  .addCommand(serveCommand())
  .parseAsync();
