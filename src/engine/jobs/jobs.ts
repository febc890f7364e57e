import type { Progress } from '../../contract/events';
import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { longestHold, nextTurn } from './breath';

/** What a long piece of work uses to stay polite: it tells how far it is, gives way to others, and can be stopped. */
export interface Job {
  /** Tells the windows how far the work is. May be called for every item: only some of the calls are passed on. */
  report(phase: Progress['phase'], done: number, total: number | null): void;
  /**
   * To be awaited after every item. Lets the engine answer other calls where this job has held it for long enough.
   * Throws where the job was cancelled, which `Jobs.run` turns into the problem `job-cancelled`.
   */
  breathe(): Promise<void>;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
}

/** The long pieces of work that run in an engine, by the names that their callers chose. */
export interface Jobs {
  /** Runs work under a name until it is done or cancelled. Refuses a name that is running. */
  run<Value>(name: string, work: (job: Job) => Promise<Result<Value>>): Promise<Result<Value>>;
  /** Asks a job to stop at its next breath. A name that does not run is nobody's mistake: it may just have ended. */
  cancel(name: string): void;
  /** Cancels every job and waits until the last one has cleaned up. */
  stop(): Promise<void>;
}

/** How often a job tells its progress, in milliseconds. */
const reportEvery = 60;

class Cancelled extends Error {}

function makeJob(name: string, signal: AbortSignal, tell: (progress: Progress) => void): Job {
  let heldSince = performance.now();
  let reportedAt = -Infinity;
  let reportedPhase: Progress['phase'] | null = null;
  const stopIfCancelled = (): void => {
    if (signal.aborted) throw new Cancelled();
  };
  return {
    signal,
    report(phase, done, total) {
      const now = performance.now();
      if (phase === reportedPhase && done !== total && now - reportedAt < reportEvery) return;
      reportedAt = now;
      reportedPhase = phase;
      tell({ job: name, phase, done, total });
    },
    async breathe() {
      stopIfCancelled();
      if (performance.now() - heldSince < longestHold) return;
      await nextTurn();
      heldSince = performance.now();
      stopIfCancelled();
    },
  };
}

/** Makes the register of one engine's jobs; `tell` receives their progress. */
export function makeJobs(tell: (progress: Progress) => void): Jobs {
  const running = new Map<
    string,
    { readonly controller: AbortController; readonly ended: Promise<unknown> }
  >();

  async function guard<Value>(work: Promise<Result<Value>>): Promise<Result<Value>> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof Cancelled) return fail(problem('job-cancelled'));
      throw error;
    }
  }

  return {
    async run(name, work) {
      if (running.has(name)) return fail(problem('input-invalid', { place: 'job' }));
      const controller = new AbortController();
      const ended = guard(work(makeJob(name, controller.signal, tell)));
      running.set(name, { controller, ended });
      try {
        return await ended;
      } finally {
        running.delete(name);
      }
    },
    cancel(name) {
      running.get(name)?.controller.abort();
    },
    async stop() {
      const jobs = [...running.values()];
      for (const { controller } of jobs) controller.abort();
      await Promise.allSettled(jobs.map(({ ended }) => ended));
    },
  };
}
