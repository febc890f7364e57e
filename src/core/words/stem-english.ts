import { endings, longestOf, regionAfter, without } from './endings';

/** A «y» that sounds like a consonant is written as a capital while the word is worked on. */
const vowels = 'aeiouy';

const exceptions = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
]);

const invariable = new Set('sky news howe atlas cosmos bias andes'.split(' '));
const invariableWithoutPlural = new Set(
  'inning outing canning herring earring proceed exceed succeed'.split(' '),
);

type Replacements = Readonly<Record<string, string>>;

const step2: Replacements = {
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  abli: 'able',
  entli: 'ent',
  izer: 'ize',
  ization: 'ize',
  ational: 'ate',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  aliti: 'al',
  alli: 'al',
  fulness: 'ful',
  ousli: 'ous',
  ousness: 'ous',
  iveness: 'ive',
  iviti: 'ive',
  biliti: 'ble',
  bli: 'ble',
  ogi: 'og',
  fulli: 'ful',
  lessli: 'less',
  li: '',
};

const step3: Replacements = {
  tional: 'tion',
  ational: 'ate',
  alize: 'al',
  icate: 'ic',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
  ative: '',
};

const endings2 = endings(Object.keys(step2).join(' '));
const endings3 = endings(Object.keys(step3).join(' '));
const endings4 = endings('al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion');
const pasts = endings('eed eedly ed edly ing ingly');

const isVowel = (letter: string): boolean => letter !== '' && vowels.includes(letter);
const hasVowel = (word: string): boolean => /[aeiouy]/u.test(word);

const endsInShortSyllable = (word: string): boolean =>
  /[^aeiouy][aeiouy][^aeiouywxY]$/u.test(word) || /^[aeiouy][^aeiouy]$/u.test(word);

const isShort = (word: string, r1: number): boolean => r1 >= word.length && endsInShortSyllable(word);

function markConsonants(word: string): string {
  let marked = '';
  for (const letter of word)
    marked += letter === 'y' && (marked === '' || isVowel(marked.slice(-1))) ? 'Y' : letter;
  return marked;
}

function dropPlural(word: string): string {
  const ending = longestOf(word, ['sses', 'ied', 'ies', 'us', 'ss', 's'], 0);
  switch (ending) {
    case 'sses':
      return word.slice(0, -2);
    case 'ied':
    case 'ies':
      return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
    case 's':
      return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
    default:
      return word;
  }
}

function dropPast(word: string, r1: number): string {
  const ending = longestOf(word, pasts, 0);
  if (ending === undefined) return word;
  const rest = without(word, ending);
  if (ending.startsWith('eed')) return rest.length >= r1 ? `${rest}ee` : word;
  if (!hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/u.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(rest)) return rest.slice(0, -1);
  return isShort(rest, r1) ? `${rest}e` : rest;
}

function replaceSecond(word: string, r1: number): string {
  const ending = longestOf(word, endings2, 0);
  if (ending === undefined) return word;
  const rest = without(word, ending);
  if (rest.length < r1) return word;
  if (ending === 'ogi' && !rest.endsWith('l')) return word;
  if (ending === 'li' && !/[cdeghkmnrt]$/u.test(rest)) return word;
  return rest + (step2[ending] ?? '');
}

function replaceThird(word: string, r1: number, r2: number): string {
  const ending = longestOf(word, endings3, 0);
  if (ending === undefined) return word;
  const rest = without(word, ending);
  return rest.length < (ending === 'ative' ? r2 : r1) ? word : rest + (step3[ending] ?? '');
}

function dropFourth(word: string, r2: number): string {
  const ending = longestOf(word, endings4, 0);
  if (ending === undefined) return word;
  const rest = without(word, ending);
  return rest.length < r2 || (ending === 'ion' && !/[st]$/u.test(rest)) ? word : rest;
}

function dropLast(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e'))
    return rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest)) ? rest : word;
  return word.endsWith('ll') && rest.length >= r2 ? rest : word;
}

/**
 * The stem of an English word in lower case with straight apostrophes, by M. Porter's second algorithm as published
 * in «The English (Porter2) stemming algorithm», https://snowballstem.org/algorithms/english/stemmer.html.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2) return word;
  const exception = exceptions.get(word);
  if (exception !== undefined) return exception;
  if (invariable.has(word)) return word;

  const marked = markConsonants(word.replace(/^'/u, ''));
  const special = /^(?:gener|commun|arsen)/u.exec(marked)?.[0].length;
  const r1 = special ?? regionAfter(marked, vowels, 0);
  const r2 = regionAfter(marked, vowels, r1);

  let stem = dropPlural(marked.replace(/(?:'s'|'s|')$/u, ''));
  if (invariableWithoutPlural.has(stem)) return stem;
  stem = dropPast(stem, r1);
  if (/.[^aeiouy][yY]$/u.test(stem)) stem = `${stem.slice(0, -1)}i`;
  stem = replaceSecond(stem, r1);
  stem = replaceThird(stem, r1, r2);
  stem = dropFourth(stem, r2);
  return dropLast(stem, r1, r2).toLowerCase();
}
