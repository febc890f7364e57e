/** What comes next in a file of RTF. `hex` is `\'hh`; `text` is a run of plain bytes; `symbol` one character. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'hex'; readonly byte: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

const code = (character: string): number => character.charCodeAt(0);
const backslash = code('\\');
const openBrace = code('{');
const closeBrace = code('}');
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const minus = code('-');

const isLetter = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isSpecial = (byte: number): boolean =>
  byte === backslash ||
  byte === openBrace ||
  byte === closeBrace ||
  byte === lineFeed ||
  byte === carriageReturn;

/** No control word is longer (RTF 1.9.1, “Control Word”). */
const longestWord = 32;

/** Cuts a file of RTF into tokens (RTF 1.9.1, “RTF Syntax”). Nothing is a fault: what is none is text. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  const at = (index: number): number => bytes[index] ?? -1;
  let place = 0;

  const readNumber = (): number | null => {
    const start = place;
    if (at(place) === minus && isDigit(at(place + 1))) place += 1;
    while (isDigit(at(place)) && place - start < 12) place += 1;
    return place === start ? null : Number(Buffer.from(bytes.subarray(start, place)).toString('latin1'));
  };

  const readWord = (): RtfToken => {
    const start = place;
    while (isLetter(at(place)) && place - start < longestWord) place += 1;
    const word = Buffer.from(bytes.subarray(start, place)).toString('latin1');
    const value = readNumber();
    if (at(place) === space) place += 1;
    // Raw bytes follow: none of them is a token.
    if (word === 'bin') place += Math.max(0, value ?? 0);
    return { kind: 'word', word, value };
  };

  const readControl = (): RtfToken => {
    place += 1;
    const next = at(place);
    if (isLetter(next)) return readWord();
    place += 1;
    if (next !== code("'")) return { kind: 'symbol', symbol: String.fromCharCode(Math.max(next, 0)) };
    const hex = Buffer.from(bytes.subarray(place, place + 2)).toString('latin1');
    if (!/^[0-9a-f]{2}$/iu.test(hex)) return { kind: 'symbol', symbol: '' };
    place += 2;
    return { kind: 'hex', byte: Number.parseInt(hex, 16) };
  };

  while (place < bytes.length) {
    const byte = at(place);
    if (byte === backslash) yield readControl();
    else if (byte === openBrace || byte === closeBrace) {
      place += 1;
      yield { kind: byte === openBrace ? 'open' : 'close' };
    } else if (byte === lineFeed || byte === carriageReturn) place += 1;
    else {
      const start = place;
      while (place < bytes.length && !isSpecial(at(place))) place += 1;
      yield { kind: 'text', start, end: place };
    }
  }
}
