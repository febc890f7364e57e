const longest = 80;

/** Words of a text for one line: white space, line breaks too, as single spaces. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** A quote that fits a sentence or a line: white space as single spaces, and no more than its beginning. */
export function shortened(quote: string): string {
  const characters = Array.from(onOneLine(quote.slice(0, 4 * longest)));
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
}
