/** Something that is found by its label, and by other words where it has them. */
export interface Findable {
  readonly label: string;
  /** Further names. What is found by one of them comes after what is found by its label. */
  readonly aliases?: readonly string[];
}

/** Case and «ё» make no difference to whoever looks for something. */
const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** The folded names of what was looked through before: lists stay the same from one letter to the next. */
const known = new WeakMap<Findable, readonly string[]>();

function namesOf(item: Findable): readonly string[] {
  let names = known.get(item);
  if (!names) known.set(item, (names = [item.label, ...(item.aliases ?? [])].map(folded)));
  return names;
}

/**
 * How well a name fits what was typed, smaller is better; null where it does not. Each word that was typed has to
 * begin a word of the name, or at least stand in it; names that begin so come first.
 */
function rank(name: string, words: readonly string[]): number | null {
  let sum = 0;
  for (const word of words) {
    const index = name.indexOf(word);
    if (index < 0) return null;
    const beginsWord = index === 0 || !/[\p{L}\p{N}]/u.test(name.charAt(index - 1));
    sum += index === 0 ? 0 : beginsWord ? 1 : 2;
  }
  return sum;
}

function bestRank(item: Findable, words: readonly string[]): number | null {
  let best: number | null = null;
  for (const [place, name] of namesOf(item).entries()) {
    const found = rank(name, words);
    const here = found === null ? null : found + (place === 0 ? 0 : 0.5);
    if (here !== null && (best === null || here < best)) best = here;
  }
  return best;
}

/** The items that fit what was typed, the best first; all, as they were, where nothing was typed. */
export function ranked<Item extends Findable>(items: readonly Item[], text: string): readonly Item[] {
  const words = folded(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .map((item) => ({ item, rank: bestRank(item, words) }))
    .filter((found): found is { item: Item; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** True where the item is called exactly so, by its label or another name. */
export const isCalled = (item: Findable, text: string): boolean =>
  namesOf(item).includes(folded(text.trim()));
