import { utf16, type Utf16Offset } from '../../../core/offsets';

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** More than any character that people write needs, in UTF-16 units: a family of four is 11. */
const reach = 64;

/** The end of the character, as people see characters, that begins at an offset: flags and accents are one. */
export function characterAfter(text: string, offset: number): Utf16Offset {
  const first = characters.segment(text.slice(offset, offset + reach)).containing(0);
  return utf16(offset + (first?.segment.length ?? 0));
}

/** The start of the character that ends at an offset. */
export function characterBefore(text: string, offset: number): Utf16Offset {
  const from = Math.max(0, offset - reach);
  const last = characters.segment(text.slice(from, offset)).containing(offset - from - 1);
  return utf16(last ? from + last.index : offset);
}
