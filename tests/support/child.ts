import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const hooks = new URL('typescript-imports.ts', import.meta.url).href;

/** A process of its own that runs one of our TypeScript files and speaks in lines of JSON. */
export interface Child {
  /** The next line that it prints; fails with what it said on its error output if it ends instead. */
  next(): Promise<unknown>;
  /** Every line until it ends. */
  rest(): Promise<unknown[]>;
  /** Ends it at once, as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Closes its input, which our children take as the wish to end cleanly, and waits until it is gone. */
  end(): Promise<void>;
}

/** Starts a TypeScript file, given relative to `base`, in a process of its own that does not outlive the test. */
export function startChild(base: string, file: string, ...args: readonly string[]): Child {
  const script = fileURLToPath(new URL(file, base));
  const child = spawn(process.execPath, ['--import', hooks, script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  const next = async (): Promise<IteratorResult<unknown>> => {
    const line = await lines.next();
    return line.done ? line : { value: JSON.parse(line.value) as unknown };
  };
  return {
    async next() {
      const line = await next();
      if (!line.done) return line.value;
      await gone;
      throw new Error(`The process ended: ${complaint}`);
    },
    async rest() {
      const values: unknown[] = [];
      for (let line = await next(); !line.done; line = await next()) values.push(line.value);
      return values;
    },
    kill,
    async end() {
      child.stdin.end();
      await gone;
    },
  };
}
