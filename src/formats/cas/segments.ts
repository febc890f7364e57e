import { sentencesOf } from '../../core/words/sentences';
import type { Stretch } from './model';

/** The tokens of a text as they are where nobody said otherwise: words and numbers, and every other sign by itself. */
export const ownTokens = (text: string): readonly Stretch[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}_]+|[^\s]/gu), ({ 0: token, index }) => [
    index,
    index + token.length,
  ]);

/** A stretch without the blanks at its edges. */
export function trimmed(text: string, [begin, end]: Stretch): Stretch {
  const whole = text.slice(begin, end);
  const lead = whole.length - whole.trimStart().length;
  return lead === whole.length ? [begin, begin] : [begin + lead, begin + whole.trimEnd().length];
}

/** Where sentences begin, of which each ends before the next one. */
export function stretchesBetween(text: string, begins: readonly number[]): readonly Stretch[] {
  return begins.map((begin, index) => trimmed(text, [begin, begins[index + 1] ?? text.length]));
}

function* linesOf(text: string): Generator<Stretch> {
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/[\n\r]+/gu)) {
    yield [start, index];
    start = index + end.length;
  }
  yield [start, text.length];
}

/** How much of a line is looked at in one piece. */
const piece = 5_000;

/** Where sentences begin as they are where nobody said so: at the first token of each. */
function* beginsIn(text: string): Generator<number> {
  for (const [start, end] of linesOf(text))
    for (let from = start; from < end; from += piece)
      for (const sentence of sentencesOf(text, { start: from, end: Math.min(end, from + piece) }, from))
        yield sentence.start;
}

/** The sentences of a text with these tokens as they are where nobody said otherwise. */
export function ownSentences(text: string, tokens: readonly Stretch[]): readonly Stretch[] {
  const begins: number[] = [];
  const breaks = beginsIn(text);
  let next = breaks.next();
  for (const [begin] of tokens) {
    let isFirst = begins.length === 0;
    while (!next.done && next.value <= begin) {
      isFirst = true;
      next = breaks.next();
    }
    if (isFirst) begins.push(begin);
  }
  return stretchesBetween(text, begins);
}

/** Whether two lists hold the same stretches in the same order. */
export const sameStretches = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
  a.length === b.length && a.every(([begin, end], index) => begin === b[index]?.[0] && end === b[index][1]);
