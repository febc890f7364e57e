import type { Interval } from '../../../core/intervals';
import type { Edge } from '../interface';
import { characterAfter, characterBefore } from './characters';
import type { Words } from './words';

/** One edge of an annotation: where one of its fragments, counted from 0 in the order of the text, starts or ends. */
export interface EdgePlace {
  readonly fragment: number;
  readonly edge: Edge;
}

/** Where an edge is. UTF-16. */
export const edgeOf = (fragments: readonly Interval[], { fragment, edge }: EdgePlace): number =>
  fragments[fragment]?.[edge] ?? 0;

/**
 * The fragment that keys are about: the one at the caret, else the outer one on the side of the edge. Where two
 * fragments touch at the caret, it is the first of them.
 */
export function fragmentAt(fragments: readonly Interval[], caret: number, edge: Edge): number {
  const here = fragments.findIndex(({ start, end }) => start <= caret && caret <= end);
  if (here >= 0) return here;
  return edge === 'start' ? 0 : fragments.length - 1;
}

/**
 * The fragments with one edge elsewhere. What had a width keeps at least one character of it, and no fragment
 * reaches into the next.
 */
export function withEdgeAt(
  fragments: readonly Interval[],
  { fragment, edge }: EdgePlace,
  offset: number,
  text: string,
): readonly Interval[] {
  const span = fragments[fragment];
  if (!span) return fragments;
  const hasWidth = span.start < span.end;
  let moved: Interval;
  if (edge === 'start') {
    const before = fragments[fragment - 1]?.end ?? 0;
    const earliest = Math.min(before, span.start);
    const latest = hasWidth ? characterBefore(text, span.end) : span.end;
    moved = { start: Math.min(Math.max(offset, earliest), latest), end: span.end };
  } else {
    const next = fragments[fragment + 1]?.start ?? text.length;
    const earliest = hasWidth ? characterAfter(text, span.start) : span.start;
    const latest = Math.max(next, span.end);
    moved = { start: span.start, end: Math.max(Math.min(offset, latest), earliest) };
  }
  return fragments.with(fragment, moved);
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
 * word at `opposite`, the fragment's other edge.
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
