import { utf16, type Utf16Offset } from '../../../core/offsets';

/** A line of the document without its line break, and how it is cut for the DOM. Offsets are UTF-16. */
export interface Line {
  readonly start: Utf16Offset;
  /** Where the line break, or the text, begins to end: `text.slice(start, end)` is what the line shows. */
  readonly end: Utf16Offset;
}

/**
 * How a text is laid out as DOM: blocks of lines, and lines of pieces. A line ends at "\n", "\r\n" or a lone
 * "\r"; a text that ends in one has an empty last line. All offsets are UTF-16.
 */
export interface LineTable {
  readonly text: string;
  readonly lineCount: number;
  readonly blockCount: number;
  readonly line: (index: number) => Line;
  /** The line at whose text, or at whose line break, an offset lies. */
  readonly lineAt: (offset: number) => number;
  /** The first line of a block; the number of lines, for the block after the last. */
  readonly firstLineOf: (block: number) => number;
  readonly blockOf: (line: number) => number;
  /** Where the text nodes of a line begin: none for an empty line, and one except for very long lines. */
  readonly piecesOf: (line: number) => readonly Utf16Offset[];
}

/** 32 lines in a block: `content-visibility` per line makes scrolling five times slower. */
const linesPerBlock = 32;

/** A block of long lines is closed earlier, so that what is rendered around the view stays small. */
const unitsPerBlock = 16_384;

/**
 * The longest text node, in UTF-16 units. For every highlight over it Chromium walks through all lines of a
 * text node, so that one node of a million characters would be repainted for seconds.
 */
const unitsPerPiece = 4096;

/** The last index at or before `upTo` whose value is not above `value`, in an ascending table that starts at 0. */
function lastNotAbove(table: Uint32Array, upTo: number, value: number): number {
  let low = 0;
  let high = upTo;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((table[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where a long line is best cut at or before `limit`: after a space, else between two characters as people see them. */
function cutBefore(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit - 1);
  if (space >= from + unitsPerPiece / 2) return space + 1;
  const across = characters.segment(text.slice(from, limit + 64)).containing(limit - from);
  return across && across.index > 0 ? from + across.index : limit;
}

function cutLongLine(text: string, { start, end }: Line): Utf16Offset[] {
  const pieces: Utf16Offset[] = [];
  let from: number = start;
  while (end - from > unitsPerPiece) {
    pieces.push(utf16(from));
    from = cutBefore(text, from, from + unitsPerPiece);
  }
  pieces.push(utf16(from));
  return pieces;
}

/** Cuts a text into lines and blocks. Takes some 10 ms for a million characters. */
export function makeLineTable(text: string): LineTable {
  const lineStarts: number[] = [0];
  const lineEnds: number[] = [];
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) {
    lineEnds.push(lineBreak.index);
    lineStarts.push(lineBreak.index + lineBreak[0].length);
  }
  lineEnds.push(text.length);
  const starts = Uint32Array.from(lineStarts);
  const ends = Uint32Array.from(lineEnds);

  const blockStarts: number[] = [0];
  for (let line = 1; line < starts.length; line += 1) {
    const first = blockStarts.at(-1) ?? 0;
    const units = (ends[line] ?? 0) - (starts[first] ?? 0);
    if (line - first >= linesPerBlock || units > unitsPerBlock) blockStarts.push(line);
  }
  const blocks = Uint32Array.from(blockStarts);

  const line = (index: number): Line => ({
    start: utf16(starts[index] ?? text.length),
    end: utf16(ends[index] ?? text.length),
  });
  const longLines = new Map<number, Utf16Offset[]>();

  return {
    text,
    lineCount: starts.length,
    blockCount: blocks.length,
    line,
    lineAt: (offset) => lastNotAbove(starts, starts.length - 1, offset),
    firstLineOf: (block) => blocks[block] ?? starts.length,
    blockOf: (index) => lastNotAbove(blocks, blocks.length - 1, index),
    piecesOf: (index) => {
      const { start, end } = line(index);
      if (start === end) return [];
      if (end - start <= unitsPerPiece) return [start];
      const known = longLines.get(index) ?? cutLongLine(text, { start, end });
      longLines.set(index, known);
      return known;
    },
  };
}
