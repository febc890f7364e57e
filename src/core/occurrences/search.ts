import { fail, ok, type Result } from '../result';
import { messageOf } from '../thrown';
import type { FindProblem, FindQuery } from './find-query';

const wordClasses = String.raw`\p{L}\p{M}\p{N}_`;

/** What a word is made of, for Unicode; JavaScript's own `\b` knows ASCII only. */
export const wordCharacter = `[${wordClasses}]`;

const [behind, notBehind] = [`(?<=${wordCharacter})`, `(?<!${wordCharacter})`];
const [ahead, notAhead] = [`(?=${wordCharacter})`, `(?!${wordCharacter})`];

/** What JavaScript has for ASCII words alone, for those of every script. */
const forAllScripts: Readonly<Record<string, string>> = {
  '\\b': `(?:${behind}${notAhead}|${notBehind}${ahead})`,
  '\\B': `(?:${behind}${ahead}|${notBehind}${notAhead})`,
  '\\w': wordCharacter,
  '\\W': `[^${wordClasses}]`,
};

const startsWithWord = new RegExp(`^${wordCharacter}`, 'u');
const endsWithWord = new RegExp(`${wordCharacter}$`, 'u');

/** A text as a pattern that finds it literally. */
export const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** Any white space for any other: scraped texts have no-break spaces where one types ordinary ones. */
export const spacesLoosened = (pattern: string): string => pattern.replaceAll(/\s+/g, String.raw`\s+`);

/** A literal text as a pattern, with letters such as «й» and «ё» in one character or in two. */
function literalPattern(text: string): string {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')]);
  return `(?:${[...forms].map((form) => spacesLoosened(escaped(form))).join('|')})`;
}

/** A regular expression whose `\b`, `\B`, `\w` and `\W` know the letters of every script; in a class, `\w` does. */
function withAllScripts(pattern: string): string {
  let isInClass = false;
  return pattern.replaceAll(/\\.|[[\]]/gsu, (part) => {
    if (part === '[' || part === ']') isInClass = part === '[';
    else if (isInClass) return part === '\\w' ? wordClasses : part;
    return forAllScripts[part] ?? part;
  });
}

function asWholeWords(pattern: string, { text, regularExpression }: FindQuery): string {
  // A sign at the edge of a literal text, as in «№ 5», has no word to be the edge of.
  const before = regularExpression || startsWithWord.test(text) ? `(?<!${wordCharacter})` : '';
  const after = regularExpression || endsWithWord.test(text) ? `(?!${wordCharacter})` : '';
  return `${before}(?:${pattern})${after}`;
}

/**
 * The regular expression for a query. Case is ignored by Unicode's simple folding («Ё» is «ё», and not «е»), which
 * replaces one character by one, so that offsets stay true.
 */
export function patternFor(query: FindQuery): Result<RegExp, FindProblem> {
  const given = query.regularExpression ? query.text : literalPattern(query.text);
  const pattern = query.regularExpression ? withAllScripts(given) : given;
  const whole = query.wholeWords ? asWholeWords(pattern, query) : pattern;
  try {
    // Checked as it was given, without what is put around it, lest "a)(b" be taken for a pattern.
    new RegExp(given, 'u');
    return ok(new RegExp(whole, query.ignoreCase ? 'gimu' : 'gmu'));
  } catch (error) {
    const said = messageOf(error);
    // The engine says the expression once more before it says what is wrong with it.
    return fail({ code: 'pattern-invalid', detail: said.split(`/${given}/u: `).at(-1) ?? said });
  }
}

/**
 * Everything that a pattern finds in a text, as pairs of UTF-16 offsets: start, end, start, end, … Hits of no
 * width are left out. May take for ever for a pattern like `(a+)+$`: run it where it can be stopped.
 */
export function findAll(text: string, pattern: RegExp): Uint32Array {
  const hits: number[] = [];
  for (const hit of text.matchAll(pattern)) {
    if (hit[0].length > 0) hits.push(hit.index, hit.index + hit[0].length);
  }
  return Uint32Array.from(hits);
}
