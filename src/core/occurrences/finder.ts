import { ok, type Result } from '../result';
import type { FindProblem } from './find-query';
import { findInflected } from './inflected';
import { occurrenceAt, type FindOccurrences, type OccurrenceQuery } from './occurrence';
import { findAll, patternFor } from './search';

/**
 * What finds the occurrences that a query asks for. Of queries, only patterns can take for ever: run those where they
 * can be stopped. A text without a word is found literally, since it has no other forms.
 */
export function finderFor(query: OccurrenceQuery): Result<FindOccurrences, FindProblem> {
  if (query.manner === 'inflected') {
    const find = findInflected(query.text);
    return find
      ? ok(find)
      : finderFor({ manner: 'literal', text: query.text, ignoreCase: true, wholeWords: false });
  }
  const { text, ignoreCase, wholeWords, manner } = query;
  const pattern = patternFor({ text, ignoreCase, wholeWords, regularExpression: manner === 'pattern' });
  if (!pattern.ok) return pattern;
  return ok(function* find(searched) {
    const hits = findAll(searched, pattern.value);
    for (let hit = 0; hit < hits.length; hit += 2)
      yield occurrenceAt(searched, hits[hit] ?? 0, hits[hit + 1] ?? 0);
  });
}
