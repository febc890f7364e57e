import type { Span } from '../../../core/model/annotation';
import { problem, type Problem } from '../../../core/problem';
import type { PlacedText, Reading, Selected } from './placed-text';

/** How the positions of a file are read, and what told so. */
export interface Decision {
  readonly reading: Reading;
  readonly by: 'quotes' | 'words' | 'nothing';
  /** How many selections this reading fits, of how many. */
  readonly fits: number;
  readonly of: number;
}

const isWord = (character: string): boolean => /^[\p{L}\p{N}_]/u.test(character);
const blanks = /\s+/gu;
const collapsed = (text: string): string => text.replace(blanks, ' ');

/** How much of a text around a place is looked at: the characters before and behind it. */
function edge(text: PlacedText, place: number): readonly [before: string, behind: string] {
  const around = (start: number, end: number): string =>
    text.slice({ start: Math.max(0, start), end: Math.min(text.length, end) } as Span);
  return [around(place - 1, place), around(place, place + 1)];
}

/** How well a stretch begins and ends where words do: 2 where both, 1 where one. */
function fitOfWords(text: PlacedText, span: Span): number {
  const [before, first] = edge(text, span.start);
  const [last, behind] = edge(text, span.end);
  const begins = !(isWord(before) && isWord(first)) && first.trim() !== '';
  const ends = !(isWord(last) && isWord(behind)) && last.trim() !== '';
  return Number(begins) + Number(ends);
}

interface Votes {
  readonly reading: Reading;
  quotes: number;
  words: number;
}

/**
 * Decides in which way the positions of a project are meant. The standard makes the end of a selection its last
 * character; some programs write the place behind it, count UTF-16 units, or count a line break of two characters
 * as one, and nothing in a file says so. What selections quote tells it best, else whether they end where words do.
 */
export class Election {
  readonly #votes: Votes[] = [];
  #quoted = 0;
  #count = 0;

  /** `ends` is what a person said of them. */
  constructor(ends: Reading['ends'] | null) {
    for (const units of ['code-points', 'utf-16'] as const)
      for (const lineBreaks of ['two', 'one'] as const)
        for (const end of ['inclusive', 'exclusive'] as const)
          if (ends === null || ends === end)
            this.#votes.push({ reading: { ends: end, units, lineBreaks }, quotes: 0, words: 0 });
  }

  /** Lets the selections of one text vote. */
  add(text: PlacedText, selections: readonly Selected[]): void {
    this.#count += selections.length;
    this.#quoted += selections.filter(({ quote }) => quote !== null).length;
    const differs = (reading: Reading): boolean =>
      (reading.units === 'code-points' || text.hasAstral) &&
      (reading.lineBreaks === 'two' || text.hasLongBreaks);
    const sameAs = (reading: Reading): Reading => ({
      ends: reading.ends,
      units: text.hasAstral ? reading.units : 'code-points',
      lineBreaks: text.hasLongBreaks ? reading.lineBreaks : 'two',
    });
    const counted = new Map<string, { quotes: number; words: number }>();
    for (const { reading } of this.#votes)
      if (differs(reading)) counted.set(JSON.stringify(reading), count(text, selections, reading));
    for (const votes of this.#votes) {
      const mine = counted.get(JSON.stringify(sameAs(votes.reading)));
      votes.quotes += mine?.quotes ?? 0;
      votes.words += mine?.words ?? 0;
    }
  }

  /** What fits most. Of readings that fit as well as each other, the one closest to the standard. */
  decide(): Decision {
    const most = this.#best(({ quotes }) => quotes);
    if (most.quotes > 0 && this.#isTold(most, ({ quotes }) => quotes))
      return { reading: most.reading, by: 'quotes', fits: most.quotes, of: this.#quoted };
    const fittest = this.#best(({ words, quotes }) => words + quotes * 4);
    const isTold = this.#isTold(fittest, ({ words, quotes }) => words + quotes * 4);
    return {
      reading: fittest.reading,
      by: isTold ? 'words' : 'nothing',
      fits: fittest.words / 2,
      of: this.#count,
    };
  }

  #best(score: (votes: Votes) => number): Votes {
    const best = this.#votes.reduce((a, b) => (score(b) > score(a) ? b : a));
    return best;
  }

  /** Whether no reading with other ends fits as well. */
  #isTold(best: Votes, score: (votes: Votes) => number): boolean {
    return this.#votes.every(
      (votes) => votes.reading.ends === best.reading.ends || score(votes) < score(best),
    );
  }
}

function count(
  text: PlacedText,
  selections: readonly Selected[],
  reading: Reading,
): { readonly quotes: number; readonly words: number } {
  let [quotes, words] = [0, 0];
  for (const selected of selections) {
    const span = text.span(selected, reading);
    if (span === null) continue;
    if (selected.quote !== null && collapsed(text.slice(span)) === collapsed(selected.quote)) quotes += 1;
    words += fitOfWords(text, span);
  }
  return { quotes, words };
}

/** What a person must know of a reading: everything but that a file is as the standard says and shows it. */
export function warningsOf({ reading, by, fits, of }: Decision, file: string): readonly Problem[] {
  if (of === 0) return [];
  const place = { file, line: 1 };
  const count = Math.round(fits);
  const warnings: Problem[] = [];
  if (by === 'nothing') warnings.push(problem('refi-ends-unknown', place));
  else if (reading.ends === 'exclusive')
    warnings.push(problem('refi-ends-exclusive', { ...place, count, of }));
  else if (by === 'words') warnings.push(problem('refi-ends-inclusive', { ...place, count, of }));
  if (reading.units === 'utf-16') warnings.push(problem('refi-units', place));
  if (reading.lineBreaks === 'one') warnings.push(problem('refi-line-breaks', place));
  return warnings;
}
