import { Worker } from 'node:worker_threads';
import { plainDocumentOptions, type DocumentFormat } from '../../../../contract/document-files';
import { problem, type Problem } from '../../../../core/problem';
import { fail, type Result } from '../../../../core/result';
import { codeOf, messageOf } from '../../../../core/thrown';
import type { Job } from '../../../jobs/jobs';
import type { Extracted } from '../extracted';
import { limits } from '../limits';
import type { FromThread, ReadRequest, Workbook } from './messages';

/** The file that the thread runs: built, it stands beside the engine's process; in tests, beside this one. */
const entry = (): URL => {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? 'entry.ts' : '../engine/reading-thread.js', here);
};

type Answer = Result<Extracted | Workbook>;

/** Why a thread ended. */
const problemOf = (error: unknown): Problem =>
  codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
    ? problem('document-too-large-inside', { megabytes: limits.threadMegabytes })
    : problem('document-broken', { detail: messageOf(error) });

/**
 * Reads documents in a thread of its own, one after the other: a file that makes its reader hang or eat memory is
 * given up, and the engine goes on. The thread starts with the first file, and again after one that broke it.
 */
export class ReadingThread {
  readonly #silence: number;
  #worker: Worker | null = null;

  constructor(silence: number = limits.silence) {
    this.#silence = silence;
  }

  /** Throws what `Job.breathe` throws where the job is cancelled meanwhile. */
  async read(request: ReadRequest<DocumentFormat>, job: Job): Promise<Result<Extracted>> {
    return (await this.#inTurn(request, job)) as Result<Extracted>;
  }

  /** Reads all sheets of a workbook. */
  async readWorkbook(input: Uint8Array, job: Job): Promise<Result<Workbook>> {
    const request = { format: 'xlsx', input, options: plainDocumentOptions } as const;
    return (await this.#inTurn(request, job)) as Result<Workbook>;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #inTurn(request: ReadRequest, job: Job): Promise<Answer> {
    await job.breathe();
    const result = await this.#ask(request, job);
    await job.breathe();
    return result;
  }

  #start(): Worker {
    return new Worker(entry(), {
      resourceLimits: { maxOldGenerationSizeMb: limits.threadMegabytes },
      // What libraries print is about the file, and nobody's business.
      stdout: true,
      stderr: true,
    });
  }

  async #ask(request: ReadRequest, job: Job): Promise<Answer> {
    if (job.signal.aborted) return fail(problem('job-cancelled'));
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout;
      const settle = (result: Answer, isBroken: boolean): void => {
        clearTimeout(timer);
        job.signal.removeEventListener('abort', onAbort);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        // A broken thread may still complain, which must not end the engine.
        if (isBroken) worker.on('error', () => undefined);
        void (isBroken ? this.close() : Promise.resolve()).then(() => {
          resolve(result);
        });
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          settle(fail(problem('document-too-slow', { seconds: Math.ceil(this.#silence / 1000) })), true);
        }, this.#silence);
      };
      const onMessage = (message: FromThread): void => {
        if (message.kind === 'progress') wait();
        else settle(message.result, false);
      };
      const onError = (error: unknown): void => settle(fail(problemOf(error)), true);
      const onExit = (): void => settle(fail(problem('document-broken', { detail: 'exit' })), true);
      const onAbort = (): void => settle(fail(problem('job-cancelled')), true);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      job.signal.addEventListener('abort', onAbort);
      wait();
      worker.postMessage(request);
    });
  }
}
