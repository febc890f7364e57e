import type { Interval } from '../intervals';
import { sentencesOf } from './sentences';

/** How much is shown of a long sentence before and behind what it is shown for, in UTF-16 units. */
const reach = 240;

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/**
 * The sentence, or sentences, in which a span stands, without the spaces around them; never more than a line or two
 * and cut between words where it is very long. All offsets are UTF-16.
 */
export function sentenceAround(text: string, span: Interval): Interval {
  const line = {
    start: Math.max(lineStart(text, span.start), span.start - reach),
    end: Math.min(lineEnd(text, span.end), span.end + reach),
  };
  const sentences = sentencesOf(text, line, span.start);
  const first = sentences.find(({ end }) => end > span.start);
  const last = sentences.findLast(({ start }) => start < span.end);
  const start = Math.min(first?.start ?? span.start, span.start);
  const end = Math.max(last?.end ?? span.end, span.end);
  return { start: afterCut(text, start, span.start), end: beforeCut(text, end, span.end) };
}

/** Where a sentence was cut inside of a word, it begins with the next one. */
function afterCut(text: string, start: number, before: number): number {
  const isCut = start > 0 && !/\s/u.test(text.charAt(start - 1));
  if (!isCut) return start;
  const space = text.slice(start, before).search(/\s\S/u);
  return space === -1 ? start : start + space + 1;
}

function beforeCut(text: string, end: number, after: number): number {
  const isCut = end < text.length && !/\s/u.test(text.charAt(end));
  if (!isCut) return end;
  const space = /\s\S*$/u.exec(text.slice(after, end))?.index;
  return space === undefined ? end : after + space;
}
