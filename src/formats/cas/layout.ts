import type { Reason } from '../../core/exchange/things';
import type { SegmentationRecord } from '../../core/model/document';
import type { OffsetTable } from '../../core/offsets';
import type { Stretch } from './model';
import { ownSentences, ownTokens, sameStretches, stretchesBetween } from './segments';

/** The tokens and sentences that a document is written with. */
export interface Layout {
  readonly tokens: readonly Stretch[];
  readonly sentences: readonly Stretch[];
  /** The segmentations that do not come back as they are. */
  readonly lost: readonly { readonly id: string; readonly reason: Reason }[];
}

const firstOf = (text: string): number => text.length - text.trimStart().length;

/** Whether tokens can stand in rows, one after the other, the first where the text begins. */
const areRows = (tokens: readonly Stretch[], text: string): boolean =>
  tokens[0]?.[0] === firstOf(text) &&
  tokens.every(([begin, end], index) => begin < end && begin >= (tokens[index - 1]?.[1] ?? 0));

/**
 * The tokens and sentences of a document as they are written: those that it came with where the format holds them, else
 * those that Postil finds. Those that it came with and that Postil would find are lost, since nobody can tell.
 */
export function layOut(
  text: string,
  segmentations: readonly SegmentationRecord[],
  offsets: OffsetTable,
  inRows: boolean,
): Layout {
  const lost: { readonly id: string; readonly reason: Reason }[] = [];
  const stored = (
    unit: SegmentationRecord['unit'],
  ): readonly (readonly [id: string, at: readonly Stretch[]])[] =>
    segmentations
      .filter((one) => one.unit === unit)
      .map(({ id, spans }) => [
        id,
        spans.map(([start, end]) => [offsets.toUtf16(start), offsets.toUtf16(end)] as const),
      ]);
  const choose = (
    unit: SegmentationRecord['unit'],
    own: readonly Stretch[],
    fits: (stretches: readonly Stretch[]) => boolean,
  ): readonly Stretch[] => {
    let chosen: readonly Stretch[] | undefined;
    for (const [id, stretches] of stored(unit)) {
      if (chosen) lost.push({ id, reason: 'one-only' });
      else if (sameStretches(stretches, own) || !fits(stretches)) lost.push({ id, reason: 'details' });
      else chosen = stretches;
    }
    return chosen ?? own;
  };
  const tokens = choose('token', ownTokens(text), (stretches) =>
    inRows ? areRows(stretches, text) : isSorted(stretches),
  );
  const sentences = choose('sentence', ownSentences(text, tokens), (stretches) =>
    inRows ? sameStretches(stretches, rowsOf(text, tokens, stretches)) : isSorted(stretches),
  );
  return { tokens, sentences, lost };
}

/** Whether a CAS gives them back in the same order: an index of annotations is sorted, and keeps no twins apart. */
const isSorted = (stretches: readonly Stretch[]): boolean =>
  stretches.length > 0 && stretches.every(([begin], index) => begin > (stretches[index - 1]?.[0] ?? -1));

/** The sentences that come of it where each begins with the first token in it. */
function rowsOf(text: string, tokens: readonly Stretch[], sentences: readonly Stretch[]): readonly Stretch[] {
  const begins = new Set(tokens.slice(0, 1).map(([begin]) => begin));
  let at = 0;
  for (const [begin] of sentences) {
    while (at < tokens.length && (tokens[at]?.[0] ?? 0) < begin) at += 1;
    const first = tokens[at];
    if (first) begins.add(first[0]);
  }
  return stretchesBetween(text, [...begins]);
}
