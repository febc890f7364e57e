import type { DocumentOptions } from '../../../../contract/document-files';
import type { Paragraph } from './paragraphs';

const hyphenAtEnd = /(\p{L}+)[-\u2010\u00ad]$/u;
const wordAtStart = /^\p{L}+/u;

/** The words of a text that stand whole on a line: those with a hyphen, and those without. */
function wholeWords(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of paragraphs.flat())
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) words.add(word.toLowerCase());
  return words;
}

/** What stands between two lines that part a word, and how much of the first line's end goes. */
function joint(first: string, second: string, words: ReadonlySet<string>): { readonly drop: number } {
  const head = hyphenAtEnd.exec(first)?.[1] ?? '';
  const tail = wordAtStart.exec(second)?.[0] ?? '';
  const whole = `${head}${tail}`.toLowerCase();
  const isCompound = words.has(`${head}-${tail}`.toLowerCase()) && !words.has(whole);
  // A capital begins a name: “Franco-German” keeps its hyphen.
  return { drop: isCompound || /^\p{Lu}/u.test(tail) ? 0 : 1 };
}

/**
 * The text of paragraphs. Lines of one are joined by a space. Where a word is parted at the end of a line, the hyphen
 * and the end of the line stay (`keep`), or the word is put together (`join`): without its hyphen, unless the document
 * has the word with one elsewhere.
 */
export function joinLines(paragraphs: readonly Paragraph[], hyphens: DocumentOptions['pdfHyphens']): string {
  const words = hyphens === 'join' ? wholeWords(paragraphs) : new Set<string>();
  const joined = paragraphs.map((lines) =>
    lines.reduce((text, line, index) => {
      if (index === 0) return line;
      if (!hyphenAtEnd.test(text) || !wordAtStart.test(line)) return `${text} ${line}`;
      if (hyphens === 'keep') return `${text.replace(/\u00ad$/u, '-')}\n${line}`;
      const { drop } = joint(text, line, words);
      return `${text.slice(0, text.length - drop)}${line}`;
    }, ''),
  );
  return joined.join('\n\n');
}
