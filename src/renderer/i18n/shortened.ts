const longest = 80;

/** A quote that fits a sentence or a line: white space as single spaces, and no more than its beginning. */
export function shortened(quote: string): string {
  const characters = Array.from(quote.slice(0, 4 * longest).replace(/\s+/gu, ' '));
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
}
