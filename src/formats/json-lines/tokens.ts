import type { SegmentationRecord } from '../../core/model/document';
import { codePoint, makeOffsetTable, utf16, type CodePointOffset } from '../../core/offsets';

/** A token; in code points. A single blank that follows it belongs to no token. */
export interface Token {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
  readonly text: string;
  /** Whether a blank follows, as spaCy and Prodigy mark it. */
  readonly ws: boolean;
}

interface Stretch {
  readonly start: CodePointOffset;
  readonly end: CodePointOffset;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** The segmentation that they come from; null where they were found here. */
  readonly stored: SegmentationRecord | null;
}

const words = /[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu;

/**
 * The tokens of a text: those that were imported with it, where every given stretch begins and ends with one of them;
 * else words, numbers and single marks, divided wherever a stretch begins or ends.
 */
export function tokensFor(
  text: string,
  stretches: readonly Stretch[],
  segmentations: readonly SegmentationRecord[],
): Tokens {
  const offsets = makeOffsetTable(text);
  const starts = new Set<number>(stretches.map(({ start }) => start));
  const ends = new Set<number>(stretches.map(({ end }) => end));
  const slice = (start: number, end: number): string =>
    text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end)));
  const token = (start: number, end: number, next: number): Token => ({
    start: codePoint(start),
    end: codePoint(end),
    text: slice(start, end),
    ws: next > end && slice(end, end + 1) === ' ',
  });
  const found = segmentations.find(({ unit }) => unit === 'token');
  if (found && fits(found, starts, ends, offsets.codePoints))
    return {
      stored: found,
      tokens: found.spans.map(([start, end], index) =>
        token(start, end, found.spans[index + 1]?.[0] ?? offsets.codePoints),
      ),
    };
  const edges: number[] = [];
  for (const match of text.matchAll(words)) edges.push(offsets.toCodePoint(utf16(match.index)));
  const cuts = [...new Set([...edges, ...starts, ...ends, ...spread(text, offsets)])]
    .filter((cut) => cut < offsets.codePoints)
    .sort((a, b) => a - b);
  const pieces = cuts.map((start, index) => [start, cuts[index + 1] ?? offsets.codePoints] as const);
  const isLoose = (start: number, end: number): boolean =>
    start > 0 && slice(start, end) === ' ' && !starts.has(start) && !ends.has(end);
  const tokens: Token[] = [];
  let wasWord = false;
  pieces.forEach(([start, end], index) => {
    const isBlank = wasWord && isLoose(start, end);
    const next = pieces[index + 1];
    const followed = next !== undefined && isLoose(...next);
    if (!isBlank) tokens.push(token(start, end, followed ? end + 1 : end));
    wasWord = !isBlank;
  });
  return { stored: null, tokens };
}

/** Cuts every run of white space after its first character, which may belong to the word before it. */
function* spread(text: string, offsets: ReturnType<typeof makeOffsetTable>): Generator<number> {
  for (const match of text.matchAll(/\s{2,}/gu)) yield offsets.toCodePoint(utf16(match.index + 1));
}

/** Whether tokens follow each other without lying in each other, and every stretch keeps to them. */
function fits(
  { spans }: SegmentationRecord,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
  length: number,
): boolean {
  const isInOrder = spans.every(
    ([start, end], index) => start < end && end <= length && (spans[index - 1]?.[1] ?? 0) <= start,
  );
  const [tokenStarts, tokenEnds] = [0, 1].map(
    (side) => new Set<number>(spans.map((span) => span[side] ?? -1)),
  );
  return (
    isInOrder &&
    [...starts].every((start) => tokenStarts?.has(start)) &&
    [...ends].every((end) => tokenEnds?.has(end))
  );
}
