import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../e2e/support/places';

interface Usage {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/**
 * Runs a command of the command line, whose process the engine runs in, and watches how much memory that has at most
 * (Linux: VmHWM, the peak of what is resident).
 */
export async function measured(...args: readonly string[]): Promise<Usage> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/postil.js'), ...args], { stdio: 'ignore' });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytesOf(child.pid));
  }, 50);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`postil ${args.join(' ')} ended with ${String(code)}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak };
}

function peakMegabytesOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/VmHWM:\s+(?<kilobytes>\d+)/u.exec(status)?.groups?.['kilobytes'] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
