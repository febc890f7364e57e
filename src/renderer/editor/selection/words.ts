import type { Interval } from '../../../core/intervals';

/**
 * The words of a text, found by Unicode's rules around a place, never through a whole line: a line may have a
 * million characters. Offsets are UTF-16.
 */
export interface Words {
  /** The word at an offset, or the one that ends there; null between words. */
  readonly at: (offset: number) => Interval | null;
  /** The next word that ends, or that starts, behind an offset; null after the last one. */
  readonly endingAfter: (offset: number) => Interval | null;
  readonly startingAfter: (offset: number) => Interval | null;
  /** The last word that starts, or that ends, before an offset; null before the first one. */
  readonly startingBefore: (offset: number) => Interval | null;
  readonly endingBefore: (offset: number) => Interval | null;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How far around a place words are looked for at first. Longer words are not words. */
const reach = 256;

/** What joins two parts to one word when nothing stands between: «пресс-служба», «75-й», «О’Нил». */
const joins = /^[-\u2010\u2011'’]$/u;

/** The words that lie in a stretch of text; those that cross its edges are cut there. */
function wordsBetween(text: string, start: number, end: number): Interval[] {
  const words: Interval[] = [];
  let canJoin = false;
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
    const from = start + index;
    const last = words.at(-1);
    if (isWordLike && canJoin && last)
      words[words.length - 1] = { start: last.start, end: from + segment.length };
    else if (isWordLike) words.push({ start: from, end: from + segment.length });
    canJoin = !isWordLike && joins.test(segment) && words.at(-1)?.end === from;
  }
  return words;
}

/** Finds the words of a text around a place, without reading all of it. */
export function makeWords(text: string): Words {
  /** Starts where no word is cut: after a space, where there is one near. */
  function wordsAround(offset: number, backward: number, forward: number): Interval[] {
    const from = Math.max(0, offset - backward);
    const space = from === 0 ? 0 : text.slice(from, offset).search(/\s/u) + 1;
    return wordsBetween(text, from + space, Math.min(text.length, offset + forward));
  }

  function search(around: (distance: number) => Interval | undefined): Interval | null {
    for (let distance = reach; ; distance *= 8) {
      const word = around(distance);
      if (word) return word;
      if (distance > text.length) return null;
    }
  }

  const next = (offset: number, matches: (word: Interval) => boolean): Interval | null =>
    search((distance) => wordsAround(offset, reach, distance).find(matches));
  const previous = (offset: number, matches: (word: Interval) => boolean): Interval | null =>
    search((distance) => wordsAround(offset, distance, reach).findLast(matches));

  return {
    at: (offset) => {
      const words = wordsAround(offset, reach, reach);
      const covers = words.find(({ start, end }) => start <= offset && offset < end);
      return covers ?? words.find(({ end }) => end === offset) ?? null;
    },
    endingAfter: (offset) => next(offset, ({ end }) => end > offset),
    startingAfter: (offset) => next(offset, ({ start }) => start > offset),
    startingBefore: (offset) => previous(offset, ({ start }) => start < offset),
    endingBefore: (offset) => previous(offset, ({ end }) => end < offset),
  };
}

/** What a selection leaves out at its ends. Signs that belong to a number or a name are no punctuation here. */
const isTrimmed = (character: string): boolean =>
  /^[\s\p{P}\p{Z}]$/u.test(character) && !/[%‰§#@&]/u.test(character);

const brackets = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
]);

/** How many of a text's brackets of one sort stay open; below 0, how many are closed that were not opened. */
function stayOpen(text: string, opening: string, closing: string): number {
  let open = 0;
  for (const character of text) {
    if (character === opening) open += 1;
    else if (character === closing) open -= 1;
  }
  return open;
}

/** Takes a bracket back in at either end where its partner is inside: «ОДКБ (Организация договора)». */
function withPartners(text: string, { start, end }: Interval): Interval {
  for (const [opening, closing] of brackets) {
    const open = stayOpen(text.slice(start, end), opening, closing);
    if (open > 0 && text[end] === closing) return withPartners(text, { start, end: end + 1 });
    if (open < 0 && text[start - 1] === opening) return withPartners(text, { start: start - 1, end });
  }
  return { start, end };
}

/** A span without the spaces and the punctuation at its ends; the span itself where there is nothing else in it. */
export function trimmed(text: string, span: Interval): Interval {
  let { start, end } = span;
  while (start < end && isTrimmed(text.charAt(start))) start += 1;
  while (end > start && isTrimmed(text.charAt(end - 1))) end -= 1;
  return start === end ? span : withPartners(text, { start, end });
}

/** The whole words that a selection touches, without the punctuation around them. */
export function snapToWords(text: string, words: Words, span: Interval): Interval {
  if (span.start === span.end) return span;
  const first = words.at(span.start);
  const last = words.at(span.end);
  return trimmed(text, {
    // A word that ends where the selection starts is not touched by it, nor is one that starts where it ends.
    start: first && first.end > span.start ? first.start : span.start,
    end: last && last.start < span.end ? Math.max(last.end, span.end) : span.end,
  });
}
