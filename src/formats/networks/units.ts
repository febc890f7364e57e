import { sentencesOf } from '../../core/words/sentences';
import { codePoint, makeOffsetTable } from '../../core/offsets';
import type { DocumentContents } from '../exchange/contents';

/** Finds the unit of a text in which a place stands, by its number; places are code points. */
export type UnitAt = (place: number) => number;

/** The documents, paragraphs (lines that are not blank) or sentences of a text; those that were imported, where there are any. */
export function unitsOf(
  { text, segmentations }: DocumentContents,
  within: string | boolean | undefined,
): UnitAt {
  if (within === 'document') return () => 0;
  const sentences = segmentations.find(({ unit }) => unit === 'sentence');
  if (within === 'sentence' && sentences) return lastBefore(sentences.spans.map(([start]) => start));
  const offsets = makeOffsetTable(text);
  const at = lastBefore([...startsIn(text, within === 'sentence')]);
  return (place) => at(offsets.toUtf16(codePoint(place)));
}

/** Where lines or their sentences begin, in UTF-16 units. */
function* startsIn(text: string, isBySentence: boolean): Generator<number> {
  for (const line of text.matchAll(/[^\r\n]+/gu)) {
    const end = line.index + line[0].length;
    if (!isBySentence) yield line.index;
    else {
      // A very long line is looked at in stretches, since only what is near a place is cut into sentences.
      let from = line.index;
      while (from < end) {
        const sentences = sentencesOf(text, { start: from, end }, from);
        for (const { start } of sentences) yield start;
        const last = sentences.at(-1);
        if (!last || last.end >= end || last.end <= from) break;
        from = last.end;
      }
    }
  }
}

/** The number of the last of some ascending places that is not behind a place; -1 before the first. */
function lastBefore(starts: readonly number[]): UnitAt {
  return (place) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}
