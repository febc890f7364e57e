/** Endings for `longestOf`, the longest first. */
export const endings = (list: string): readonly string[] =>
  list.split(/\s+/u).sort((a, b) => b.length - a.length);

/** The longest of some endings that a word has, at `from` or behind it; `sorted` stands longest first. */
export const longestOf = (word: string, sorted: readonly string[], from: number): string | undefined =>
  sorted.find((ending) => word.length - ending.length >= from && word.endsWith(ending));

/** A word without so many characters at its end. */
export const without = (word: string, ending: string): string => word.slice(0, word.length - ending.length);

/**
 * Where the part of a word begins that lies behind the first pair of a vowel and another letter, looked for at `from`
 * or behind it: Snowball's R1, and R2 from there. The word's length where there is no such pair.
 */
export function regionAfter(word: string, vowels: string, from: number): number {
  for (let index = from + 1; index < word.length; index += 1) {
    if (!vowels.includes(word.charAt(index)) && vowels.includes(word.charAt(index - 1))) return index + 1;
  }
  return word.length;
}
