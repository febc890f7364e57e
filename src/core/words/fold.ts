/** Marks of stress, which some texts carry, and soft hyphens: no part of the spelling. */
const ornaments = /[\u0300\u0301\u00ad]/gu;

/** «ё» in one character, before ornaments go: taken apart, it is «е» with a mark that stays in «й». */
const composed = (text: string): string => text.normalize('NFC');

/**
 * A word as it is compared: in lower case, «е» for «ё», one apostrophe for all, without stress marks. The same
 * word in other letters stays another word: nothing is transliterated.
 */
export const fold = (word: string): string =>
  composed(word).toLowerCase().replaceAll(ornaments, '').replaceAll('ё', 'е').replaceAll(/[’ʼ‘]/gu, "'");
