import { isOffice } from '../words/offices';
import { align, tellsSomething, type NameWord } from './name-words';

/**
 * Whether a text is a part of somebody's name with a title or an office beside it: «министр Лавров» for «Сергей Лавров».
 * A capital beside that part that is not in the name is taken for another first name, «министр Александр Лавров»,
 * unless it tells of what the office is: «президент России Путин».
 */
export function isPartWithOffice(text: readonly NameWord[], name: readonly NameWord[]): boolean {
  const isPersonal = name.every((word) => !tellsSomething(word) || (word.isCapital && !isOffice(word)));
  if (!isPersonal || !text.some(isOffice)) return false;
  const { partners } = align(
    text.filter((word) => word.isCapital && !word.isAcronym && !isOffice(word)),
    name,
  );
  if (![...partners.keys()].some(tellsSomething)) return false;
  return text.every((word, index) => {
    if (partners.has(word) || !word.isCapital || isOffice(word)) return true;
    const [before, after] = [text[index - 1], text[index + 1]];
    if (before && partners.has(before)) return false;
    const beside = after && partners.get(after);
    return !beside || word.isAcronym || isComplement(word, after.folded === beside.folded);
  });
}

/**
 * Whether a word before a surname can be the genitive of a country or a body: «А.» is an initial. «-а» and «-я» are such endings only where
 * the surname is in the nominative: in «министра Александра Лаврова» the first name has one too.
 */
const isComplement = ({ folded }: NameWord, isNominative: boolean): boolean =>
  (isNominative ? /.[аяыи]$/u : /.[ыи]$/u).test(folded);
