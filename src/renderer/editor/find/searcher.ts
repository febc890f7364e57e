import { fail, type Result } from '../../../core/result';
import type { FindProblem, FindQuery } from '../../../core/occurrences/find-query';
import type { SearchAnswer, SearchRequest } from './search-worker';

/** Searches one text, one query at a time; a new query gives up the one before it. */
export interface Searcher {
  /** Hits as pairs of UTF-16 offsets. */
  readonly search: (query: FindQuery, answer: (hits: Result<Uint32Array, FindProblem>) => void) => void;
  readonly cancel: () => void;
}

/** How long a search may take, in milliseconds. A plain one takes some 20 for a million characters. */
const patience = 3000;

/** Searches one text in a worker, which is started with the first search and given up when it takes too long. */
export function makeSearcher(text: string): Searcher {
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (to: Worker, request: SearchRequest): void => to.postMessage(request);

  function cancel(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
  }

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    send(started, { text });
    return started;
  }

  return {
    search: (query, answer) => {
      // A worker that still searches hears nothing until it is done.
      if (timer !== undefined) cancel();
      const mine = (worker ??= start());
      timer = setTimeout(() => {
        cancel();
        timer = undefined;
        answer(fail({ code: 'pattern-too-slow' }));
      }, patience);
      mine.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
        clearTimeout(timer);
        timer = undefined;
        answer(data);
      };
      send(mine, { query });
    },
    cancel: () => {
      cancel();
      timer = undefined;
    },
  };
}
