import { longestDocument } from '../../core/model/document';
import { problem } from '../../core/problem';
import type { ImportPlan } from '../../contract/engine-calls';
import { countCodePoints, type Stretch } from './characters';
import { Refusal } from './refusal';

type Split = NonNullable<ImportPlan['split']>;

/** How far before the size that was asked for a part may end, so that it ends where a reader would pause. */
const slack = 0.2;
const mostSlack = 20_000;

/** Where a reader pauses, the longest pauses first. Each pattern ends where the next part begins. */
const pauses: readonly RegExp[] = [
  /\r?\n[^\S\n]*\r?\n\s*(?=\S)/g,
  /\r\n|[\n\r\u2028\u2029]/g,
  /[.!?…]["'»”’)\]]*\s+(?=\S)/g,
  /\s+(?=\S)/g,
];

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const longestGrapheme = 64;

/** The last boundary between two characters, as a reader sees them, at or before a place. */
function graphemeBoundary(text: string, place: number): number {
  const start = Math.max(0, place - longestGrapheme);
  const around = text.slice(start, place + longestGrapheme);
  const grapheme = segmenter.segment(around).containing(place - start);
  const boundary = grapheme ? start + grapheme.index : place;
  return boundary > start ? boundary : place;
}

/** The last place at or before `latest` where a reader pauses, not before `earliest`; in UTF-16 units. */
function placeToCut(text: string, earliest: number, latest: number): number {
  const window = text.slice(earliest, latest + 1);
  for (const pause of pauses) {
    let last = -1;
    for (const match of window.matchAll(pause)) {
      const end = match.index + match[0].length;
      if (end <= latest - earliest) last = end;
    }
    if (last > 0) return earliest + last;
  }
  return graphemeBoundary(text, latest);
}

/** The place that many code points after the beginning, in UTF-16 units. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0;
  for (let count = 0; count < codePoints; count += 1)
    units += (text.charCodeAt(units) & 0xfc00) === 0xd800 ? 2 : 1;
  return units;
}

function cutBySize(text: string, codePoints: number): number {
  const latest = unitsOf(text, codePoints);
  const earliest = Math.max(Math.floor(latest * (1 - slack)), latest - mostSlack, 1);
  return placeToCut(text, earliest, latest);
}

/** The beginning of the first line after the one at 0 that starts with the separator; -1 where there is none yet. */
function nextSeparator(text: string, separator: string, from: number): number {
  for (let place = text.indexOf(separator, Math.max(1, from)); place >= 0;) {
    if (/[\n\r\u2028\u2029]/.test(text.charAt(place - 1))) return place;
    place = text.indexOf(separator, place + 1);
  }
  return -1;
}

/** A text that is being cut: what has been read of it and was not yet given away. */
class Rest {
  text = '';
  codePoints = 0;
  /** Up to here, no separator begins. */
  searched = 0;

  add(stretch: Stretch): void {
    this.text += stretch.text;
    this.codePoints += stretch.codePoints;
  }

  /** Gives away the beginning, so many UTF-16 units of it. */
  take(units: number): string {
    const part = this.text.slice(0, units);
    this.text = this.text.slice(units);
    this.codePoints -= countCodePoints(part);
    this.searched = 0;
    return part;
  }

  /** Where the next part ends, if enough has been read to know. */
  nextCut(split: Split, most: number): number | null {
    if (split.by === 'separator') {
      const place = nextSeparator(this.text, split.separator, this.searched);
      this.searched = this.text.length - split.separator.length;
      if (place >= 0 && (place <= most || countCodePoints(this.text.slice(0, place)) <= most)) return place;
    }
    // One more, so that what follows the cut can be seen.
    return this.codePoints > most ? cutBySize(this.text, most) : null;
  }
}

/**
 * A text as the documents that it makes: one if a document can hold it, else parts as the plan says. The parts,
 * joined, are the text. Only what one document holds is kept at a time. Throws a `Refusal` where a text is too long
 * and the plan does not say how to split it.
 */
export async function* cutIntoParts(
  stretches: AsyncIterable<Stretch>,
  split: Split | null,
  longest = longestDocument,
): AsyncGenerator<string> {
  const rest = new Rest();
  let cutting = false;
  for await (const stretch of stretches) {
    rest.add(stretch);
    cutting ||= rest.codePoints > longest;
    if (cutting) yield* partsOf(rest, split, longest);
  }
  if (rest.text !== '') yield rest.text;
}

function* partsOf(rest: Rest, split: Split | null, longest: number): Generator<string> {
  if (!split) throw new Refusal(problem('document-too-long', { longest }));
  const most = split.by === 'size' ? Math.min(split.codePoints, longest) : longest;
  for (let cut = rest.nextCut(split, most); cut !== null; cut = rest.nextCut(split, most))
    yield rest.take(cut);
}
