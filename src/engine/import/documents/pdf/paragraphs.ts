import { median } from './median';
import type { Line } from './reading-order';

/** A paragraph: its lines from the top. */
export type Paragraph = readonly string[];

/** A line that ends so far before its column does is the last of a paragraph. */
const shortLine = 0.75;
/** A gap so much larger than the usual one parts paragraphs. */
const largeGap = 1.35;
const indent = 0.8;
const otherSize = 0.15;

/** How far the lines of a page are apart, as most of them are. */
function leadingOf(lines: readonly Line[]): number {
  const gaps: number[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    if (before?.column === line.column && line.y > before.y) gaps.push(line.y - before.y);
    before = line;
  }
  return median(gaps);
}

const endsSentence = (text: string): boolean => /[.!?…:;]["'»”’)\]]*$/u.test(text);
const goesOn = (before: string, text: string): boolean =>
  /\p{L}[-\u2010\u00ad]$/u.test(before) || (!endsSentence(before) && /^\p{Ll}/u.test(text));

function begins(line: Line, before: Line, leading: number): boolean {
  // At the top of a column, only the words tell.
  if (line.column !== before.column) return !goesOn(before.text, line.text);
  const { left, right } = line.column;
  const isSmaller = Math.abs(line.size - before.size) > before.size * otherSize;
  const isFar = line.y - before.y > leading * largeGap;
  const isParted = /[-\u2010\u00ad]$/u.test(before.text) && /^\p{Ll}/u.test(line.text);
  const wasShort = before.right < left + (right - left) * shortLine && !isParted;
  const isIndented = line.x - before.x > line.size * indent && line.x - left < (right - left) / 2;
  return isSmaller || isFar || wasShort || isIndented;
}

/** Puts the lines of a document together to paragraphs, over the ends of columns and pages where a sentence goes on. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Paragraph[] {
  const paragraphs: string[][] = [];
  let before: Line | null = null;
  for (const lines of pages) {
    const leading = leadingOf(lines);
    for (const line of lines) {
      if (before === null || begins(line, before, leading)) paragraphs.push([]);
      paragraphs.at(-1)?.push(line.text);
      before = line;
    }
  }
  return paragraphs;
}
