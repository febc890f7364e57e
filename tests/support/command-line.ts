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
  remove(): void;
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
  return {
    run: (args, environment = {}) =>
      new Promise((resolve) => {
        const env = { ...process.env, LC_ALL: 'C.UTF-8', ...environment };
        const command = [join(folder, 'cli/index.js'), ...args];
        execFile(process.execPath, command, { env, maxBuffer: 1 << 28 }, (error, out, err) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? 255 : 0, out, err });
        });
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
