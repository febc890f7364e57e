import { hostname } from 'node:os';
import { problem, type Problem } from '../../core/problem';
import { codeOf } from '../../core/thrown';
import { systemClock } from '../clock';
import type { Session } from '../storage/file/session';

/** This machine's name. Without the domain, which changes with the network that a laptop is in. */
const thisHost = (): string => hostname().split('.')[0] ?? '';

/** The session of this process, begun now. */
export const newSession = (coder: string): Session => ({
  pid: process.pid,
  host: thisHost(),
  coder,
  since: systemClock(),
});

/** True for a session of this machine: whether its process lives, the lock knows. */
export const isOfThisHost = (session: Session): boolean => session.host === thisHost();

/** True where the process of a session of this machine still runs, or another under the same number. */
export function isAlive(session: Session): boolean {
  try {
    return process.kill(session.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The refusal to write a project that someone has open, with all that is known of them; times are in ms. */
export function lockedProblem(
  code: 'project-locked-by' | 'project-locked-elsewhere',
  path: string,
  { coder, host, since }: Session,
): Problem {
  return problem(code, { path, coder, host, since: Date.parse(since) || 0 });
}
