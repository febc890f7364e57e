import { create } from 'zustand';
import type { Handing } from '../../contract/bridge';
import type { Result } from '../../core/result';
import { invoke, subscribe } from '../bridge/bridge';

/** A long job that this window started. */
export interface Job {
  readonly id: string;
  readonly kind: 'upload' | 'inspect' | 'import' | 'export' | 'check' | 'change' | 'undo' | 'redo';
  readonly progress: { readonly done: number; readonly total: number | null } | null;
}

interface Jobs {
  readonly running: readonly Job[];
}

/** The long calls that run for this window. */
export const useJobs = create<Jobs>(() => ({ running: [] }));

/** What ends the jobs that run in the window itself. */
const ownJobs = new Map<string, AbortController>();

/** Runs a long call under a name of its own, so that its progress is shown and it can be cancelled. */
export async function runJob<Value>(
  kind: Job['kind'],
  start: (job: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const id = crypto.randomUUID();
  useJobs.setState(({ running }) => ({ running: [...running, { id, kind, progress: null }] }));
  const result = await start(id);
  useJobs.setState(({ running }) => ({ running: running.filter((job) => job.id !== id) }));
  return result;
}

/** What is shown as soon as it turns out to be long: what is being taken back or done again. */
const unshown = new Set<'undo' | 'redo'>();

/** Waits for a call that is a job by the name of what it does, if it is long enough. */
export async function runUnshown<Value>(
  kind: 'undo' | 'redo',
  call: Promise<Result<Value>>,
): Promise<Result<Value>> {
  unshown.add(kind);
  const result = await call;
  unshown.delete(kind);
  useJobs.setState(({ running }) => ({ running: running.filter(({ id }) => id !== kind) }));
  return result;
}

/** Runs long work of the window itself, which is to tell how far it is and to look whether it was given up. */
export function runOwnJob<Value>(
  kind: Job['kind'],
  work: (handing: Handing) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return runJob(kind, async (id) => {
    const controller = new AbortController();
    ownJobs.set(id, controller);
    const result = await work({
      onProgress: (done, total) => showProgress(id, { done, total }),
      signal: controller.signal,
    });
    ownJobs.delete(id);
    return result;
  });
}

/** Cancels a job, of the window or of the engine. */
export async function cancelJob(job: string): Promise<void> {
  const own = ownJobs.get(job);
  if (own) own.abort();
  else await invoke('job.cancel', { job });
}

const showProgress = (id: string, progress: Job['progress']): void =>
  useJobs.setState(({ running }) => ({
    running: running.map((job) => (job.id === id ? { ...job, progress } : job)),
  }));

/** Shows a job that nobody has seen so far. */
function uncover(id: string): void {
  const kind = [...unshown].find((name) => name === id);
  if (!kind) return;
  unshown.delete(kind);
  useJobs.setState(({ running }) => ({ running: [...running, { id, kind, progress: null }] }));
}

/** Keeps the progress of jobs up to date. Answers with a function that stops that. */
export const startJobs = (): (() => void) =>
  subscribe('progress', (progress) => {
    uncover(progress.job);
    showProgress(progress.job, progress);
  });
