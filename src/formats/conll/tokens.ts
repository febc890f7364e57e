import type { SegmentationRecord } from '../../core/model/document';
import { codePoint, makeOffsetTable, utf16 } from '../../core/offsets';
import { sentencesOf } from '../../core/words/sentences';

/** A half-open stretch of a text, in code points. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const words = /[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu;

/** A text by its code points. */
export interface Text {
  readonly length: number;
  slice(start: number, end: number): string;
  /** The stretches that a pattern matches. */
  matches(pattern: RegExp): readonly Stretch[];
  sentences(): readonly Stretch[];
}

/** Makes a text that is asked by code points. */
export function textOf(text: string): Text {
  const offsets = makeOffsetTable(text);
  const stretch = (start: number, end: number): Stretch => ({
    start: offsets.toCodePoint(utf16(start)),
    end: offsets.toCodePoint(utf16(end)),
  });
  return {
    length: offsets.codePoints,
    slice: (start, end) => text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end))),
    matches: (pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => stretch(index, index + found.length)),
    sentences: () =>
      [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) =>
        sentencesOf(text, { start: index, end: index + line.length }, index).map(({ start, end }) =>
          stretch(start, end),
        ),
      ),
  };
}

/** The stored tokens, if they can be written and every stretch keeps to them; else words and marks, cut at the edges of stretches. */
export function tokensOf(
  text: Text,
  stretches: readonly Stretch[],
  stored: SegmentationRecord | undefined,
): { readonly tokens: readonly Stretch[]; readonly areStored: boolean } {
  const inOrder = stretches.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const edges = new Set(inOrder);
  const allEdges = [...edges];
  const theirs = stored?.spans.map(([start, end]) => ({ start, end })) ?? [];
  if (stored && fits(text, theirs, edges)) return { tokens: theirs, areStored: true };
  let next = 0;
  const tokens = text.matches(words).flatMap(({ start, end }) => {
    while ((allEdges[next] ?? Infinity) <= start) next += 1;
    const cuts: number[] = [];
    for (let edge = allEdges[next]; edge !== undefined && edge < end; edge = allEdges[next]) {
      cuts.push(edge);
      next += 1;
    }
    return cuts.length === 0
      ? [{ start, end }]
      : [start, ...cuts].map((from, index) => ({ start: from, end: cuts[index] ?? end }));
  });
  return { tokens, areStored: false };
}

function fits(text: Text, tokens: readonly Stretch[], edges: ReadonlySet<number>): boolean {
  const known = new Set(tokens.flatMap(({ start, end }) => [start, end]));
  const isBlank = (start: number, end: number): boolean => text.slice(start, end).trim() === '';
  return (
    [...edges].every((edge) => known.has(edge)) &&
    isBlank(tokens.at(-1)?.end ?? 0, text.length) &&
    tokens.every(({ start, end }, index) => {
      const before = tokens[index - 1]?.end ?? 0;
      return (
        before <= start && start < end && isBlank(before, start) && /^\S+$/u.test(text.slice(start, end))
      );
    })
  );
}

/** Sentences as numbers of tokens after which each ends; the stored ones, if each begins and ends with a token. */
export function sentenceEnds(
  text: Text,
  tokens: readonly Stretch[],
  chunks: readonly { readonly first: number; readonly last: number }[],
  stored: SegmentationRecord | undefined,
): { readonly ends: ReadonlySet<number>; readonly areStored: boolean } {
  const endsAt = new Map(tokens.map(({ end }, index) => [end, index]));
  const inside = new Set(
    chunks.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, index) => first + index)),
  );
  const theirs = stored?.spans.map(([, end]) => endsAt.get(end)) ?? [];
  const areKnown = theirs.every((index) => index !== undefined && !inside.has(index));
  const beginAfter = stored?.spans.every(
    ([start], index) => start === tokens[index === 0 ? 0 : (theirs[index - 1] ?? -2) + 1]?.start,
  );
  const isWhole = theirs.at(-1) === tokens.length - 1;
  if (stored && areKnown && beginAfter === true && isWhole)
    return { ends: new Set(theirs.flatMap((index) => index ?? [])), areStored: true };
  const found = text.sentences().flatMap(({ end }) => endsAt.get(end) ?? []);
  return { ends: new Set(found.filter((index) => !inside.has(index))), areStored: false };
}
