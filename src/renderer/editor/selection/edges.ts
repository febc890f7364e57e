import type { Interval } from '../../../core/intervals';
import type { Edge } from '../interface';
import { characterAfter, characterBefore } from './characters';
import type { Words } from './words';

/** Where an annotation begins or ends: the start of its first fragment, or the end of its last one. UTF-16. */
export const edgeOf = (fragments: readonly Interval[], edge: Edge): number =>
  (edge === 'start' ? fragments[0]?.start : fragments.at(-1)?.end) ?? 0;

/** The fragments with one outer edge elsewhere. What had a width keeps at least one character of it. */
export function withEdgeAt(
  fragments: readonly Interval[],
  edge: Edge,
  offset: number,
  text: string,
): readonly Interval[] {
  const moving = edge === 'start' ? 0 : fragments.length - 1;
  return fragments.map((span, index) => {
    if (index !== moving) return span;
    const hasWidth = span.start < span.end;
    if (edge === 'start') {
      const latest = hasWidth ? characterBefore(text, span.end) : span.end;
      return { start: Math.min(offset, latest), end: span.end };
    }
    const earliest = hasWidth ? characterAfter(text, span.start) : span.start;
    return { start: span.start, end: Math.max(offset, earliest) };
  });
}

/** Where an edge comes to stand by one step of the keyboard: a step by words ends at the kind of edge it is. */
export function steppedEdge(
  from: number,
  edge: Edge,
  by: 'character' | 'word',
  direction: 'backward' | 'forward',
  text: string,
  words: Words,
): number {
  const isForward = direction === 'forward';
  if (by === 'character') return isForward ? characterAfter(text, from) : characterBefore(text, from);
  if (edge === 'start') {
    return (isForward ? words.startingAfter(from) : words.startingBefore(from))?.start ?? from;
  }
  return (isForward ? words.endingAfter(from) : words.endingBefore(from))?.end ?? from;
}

/**
 * Where an edge that is dragged to an offset snaps to: within a word to the nearer side. It leaves at least the
 * word at `opposite`, the annotation's other edge.
 */
export function snappedEdge(offset: number, edge: Edge, opposite: number, words: Words): number {
  const word = words.at(offset);
  const isFirstHalf = word ? offset - word.start < word.end - offset : false;
  if (edge === 'start') {
    const start = (isFirstHalf ? word : words.startingAfter(offset - 1))?.start ?? offset;
    return start < opposite ? start : (words.startingBefore(opposite)?.start ?? offset);
  }
  const end = (word && !isFirstHalf ? word : words.endingBefore(offset + 1))?.end ?? offset;
  return end > opposite ? end : (words.endingAfter(opposite)?.end ?? offset);
}
