import { fold } from '../words/fold';
import { mayBeOneWord, normalForms, type NormalForms } from '../words/normal-forms';
import { occurrenceAt, type FindOccurrences } from './occurrence';
import { escaped, spacesLoosened, wordCharacter } from './search';

const word = new RegExp(`${wordCharacter}+`, 'gu');
const endsWithWord = new RegExp(`${wordCharacter}$`, 'u');

const cyrillic = /^\p{Script=Cyrillic}+$/u;

/** Words that have been looked at are kept: a corpus says the same ones again and again. */
const mostKept = 100_000;

function makeCache(): (word: string) => NormalForms {
  const known = new Map<string, NormalForms>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    if (known.size >= mostKept) known.clear();
    const forms = normalForms(text);
    known.set(text, forms);
    return forms;
  };
}

/**
 * What every form of a word begins with. A Russian stem is the beginning of its word; of other stems and of surnames
 * the last two letters may differ (Лев, Льва; possible, possibility).
 */
function beginningOf({ folded, stem, surname }: NormalForms): string {
  const sure = cyrillic.test(folded) ? stem.length : stem.length - 2;
  const length = surname === null ? sure : Math.min(sure, surname.length - 2);
  return Array.from(folded).slice(0, Math.max(1, length)).join('');
}

/** A folded letter as it may stand in a text: «е» may be «ё», «й» and «ё» may be written in two characters. */
const letterPatterns: Readonly<Record<string, string>> = {
  е: '(?:[её]|е\u0308)',
  й: '(?:й|и\u0306)',
  "'": "['’ʼ‘]",
  '-': '[-\u2010\u2011]',
};

const patternOf = (folded: string): string =>
  spacesLoosened(
    Array.from(folded)
      .map((letter) => letterPatterns[letter] ?? escaped(letter))
      .join(''),
  );

/** The words of a text, and what stands before the first, between two and behind the last. */
function takeApart(text: string): { readonly words: readonly string[]; readonly gaps: readonly string[] } {
  const words: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    gaps.push(text.slice(end, match.index));
    words.push(match[0]);
    end = match.index + match[0].length;
  }
  return { words, gaps: [...gaps, text.slice(end)] };
}

/** The character that ends at an offset. */
const characterBefore = (text: string, offset: number): string =>
  /[\uDC00-\uDFFF]/.test(text.charAt(offset - 1)) ? text.slice(offset - 2, offset) : text.charAt(offset - 1);

/**
 * Finds the inflected forms of a text word by word: a pattern finds what begins as each of its words does, and of
 * that remains what may be the same words. What stands between the words has to be the same, but for white space.
 * Answers null for a text without a word.
 */
export function findInflected(text: string): FindOccurrences | null {
  const formsOf = makeCache();
  const { words, gaps } = takeApart(text.trim());
  if (words.length === 0) return null;
  const wanted = words.map((one) => normalForms(one));
  const [lead = '', ...between] = gaps.map((gap) => patternOf(fold(gap)));
  const source = wanted.map(
    (forms, index) => `(${patternOf(beginningOf(forms))}${wordCharacter}*)${between[index] ?? ''}`,
  );

  const isSame = (found: readonly string[]): boolean =>
    wanted.every((forms, index) => mayBeOneWord(forms, formsOf(found[index] ?? '')));

  return function* find(searched) {
    const pattern = new RegExp(lead + source.join(''), 'giu');
    for (let match = pattern.exec(searched); match; match = pattern.exec(searched)) {
      const { index } = match;
      const [whole, ...found] = match;
      const isInsideWord = lead === '' && endsWithWord.test(characterBefore(searched, index));
      if (!isInsideWord && isSame(found)) yield occurrenceAt(searched, index, index + whole.length);
      // On from the next character: another hit may begin inside of what was none.
      else pattern.lastIndex = index + ((searched.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
    }
  };
}
