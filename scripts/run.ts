import { spawn } from 'node:child_process';

/** How a program ended: `code` is its exit code, 1 where a signal ended it; `after` is in milliseconds. */
export interface Ended {
  readonly code: number;
  readonly after: number;
}

/** Runs a program on our terminal until it ends. Signals that ask us to stop are handed on to it. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);

  return new Promise((resolve) => {
    const end = (code: number) => {
      for (const signal of signals) process.off(signal, stop);
      resolve({ code, after: performance.now() - started });
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(1);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
}

/** Runs a script of package.json, on the Node that npm puts first. */
export function runScript(name: string, ...args: readonly string[]): Promise<Ended> {
  const npm = process.env['npm_execpath'];
  const rest = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  return npm ? run(process.execPath, [npm, ...rest]) : run('npm', rest);
}
