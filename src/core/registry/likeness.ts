import { mayBeOneWord, type NormalForms } from '../words/normal-forms';
import { align, nameWords, tellsSomething, type NameWord } from './name-words';
import { isPartWithOffice } from './part-with-office';

/** How one text resembles another, the closest first. */
export const likenesses = [
  'same-text',
  'same-words',
  'inflected',
  'part-of-longer-name',
  'longer-than-name',
  'part-with-office',
] as const;

/**
 * What one text is to another: `part-of-longer-name` where it is the shorter of the two, `part-with-office` where it
 * would be that without the title or the office beside it.
 */
export type Likeness = (typeof likenesses)[number];

/** A text as it is compared. */
export interface ComparedText {
  /** Its words, folded, with single spaces: equal where the texts are the same to a reader. */
  readonly folded: string;
  readonly words: readonly NameWord[];
}

/** Takes a text apart for comparison. */
export function comparedText(text: string, formsOf: (word: string) => NormalForms): ComparedText {
  const words = nameWords(text, formsOf);
  return { folded: words.map(({ folded }) => folded).join(' '), words };
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
  return (
    wholeLikeness(text.words, name.words) ??
    (isPartWithOffice(text.words, name.words) ? 'part-with-office' : null)
  );
}

/** What a text is to a name where all words of the shorter one are in the longer one. */
function wholeLikeness(text: readonly NameWord[], name: readonly NameWord[]): Likeness | null {
  const isShorter = text.length < name.length;
  const [few, many] = isShorter ? [text, name] : [name, text];
  const { loosest, partners } = align(few, many);
  if (partners.size < few.length || isBroken(few, many, new Set(partners.values()))) return null;
  if (isShorter) return 'part-of-longer-name';
  if (text.length > name.length) return 'longer-than-name';
  // An initial stands for a part of the name.
  return loosest === 0 ? 'same-words' : loosest === 1 ? 'inflected' : 'part-of-longer-name';
}

/**
 * Whether a name is another one with the words that stand between its own: «Совет Безопасности» is not named by «Совет
 * коллективной безопасности». A second name, as in «Имангали Нургалиевич Тасмагамбетов», changes nothing.
 */
function isBroken(
  few: readonly NameWord[],
  many: readonly NameWord[],
  shared: ReadonlySet<NameWord>,
): boolean {
  if (!few[0]?.isCapital) return false;
  const first = many.findIndex((word) => shared.has(word));
  return many.some((word, index) => {
    if (index < first || shared.has(word) || word.isCapital || !tellsSomething(word)) return false;
    const next = many.slice(index).find((later) => shared.has(later));
    return next?.isCapital === false;
  });
}
