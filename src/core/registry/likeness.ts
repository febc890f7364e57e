import { mayBeOneWord, type NormalForms } from '../words/normal-forms';

/** How one text resembles another, the closest first. */
export const likenesses = [
  'same-text',
  'same-words',
  'inflected',
  'part-of-longer-name',
  'longer-than-name',
] as const;

/** What one text is to another: `part-of-longer-name` where it is the shorter of the two. */
export type Likeness = (typeof likenesses)[number];

/** A text as it is compared. */
export interface ComparedText {
  /** Its words, folded, with single spaces: equal where the texts are the same to a reader. */
  readonly folded: string;
  readonly words: readonly NormalForms[];
}

/** Words that tell nothing about identity: sharing one of them makes no two names alike. */
const emptyWords = new Set(
  'и в во на по о об от к с со при для из за the a an of and in on for to de la du von'.split(' '),
);

const tellsSomething = ({ folded }: NormalForms): boolean => folded.length > 1 && !emptyWords.has(folded);

const isInitial = ({ folded }: NormalForms): boolean => folded.length === 1;

/** Takes a text apart for comparison. */
export function comparedText(text: string, formsOf: (word: string) => NormalForms): ComparedText {
  const words = (text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? []).map(formsOf);
  return { folded: words.map(({ folded }) => folded).join(' '), words };
}

/** The initial of a first name and that name: «И.» and «Имангали». */
const isInitialOf = (a: NormalForms, b: NormalForms): boolean =>
  (isInitial(a) && b.folded.startsWith(a.folded)) || (isInitial(b) && a.folded.startsWith(b.folded));

/** The ways in which words can be the same, the closest first. */
const samenesses: readonly ((a: NormalForms, b: NormalForms) => boolean)[] = [
  (a, b) => a.folded === b.folded,
  mayBeOneWord,
  isInitialOf,
];

/** Finds for each of `few` a word of its own among `many`. Answers with the loosest way that was needed; null where one has none. */
function alignment(few: readonly NormalForms[], many: readonly NormalForms[]): number | null {
  const free = new Set(many);
  let left = few;
  let loosest = 0;
  for (const [way, isSame] of samenesses.entries()) {
    left = left.filter((word) => {
      const partner = [...free].find((other) => isSame(word, other));
      if (!partner) return true;
      free.delete(partner);
      loosest = Math.max(loosest, way);
      return false;
    });
  }
  return left.length === 0 ? loosest : null;
}

const keyOf = ({ stem, surname }: NormalForms): string[] =>
  surname === null ? [`stem ${stem}`] : [`stem ${stem}`, `surname ${surname}`];

/** Keys under which a text is found by any other that may be like it. */
export const keysOf = ({ words }: ComparedText): ReadonlySet<string> => new Set(words.flatMap(keyOf));

/** The keys under which texts are to be looked for that may be like this one: those of the words that tell something. */
export function keysToFind({ words }: ComparedText): ReadonlySet<string> {
  const telling = words.filter(tellsSomething);
  return new Set((telling.length > 0 ? telling : words).flatMap(keyOf));
}

/** What a text is to a name, or null where they have nothing in common that tells who or what is meant. */
export function likenessOf(text: ComparedText, name: ComparedText): Likeness | null {
  if (text.words.length === 0 || name.words.length === 0) return null;
  if (text.folded === name.folded) return 'same-text';
  const shares = text.words.some(
    (word) => tellsSomething(word) && name.words.some((other) => mayBeOneWord(word, other)),
  );
  if (!shares) return null;
  const isShorter = text.words.length < name.words.length;
  const [few, many] = isShorter ? [text.words, name.words] : [name.words, text.words];
  const way = alignment(few, many);
  if (way === null) return null;
  if (isShorter) return 'part-of-longer-name';
  if (text.words.length > name.words.length) return 'longer-than-name';
  // An initial stands for a part of the name.
  return way === 0 ? 'same-words' : way === 1 ? 'inflected' : 'part-of-longer-name';
}
