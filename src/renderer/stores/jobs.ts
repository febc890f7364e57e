import { create } from 'zustand';
import type { Progress } from '../../contract/events';
import type { Result } from '../../core/result';
import { invoke, subscribe } from '../bridge/bridge';

/** A long job that this window started. */
export interface Job {
  readonly id: string;
  readonly kind: 'inspect' | 'import' | 'export' | 'check';
  readonly progress: Progress | null;
}

interface Jobs {
  readonly running: readonly Job[];
}

export const useJobs = create<Jobs>(() => ({ running: [] }));

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

export const cancelJob = (job: string): Promise<unknown> => invoke('job.cancel', { job });

/** Keeps the progress of jobs up to date. Answers with a function that stops that. */
export const startJobs = (): (() => void) =>
  subscribe('progress', (progress) =>
    useJobs.setState(({ running }) => ({
      running: running.map((job) => (job.id === progress.job ? { ...job, progress } : job)),
    })),
  );
