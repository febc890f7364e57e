/**
 * How well a label fits what was typed, smaller is better; null where it does not. Each word that was typed has to
 * begin a word of the label, or at least stand in it; labels that begin so come first.
 */
function rank(label: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const index = label.indexOf(word);
    if (index < 0) return null;
    const beginsWord = index === 0 || !/[\p{L}\p{N}]/u.test(label.charAt(index - 1));
    sum += index === 0 ? 0 : beginsWord ? 1 : 2;
  }
  return sum;
}

/** The items that fit what was typed, the best first; all, as they were, where nothing was typed. */
export function ranked<Item extends { readonly label: string }>(
  items: readonly Item[],
  text: string,
): readonly Item[] {
  const words = text.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, rank: rank(item.label.toLocaleLowerCase(), words) }))
    .filter((found): found is { item: Item; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
