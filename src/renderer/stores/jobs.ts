import { create } from 'zustand';
import type { Handing } from '../../contract/bridge';
import type { Result } from '../../core/result';
import { invoke, subscribe } from '../bridge/bridge';

/** A long job that this window started. */
export interface Job {
  readonly id: string;
  readonly kind: 'upload' | 'inspect' | 'import' | 'export' | 'check';
  readonly progress: { readonly done: number; readonly total: number | null } | null;
}

interface Jobs {
  readonly running: readonly Job[];
}

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

export async function cancelJob(job: string): Promise<void> {
  const own = ownJobs.get(job);
  if (own) own.abort();
  else await invoke('job.cancel', { job });
}

const showProgress = (id: string, progress: Job['progress']): void =>
  useJobs.setState(({ running }) => ({
    running: running.map((job) => (job.id === id ? { ...job, progress } : job)),
  }));

/** Keeps the progress of jobs up to date. Answers with a function that stops that. */
export const startJobs = (): (() => void) =>
  subscribe('progress', (progress) => showProgress(progress.job, progress));
