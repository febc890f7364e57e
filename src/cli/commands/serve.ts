import { Command, InvalidArgumentError } from 'commander';
import { startServer } from '../../server';
import { complain } from '../session';
import { say } from '../words';

/** `postil serve [FILE] [--port N]`: the browser host, until it is stopped. Exits with 1 where it cannot start. */
export const serveCommand = (): Command =>
  new Command('serve')
    .description(say('serve.description'))
    .argument('[file]', say('serve.file'))
    .option('--port <number>', say('serve.port'), parsePort)
    .action(async (file: string | undefined, { port }: { port?: number }) => {
      const server = await startServer({ project: file ?? null, port: port ?? 0 });
      if (!server.ok) {
        process.exitCode = complain(server.problem);
        return;
      }
      console.log(say('serve.at', { address: server.value.address() }));
      console.log(say('serve.once'));
      await server.value.closed;
    });

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(say('serve.badPort'));
}
