import { resolveDate, type Anchor } from './resolve';
import { markOf } from './words';

/** Words of a text that say a date, and the date. */
export interface FoundDate {
  readonly words: string;
  readonly edtf: string;
}

/** «в период с 28 декабря 2023 года по 3 января 2024 года» is about as long as they get. */
const mostWords = 10;

/** A word, with what holds the parts of a date together: 24.04.2024, mid-November, 2019–2021. */
const word = /[\p{L}\d]+(?:[.\-–—:][\p{L}\d]+)*/gu;

/**
 * Whether words are more likely something else than a date: a number alone, or one that no year near ours has, as in
 * «около 3800 человек»; or they end in a preposition, which belongs to what follows.
 */
function isDoubtful(words: string): boolean {
  const last = /\p{L}+$/u.exec(words)?.[0];
  if (last !== undefined && markOf(last.toLowerCase()) === '') return true;
  const number = /^(?<before>[\p{L}\s]*?)\s*(?<year>\d+)$/u.exec(words)?.groups;
  return (
    number !== undefined && (number['before'] === '' || !/^(?:1[5-9]|20)\d\d$/.test(number['year'] ?? ''))
  );
}

/** The dates that a stretch of text says, from its beginning on, each in as many words as belong to it. */
export function datesIn(text: string, anchor: Anchor | null): readonly FoundDate[] {
  const words = [...text.matchAll(word)];
  const found: FoundDate[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = words[first]?.index ?? 0;
    for (let last = Math.min(words.length, first + mostWords) - 1; last >= first; last -= 1) {
      const end = words[last];
      const candidate = text.slice(start, (end?.index ?? 0) + (end?.[0].length ?? 0));
      const edtf = isDoubtful(candidate) ? null : resolveDate(candidate, anchor);
      if (edtf === null) continue;
      found.push({ words: candidate, edtf });
      first = last;
      break;
    }
  }
  return found;
}
