/**
 * How much a decoded text looks like one that a person wrote: a sum over its characters beyond ASCII of how common
 * each is and how it goes with its neighbours. Only sums for the same bytes can be compared. The letters stand in
 * the order of their frequency, and weights fall with the rank, as Zipf's law has it.
 */

/** Russian letters from the most to the least frequent, then those of other languages that use the script. */
const cyrillicByFrequency = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћђџ';

/** Accented letters of the languages of Western and of Central Europe, likewise. */
const latinByFrequency = 'éäüóáößàíñçłčęąšžśżřúýèćěâêåôøűőãæůòđîûïùńťìëõźţşňďœĺŕðþÿ';

const weights = new Map<string, number>();
const addWeights = (letters: string, most: number, least: number): void => {
  Array.from(letters).forEach((letter, rank) => {
    const weight = most - ((most - least) * Math.log(rank + 1)) / Math.log(letters.length);
    weights.set(letter, weight);
    // A capital is rarer than its small letter.
    weights.set(letter.toUpperCase(), weight - 0.5);
  });
};
addWeights(cyrillicByFrequency, 3, -1);
addWeights(latinByFrequency, 1.5, -1);

const punctuation = new Set('«»„“”‘’–—…№ §°•‹›©®™€\u00ad');

type Class = 'space' | 'small' | 'capital' | 'symbol';
type Script = 'latin' | 'cyrillic' | 'none';

interface Seen {
  readonly class: Class;
  readonly script: Script;
  readonly ascii: boolean;
}

const nothingSeen: Seen = { class: 'space', script: 'none', ascii: true };
const seen = new Map<string, Seen>();

function classify(character: string): Seen {
  const script = /\p{Script=Cyrillic}/u.test(character)
    ? 'cyrillic'
    : /\p{Script=Latin}/u.test(character)
      ? 'latin'
      : 'none';
  const kind = /\p{Lu}/u.test(character)
    ? 'capital'
    : /\p{L}/u.test(character)
      ? 'small'
      : /[\s\p{P}\d]/u.test(character)
        ? 'space'
        : 'symbol';
  return { class: kind, script, ascii: character < '\x80' };
}

function look(character: string): Seen {
  const known = seen.get(character);
  if (known) return known;
  const found = classify(character);
  seen.set(character, found);
  return found;
}

const isLetter = ({ class: kind }: Seen): boolean => kind === 'small' || kind === 'capital';

/** What a character beyond ASCII is worth on its own. */
function worthOf(character: string, { class: kind }: Seen): number {
  if (character >= '\x80' && character <= '\x9f') return -8;
  const weight = weights.get(character);
  if (weight !== undefined) return weight;
  if (punctuation.has(character)) return 0.5;
  return kind === 'symbol' ? -3 : -1.5;
}

/** What it is worth that one character stands before another. */
function worthOfPair(left: Seen, right: Seen): number {
  if (isLetter(left) && isLetter(right)) {
    if (left.script !== right.script) return -4;
    if (left.class === 'small' && right.class === 'capital') return -4;
    // Two accented letters in a row are rare in the languages that have them.
    if (left.script === 'latin' && !left.ascii && !right.ascii) return -2.5;
    return 0.5;
  }
  const besideSymbol = left.class === 'symbol' || right.class === 'symbol';
  return besideSymbol && (isLetter(left) || isLetter(right)) ? -3 : 0;
}

/** The likelihood of a text as an arbitrary number, higher for likelier ones; minus infinity where it cannot be. */
export function likelihoodOf(text: string): number {
  let sum = 0;
  let left = nothingSeen;
  for (const character of text) {
    if (character === '\uFFFD') return -Infinity;
    const right = look(character);
    if (!left.ascii || !right.ascii) sum += worthOfPair(left, right);
    if (!right.ascii) sum += worthOf(character, right);
    left = right;
  }
  return sum;
}
