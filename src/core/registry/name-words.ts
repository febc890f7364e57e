import { mayBeOneWord, type NormalForms } from '../words/normal-forms';

/** A word of a name, as it is compared. */
export interface NameWord extends NormalForms {
  /** Whether it has a capital first, as words have that name somebody or something. */
  readonly isCapital: boolean;
  /** Whether it has nothing but capitals: ОДКБ. An initial is none. */
  readonly isAcronym: boolean;
}

/** The words of a text, in its order. */
export const nameWords = (text: string, formsOf: (word: string) => NormalForms): readonly NameWord[] =>
  (text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []).map((word) => ({
    ...formsOf(word),
    isCapital: /^\p{Lu}/u.test(word.normalize('NFC')),
    isAcronym: /^\p{Lu}{2,}$/u.test(word.normalize('NFC')),
  }));

/** Words that tell nothing about identity: sharing one of them makes no two names alike. */
const emptyWords = new Set(
  'и в во на по о об от к с со при для из за the a an of and in on for to de la du von'.split(' '),
);

/** Whether a word tells names apart: initials and the small words between names do not. */
export const tellsSomething = ({ folded }: NormalForms): boolean =>
  folded.length > 1 && !emptyWords.has(folded);

const isInitial = ({ folded }: NormalForms): boolean => folded.length === 1;

/** The initial of a first name and that name: «И.» and «Имангали». */
const isInitialOf = (a: NormalForms, b: NormalForms): boolean =>
  (isInitial(a) && b.folded.startsWith(a.folded)) || (isInitial(b) && a.folded.startsWith(b.folded));

/** The ways in which words can be the same, the closest first. */
const samenesses: readonly ((a: NormalForms, b: NormalForms) => boolean)[] = [
  (a, b) => a.folded === b.folded,
  mayBeOneWord,
  isInitialOf,
];

/** Which words of a name are the same as which of another, each with one of its own. */
export interface Alignment {
  /** The loosest way that was needed: 0 the same letters, 1 another form, 2 an initial. */
  readonly loosest: number;
  readonly partners: ReadonlyMap<NameWord, NameWord>;
}

/** Finds for as many of `few` as there are a word of their own among `many`. */
export function align(few: readonly NameWord[], many: readonly NameWord[]): Alignment {
  const free = new Set(many);
  const partners = new Map<NameWord, NameWord>();
  let loosest = 0;
  for (const [way, isSame] of samenesses.entries())
    for (const word of few) {
      const partner = partners.has(word) ? undefined : [...free].find((other) => isSame(word, other));
      if (!partner) continue;
      free.delete(partner);
      partners.set(word, partner);
      loosest = Math.max(loosest, way);
    }
  return { loosest, partners };
}
