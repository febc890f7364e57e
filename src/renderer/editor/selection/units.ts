import type { Interval } from '../../../core/intervals';
import type { LineTable } from '../document/line-table';
import type { TextUnit } from '../interface';
import { sentencesOf } from '../../../core/words/sentences';
import type { Words } from './words';

/** The smallest stretch of whole units that covers a span: its words, sentences or paragraphs. UTF-16. */
export function unitAround(unit: TextUnit, span: Interval, lines: LineTable, words: Words): Interval {
  const first = unitAt(unit, span.start, lines, words);
  const last = unitAt(unit, Math.max(span.start, span.end - 1), lines, words);
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

function unitAt(unit: TextUnit, offset: number, lines: LineTable, words: Words): Interval {
  const nothing = { start: offset, end: offset };
  const line = lines.line(lines.lineAt(offset));
  if (unit === 'word') return words.at(offset) ?? nothing;
  if (unit === 'paragraph') return line;
  const sentences = sentencesOf(lines.text, line, offset);
  return sentences.find(({ start, end }) => start <= offset && offset <= end) ?? nothing;
}

/** From the smallest up. */
const units: readonly TextUnit[] = ['word', 'sentence', 'paragraph'];

/** The next larger stretch of whole units around a span; the whole text when it is a paragraph or more. */
export function expanded(span: Interval, lines: LineTable, words: Words): Interval {
  for (const unit of units) {
    const around = unitAround(unit, span, lines, words);
    if (around.start < span.start || around.end > span.end) return around;
  }
  return { start: 0, end: lines.text.length };
}

/** Where a caret stands after moving over one unit; it stays at an end of the text. UTF-16. */
export function moved(
  unit: TextUnit,
  offset: number,
  direction: 'backward' | 'forward',
  lines: LineTable,
  words: Words,
): number {
  const isForward = direction === 'forward';
  if (unit === 'word') {
    const word = isForward ? words.endingAfter(offset) : words.startingBefore(offset);
    return (isForward ? word?.end : word?.start) ?? (isForward ? lines.text.length : 0);
  }
  const index = lines.lineAt(offset);
  const within = (at: number): Interval[] => {
    const line = lines.line(at);
    return unit === 'paragraph' ? [line] : sentencesOf(lines.text, line, at === index ? offset : line.start);
  };
  const step = isForward ? 1 : -1;
  for (let at = index; at >= 0 && at < lines.lineCount; at += step) {
    const candidates = within(at);
    const next = isForward
      ? candidates.find(({ end }) => end > offset)?.end
      : candidates.findLast(({ start }) => start < offset)?.start;
    if (next !== undefined) return next;
  }
  return isForward ? lines.text.length : 0;
}
