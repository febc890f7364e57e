import { fold } from './fold';
import { stemEnglish } from './stem-english';
import { stemRussian } from './stem-russian';
import { normaliseSurname } from './surname';

/** A word in the forms by which other forms of the same word are recognised. */
export interface NormalForms {
  /** The word in lower case, «е» for «ё». */
  readonly folded: string;
  /** Its Snowball stem: Russian in Cyrillic letters, English in Latin ones, else the folded word. */
  readonly stem: string;
  /** What it has in common with its other forms if it is a Russian surname; null where it cannot be one. */
  readonly surname: string | null;
}

const cyrillic = /^[\p{Script=Cyrillic}-]+$/u;
const latin = /^[\p{Script=Latin}'-]+$/u;

/** A name has a capital first: «Новый» may be one, «новый» is none. */
const mayBeName = (word: string): boolean => /^\p{Lu}/u.test(word.normalize('NFC'));

/** The stem of each part of a word with hyphens: «пресс-службы». */
const stemEach = (folded: string, stem: (part: string) => string): string =>
  folded.split('-').map(stem).join('-');

/** The normal forms of one word, as it stands in a text. */
export function normalForms(word: string): NormalForms {
  const folded = fold(word);
  if (cyrillic.test(folded))
    return {
      folded,
      stem: stemEach(folded, stemRussian),
      surname: mayBeName(word) ? normaliseSurname(folded) : null,
    };
  return { folded, stem: latin.test(folded) ? stemEach(folded, stemEnglish) : folded, surname: null };
}

/** True where two words may be forms of one: they have a stem in common, or both may be forms of one surname. */
export const mayBeOneWord = (a: NormalForms, b: NormalForms): boolean =>
  a.stem === b.stem || (a.surname !== null && a.surname === b.surname);
