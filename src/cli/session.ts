import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { HowToOpen } from '../contract/host-calls';
import type { Problem } from '../core/problem';
import { openProject, type Engine } from '../engine/engine';
import { onStopSignal } from '../engine/process/stop-signals';
import { showProgress } from './progress';
import { sentenceOf } from './words';

/** The exit codes of every command. */
export const exitCode = { ok: 0, fault: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Tells on the standard error what stood in the way. */
export function complain(problem: Problem): ExitCode {
  console.error(sentenceOf(problem));
  return exitCode.fault;
}

/** Tells on the standard error what was done otherwise than it stood in a file. */
export function warn(warnings: readonly Problem[]): void {
  for (const warning of warnings) console.error(sentenceOf(warning));
}

/** Whom changes are made by where no name is given: the account's owner, as in the application. */
export const accountName = (): string => userInfo().username;

export interface Session {
  readonly engine: Engine;
  /** The name of the one long job that runs here. */
  readonly job: string;
}

/** Opens a project for one piece of work, with progress on a terminal. Ctrl+C cancels the work, and leaves nothing of it. */
export async function withProject(
  path: string,
  how: HowToOpen,
  coderName: string,
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await openProject({ path: resolve(path), how, coderName });
  if (!opened.ok) return complain(opened.problem);
  const engine = opened.value;
  const job = randomUUID();
  const leaveSignals = onStopSignal(() => void engine.calls['job.cancel']({ job }));
  const progress = showProgress(engine, process.stderr);
  try {
    return await work({ engine, job });
  } finally {
    progress.end();
    leaveSignals();
    await engine.close();
  }
}
