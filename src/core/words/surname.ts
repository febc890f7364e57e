import { endings, longestOf, without } from './endings';

/** Лавров, Лавровой, Лавровым; Путин, Путина, Путиным; Голицын; places such as Домодедово. */
const possessive = /^(?<base>.{2,}(?:ов|ев|ин|ын))(?:а|у|ом|е|ой|ою|ы|ых|ым|ыми|о)?$/u;

/** Endings of surnames that are declined as adjectives (Зеленский, Толстой, Белая), and of nouns that have the same. */
const adjectival = endings(
  'ий ый ой ого его ому ему им ым ом ем ая яя ую юю ою ею ей ие ые ое их ых ими ыми',
);

/** Endings of those that are declined as nouns, Байдена, Засю, Цоем; and of those that are not: Лукашенко. */
const nominal = endings('а я у ю ы и е о ь й');
const instrumental = endings('ом ем ой ей');

/** Forms whose vowel comes and goes with the ending, by what their ending leaves: Павел, Павла; Лев, Льва. */
const irregular: Readonly<Record<string, string>> = { павел: 'павл', льв: 'лев' };

/** How much of a name has to stay: less of it says nothing. */
const shortestBase = 3;

/** Takes off endings one after the other, so that Максима loses what Максим might be thought to end in. */
function strip(word: string): string {
  const asAdjective = longestOf(word, adjectival, shortestBase);
  if (asAdjective !== undefined) return strip(without(word, asAdjective));
  const asNoun =
    longestOf(word, instrumental, 2) ?? longestOf(word, nominal, Math.min(shortestBase, word.length - 1));
  return asNoun === undefined || word.length < shortestBase ? word : strip(without(word, asNoun));
}

/** Кравец and Кравца, Ковалёк and Ковалька: the vowel that goes is taken out everywhere. */
const withoutFleetingVowel = (word: string): string =>
  word.replace(/(?<=.{2}[^аеиоуыэюя])е(?=ц$)|(?<=.{2}[^аеиоуыэюя])[оеь](?=к$)/u, '');

function normalisePart(word: string): string {
  const base = possessive.exec(word)?.groups?.['base'];
  if (base !== undefined) return base;
  const stripped = strip(word);
  return irregular[stripped] ?? withoutFleetingVowel(stripped);
}

/**
 * What the forms of a Russian surname have in common, whatever its case, gender and number: Тасмагамбетов,
 * Тасмагамбетова and Тасмагамбетовым give one text. It is made to be compared, and is no surname itself. It serves
 * first names and foreign names too. Now and then different names meet in one text, as Мария and Мар do, so that
 * whoever uses it shows the forms. Takes a folded word; the parts of a double name are treated alone.
 */
export const normaliseSurname = (folded: string): string => folded.split('-').map(normalisePart).join('-');
