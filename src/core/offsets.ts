import type { Brand } from './brand';

/** A place between two Unicode code points of a text, counted from 0. The unit of the file and of every boundary. */
export type CodePointOffset = Brand<number, 'CodePointOffset'>;

/** A place between two UTF-16 code units of a JavaScript string, counted from 0. Used inside the editor only. */
export type Utf16Offset = Brand<number, 'Utf16Offset'>;

/** Takes a whole number, not below 0, for an offset in code points. */
export const codePoint = (value: number): CodePointOffset => value as CodePointOffset;

/** Takes a whole number, not below 0, for an offset in UTF-16 units. */
export const utf16 = (value: number): Utf16Offset => value as Utf16Offset;

/** Converts the offsets of one text. Made once per document; conversions cost a binary search. */
export interface OffsetTable {
  /** Length of the text in code points. */
  readonly codePoints: number;
  /** Length of the text in UTF-16 units. */
  readonly utf16Units: number;
  toUtf16(offset: CodePointOffset): Utf16Offset;
  /** An offset inside a surrogate pair is taken back to the start of its character. */
  toCodePoint(offset: Utf16Offset): CodePointOffset;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The UTF-16 offsets of every character beyond the Basic Multilingual Plane, ascending. */
function findAstralCharacters(text: string): Uint32Array {
  const found: number[] = [];
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      found.push(index);
      index += 1;
    }
  }
  return Uint32Array.from(found);
}

/** How many leading positions of an ascending range satisfy `isBefore`. */
function countWhile(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Builds the conversion table of a text: only its astral characters are stored, so that most texts cost nothing. */
export function makeOffsetTable(text: string): OffsetTable {
  const astral = findAstralCharacters(text);
  const at = (index: number): number => astral[index] ?? Infinity;
  return {
    codePoints: text.length - astral.length,
    utf16Units: text.length,
    // The n-th astral character stands at the code point offset `at(n) - n`.
    toUtf16: (offset) => utf16(offset + countWhile(astral.length, (index) => at(index) - index < offset)),
    toCodePoint: (offset) => codePoint(offset - countWhile(astral.length, (index) => at(index) < offset)),
  };
}

/** True where a string has half of a surrogate pair, which no encoding of Unicode can carry. */
export function hasLoneSurrogate(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isHighSurrogate(unit)) {
      if (!isLowSurrogate(text.charCodeAt(index + 1))) return true;
      index += 1;
    } else if (isLowSurrogate(unit)) return true;
  }
  return false;
}
