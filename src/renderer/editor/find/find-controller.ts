import type { Interval } from '../../../core/intervals';
import type { StrokeSource } from '../painting/painter';
import type { FindQuery } from '../../../core/occurrences/find-query';
import type { FindController, FindState } from './find-state';
import { makeSearcher } from './searcher';

export interface FindListener {
  /** Where the search begins: the start of the selection, or what is at the top of the view. UTF-16. */
  readonly from: () => number;
  /** The hits, or which of them is the current one, changed. */
  readonly changed: () => void;
  readonly reveal: (hit: Interval) => void;
  readonly select: (hit: Interval) => void;
}

/** A find controller, and the hits as something to paint. */
export interface Finder {
  readonly controller: FindController;
  readonly strokes: StrokeSource;
  readonly dispose: () => void;
}

const closed: FindState = { query: null, isSearching: false, count: 0, current: 0, problem: null };

/** Finds in one text, and steps through what is found. Closed at first. */
export function makeFinder(text: string, listener: FindListener): Finder {
  const searcher = makeSearcher(text);
  const subscribers = new Set<() => void>();
  let hits: Uint32Array = new Uint32Array();
  let state = closed;

  const hit = (number: number): Interval => ({
    start: hits[2 * number] ?? 0,
    end: hits[2 * number + 1] ?? 0,
  });

  /** The number, from 0, of the first hit that ends behind an offset; the number of hits, where there is none. */
  function firstAfter(offset: number): number {
    let low = 0;
    let high = hits.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (hit(middle).end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function become(next: Partial<FindState>): void {
    state = { ...state, ...next };
    listener.changed();
    for (const subscriber of subscribers) subscriber();
  }

  function goTo(number: number): void {
    if (state.count === 0) return;
    const current = (number + state.count) % state.count;
    become({ current: current + 1 });
    listener.reveal(hit(current));
  }

  function search(query: FindQuery): void {
    if (query.text === '') {
      searcher.cancel();
      hits = new Uint32Array();
      become({ ...closed, query });
      return;
    }
    const from = state.current > 0 ? hit(state.current - 1).start : listener.from();
    become({ query, isSearching: true, problem: null });
    searcher.search(query, (answer) => {
      hits = answer.ok ? answer.value : new Uint32Array();
      const problem = answer.ok ? null : answer.problem;
      become({ isSearching: false, count: hits.length / 2, current: 0, problem });
      goTo(firstAfter(from));
    });
  }

  function close(): void {
    searcher.cancel();
    if (state.current > 0) listener.select(hit(state.current - 1));
    hits = new Uint32Array();
    become(closed);
  }

  return {
    controller: {
      state: () => state,
      subscribe: (subscriber) => {
        subscribers.add(subscriber);
        return () => subscribers.delete(subscriber);
      },
      search,
      next: () => goTo(state.current),
      previous: () => goTo(state.current - 2),
      close,
    },
    strokes: (window) => {
      const painted = [];
      for (let number = firstAfter(window.start); number < hits.length / 2; number += 1) {
        const span = hit(number);
        if (span.start > window.end) break;
        const isCurrent = number + 1 === state.current;
        painted.push({ style: { of: 'find', isCurrent } as const, span });
      }
      return painted;
    },
    dispose: () => searcher.cancel(),
  };
}
