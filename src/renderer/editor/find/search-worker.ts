import type { Result } from '../../../core/result';
import type { FindProblem, FindQuery } from '../../../core/occurrences/find-query';
import { findAll, patternFor } from '../../../core/occurrences/search';

/** Sent once: the text to search in. Then: what to look for. */
export type SearchRequest = { readonly text: string } | { readonly query: FindQuery };

/** The hits as pairs of UTF-16 offsets. */
export type SearchAnswer = Result<Uint32Array, FindProblem>;

let text = '';

// Searching has a thread of its own, so that a pattern that never ends can be ended by whoever asked.
self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if ('text' in data) {
    text = data.text;
    return;
  }
  const pattern = patternFor(data.query);
  const answer: SearchAnswer = pattern.ok ? { ok: true, value: findAll(text, pattern.value) } : pattern;
  self.postMessage(answer);
});
