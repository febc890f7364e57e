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
 * Where an edge that is dragged to an offset snaps to: within a word to the nearer side, as long as the word on
 * that side is still on the right side of `opposite`, the annotation's other edge.
 */
export function snappedEdge(offset: number, edge: Edge, opposite: number, words: Words): number {
  const word = words.at(offset);
  if (!word) return offset;
  const isFirstHalf = offset - word.start < word.end - offset;
  if (edge === 'start') {
    const next = isFirstHalf ? word.start : (words.startingAfter(offset)?.start ?? word.start);
    return next < opposite ? next : word.start;
  }
  const next = isFirstHalf ? (words.endingBefore(offset)?.end ?? word.end) : word.end;
  return next > opposite ? next : word.end;
}
