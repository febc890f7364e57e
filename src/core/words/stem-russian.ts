import { endings, longestOf, regionAfter, without } from './endings';

const vowels = 'аеиоуыэюя';

/** Endings that count only where «а» or «я» stands before them, and those that always do. */
interface EndingClass {
  readonly afterA: readonly string[];
  readonly all: readonly string[];
}

const classOf = (afterA: string, always: string): EndingClass => ({
  afterA: endings(afterA),
  all: endings(`${afterA} ${always}`),
});

const gerund = classOf('в вши вшись', 'ив ивши ившись ыв ывши ывшись');
const participle = classOf('ем нн вш ющ щ', 'ивш ывш ующ');
const verb = classOf(
  'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
);
const adjective = endings(
  'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
);
const noun = endings(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
);
const reflexive = endings('ся сь');
const superlative = endings('ейш ейше');
const derivational = endings('ост ость');

/** A word without the longest ending of a list; undefined where it has none from `start` on. */
function strip(word: string, list: readonly string[], start: number): string | undefined {
  const ending = longestOf(word, list, start);
  return ending === undefined ? undefined : without(word, ending);
}

/** The same for a class; where the longest ending wants an «а» or «я» that is not there, no shorter one is tried. */
function stripClass(word: string, { afterA, all }: EndingClass, start: number): string | undefined {
  const ending = longestOf(word, all, start);
  if (ending === undefined) return undefined;
  const rest = without(word, ending);
  if (!afterA.includes(ending)) return rest;
  return rest.length > start && /[ая]$/u.test(rest) ? rest : undefined;
}

function stripInflection(word: string, start: number): string {
  const asGerund = stripClass(word, gerund, start);
  if (asGerund !== undefined) return asGerund;
  const active = strip(word, reflexive, start) ?? word;
  const asAdjective = strip(active, adjective, start);
  if (asAdjective !== undefined) return stripClass(asAdjective, participle, start) ?? asAdjective;
  return stripClass(active, verb, start) ?? strip(active, noun, start) ?? active;
}

const undouble = (word: string, start: number): string | undefined =>
  word.endsWith('нн') && word.length - 2 >= start ? word.slice(0, -1) : undefined;

/**
 * The stem of a Russian word in lower case and with «е» for «ё», by M. Porter's algorithm as published in
 * «Russian stemming algorithm», https://snowballstem.org/algorithms/russian/stemmer.html.
 */
export function stemRussian(word: string): string {
  const start = word.search(/[аеиоуыэюя]/u) + 1;
  if (start === 0) return word;
  const r2 = regionAfter(word, vowels, regionAfter(word, vowels, 0));

  let stem = stripInflection(word, start);
  stem = strip(stem, ['и'], start) ?? stem;
  stem = strip(stem, derivational, Math.max(r2, start)) ?? stem;
  const plain = strip(stem, superlative, start);
  if (plain !== undefined) return undouble(plain, start) ?? plain;
  return undouble(stem, start) ?? strip(stem, ['ь'], start) ?? stem;
}
