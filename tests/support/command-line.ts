import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as a program of its own, made from the sources as they are now. */
export interface CommandLine {
  /** Runs `postil` with arguments, in English unless the environment says otherwise. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Starts `postil` with arguments, to be told to stop. */
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): RunningCommand;
  remove(): void;
}

/** A command that runs. */
export interface RunningCommand {
  /** Sends a signal, as a terminal, a supervisor or a system that shuts down does. */
  stop(signal: NodeJS.Signals): void;
  readonly ended: Promise<Outcome>;
}

/** Builds the command line below the project's folder, where its packages are found. */
export async function buildCommandLine(): Promise<CommandLine> {
  const folder = join(root, '.cache', `command-line-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: {
        input: {
          'cli/index': join(root, 'src/cli/index.ts'),
          'engine/reading-thread': join(root, 'src/engine/import/documents/thread/entry.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const start: CommandLine['start'] = (args, environment = {}) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', ...environment };
    const command = [join(folder, 'cli/index.js'), ...args];
    let stop: RunningCommand['stop'] = () => undefined;
    const ended = new Promise<Outcome>((resolve) => {
      const options = { env, maxBuffer: 1 << 28 };
      const child = execFile(process.execPath, command, options, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 255 : 0, out, err });
      });
      stop = (signal) => child.kill(signal);
    });
    return { stop: (signal) => stop(signal), ended };
  };
  return {
    start,
    run: (args, environment) => start(args, environment).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
