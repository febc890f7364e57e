import { totalLength } from '../../core/fragments';
import { addTo } from '../../core/grouped';
import type { AnnotationRecord } from '../../core/model/annotation';

/** A stretch of a text that the same annotations cover from its beginning to its end; offsets are code points. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Those that cover it, from the outermost to the innermost. */
  readonly covering: readonly Placed[];
  /** Those that end here: where their numbers stand. */
  readonly ending: readonly Placed[];
}

/** An annotation with its number on the page, and the line under the text that is its own. */
export interface Placed {
  readonly annotation: AnnotationRecord;
  readonly number: number;
  readonly lane: number;
}

/** Gives annotations numbers in their order, and lanes so that no two that overlap share one. */
export function placed(annotations: readonly AnnotationRecord[]): readonly Placed[] {
  const ends: number[] = [];
  return annotations.map((annotation, index) => {
    const [first, last] = [annotation.fragments[0], annotation.fragments.at(-1)];
    const free = ends.findIndex((end) => end <= (first?.start ?? Infinity));
    const lane = free < 0 ? ends.length : free;
    if (first && last) ends[lane] = Math.max(...annotation.fragments.map(({ end }) => end));
    return { annotation, number: index + 1, lane };
  });
}

/** Cuts a text of this length wherever an annotation begins or ends, so that nested and crossing ones can be drawn. */
export function* stretchesOf(length: number, all: readonly Placed[]): Generator<Stretch> {
  const opening = new Map<number, Placed[]>();
  const closing = new Map<number, Placed[]>();
  const lastEnd = new Map<number, Placed[]>();
  for (const one of all) {
    for (const { start, end } of one.annotation.fragments) {
      if (start === end) continue;
      addTo(opening, start, one);
      addTo(closing, end, one);
    }
    const { fragments } = one.annotation;
    if (fragments.length > 0) addTo(lastEnd, Math.max(...fragments.map(({ end }) => end)), one);
  }
  const places = [...new Set([0, length, ...opening.keys(), ...closing.keys(), ...lastEnd.keys()])].sort(
    (a, b) => a - b,
  );
  const open = new Map<Placed, number>();
  // What has no width and stands at the very beginning ends before the first stretch.
  if (lastEnd.has(0)) yield { start: 0, end: 0, covering: [], ending: lastEnd.get(0) ?? [] };
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) return;
    for (const one of closing.get(start) ?? []) {
      const depth = open.get(one) ?? 0;
      if (depth <= 1) open.delete(one);
      else open.set(one, depth - 1);
    }
    for (const one of opening.get(start) ?? []) open.set(one, (open.get(one) ?? 0) + 1);
    const covering = [...open.keys()].sort((a, b) => widthOf(b) - widthOf(a) || a.number - b.number);
    yield { start, end, covering, ending: lastEnd.get(end) ?? [] };
  }
}

const widthOf = ({ annotation }: Placed): number => totalLength(annotation.fragments);
