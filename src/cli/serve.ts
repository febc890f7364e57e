import { Command, InvalidArgumentError } from 'commander';
import { startServer } from '../server';
import { sentenceOf } from './sentence';

/** `postil serve [FILE] [--port N]`: the browser host, until it is stopped. Exits with 1 where it cannot start. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description('Open a project in the browser of this machine')
    .argument('[file]', 'the project; without it, the page lets you choose')
    .option('--port <number>', 'the port to listen on; any free one by default', parsePort, 0)
    .action(async (file: string | undefined, { port }: { port: number }) => {
      const server = await startServer({ project: file ?? null, port });
      if (!server.ok) {
        console.error(sentenceOf(server.problem));
        process.exitCode = 1;
        return;
      }
      console.log(`Postil is at ${server.value.address()}`);
      console.log('The address works once. Press Ctrl+C to stop.');
      await server.value.closed;
    });

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number up to 65535.');
}
