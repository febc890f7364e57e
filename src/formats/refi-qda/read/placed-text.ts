import type { Span } from '../../../core/model/annotation';
import { codePoint, makeOffsetTable, utf16, type OffsetTable } from '../../../core/offsets';

/** In which of the ways that programs have of counting the positions of a file are meant. */
export interface Reading {
  /** Whether the end of a selection is its last character, as the standard has it, or the place behind it. */
  readonly ends: 'inclusive' | 'exclusive';
  readonly units: 'code-points' | 'utf-16';
  /** Whether a line break of two characters counts as two, as it stands in the file, or as one. */
  readonly lineBreaks: 'two' | 'one';
}

/** A selection as it stands in a file: its positions, and the words that it says it covers. */
export interface Selected {
  readonly start: number;
  readonly end: number;
  /** Null where the file quotes nothing. */
  readonly quote: string | null;
}

const lineBreak = /\r\n/gu;

/** How many leading values of an ascending list satisfy `isBefore`. */
function countWhile(values: readonly number[], isBefore: (value: number, index: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(values[middle] ?? Infinity, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text whose positions can be read in each of these ways. */
export class PlacedText {
  readonly text: string;
  readonly #offsets: OffsetTable;
  /** Where line breaks of two characters stand, in UTF-16 units and in code points. */
  readonly #breaks: Readonly<Record<Reading['units'], readonly number[]>>;

  constructor(text: string) {
    this.text = text;
    this.#offsets = makeOffsetTable(text);
    const breaks = [...text.matchAll(lineBreak)].map(({ index }) => index);
    this.#breaks = {
      'utf-16': breaks,
      'code-points': breaks.map((place) => this.#offsets.toCodePoint(utf16(place))),
    };
  }

  /** In code points. */
  get length(): number {
    return this.#offsets.codePoints;
  }

  /** Whether code points and UTF-16 units count differently. */
  get hasAstral(): boolean {
    return this.#offsets.codePoints < this.#offsets.utf16Units;
  }

  get hasLongBreaks(): boolean {
    return this.#breaks['utf-16'].length > 0;
  }

  /** The stretch that a selection covers when it is read in one way; null where the text has no such place. */
  span({ start, end }: Selected, reading: Reading): Span | null {
    const from = this.#place(start, reading);
    const to = this.#place(reading.ends === 'inclusive' ? end + 1 : end, reading);
    return from === null || to === null || from > to ? null : { start: codePoint(from), end: codePoint(to) };
  }

  /** The words of a stretch, in code points. */
  slice({ start, end }: Span): string {
    return this.text.slice(this.#offsets.toUtf16(start), this.#offsets.toUtf16(end));
  }

  #place(position: number, { units, lineBreaks }: Reading): number | null {
    const breaks = this.#breaks[units];
    const place =
      lineBreaks === 'two'
        ? position
        : position + countWhile(breaks, (value, index) => value - index < position);
    if (!Number.isInteger(place) || place < 0) return null;
    if (units === 'code-points') return place > this.length ? null : place;
    if (place > this.#offsets.utf16Units) return null;
    const point = this.#offsets.toCodePoint(utf16(place));
    return this.#offsets.toUtf16(point) === place ? point : null;
  }
}
