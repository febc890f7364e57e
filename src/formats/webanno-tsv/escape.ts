/**
 * The escapes of WebAnno TSV 3.3. Beyond it, a carriage return in a value is written as in texts: INCEpTION leaves the
 * character as it is, which breaks the line.
 */
const inValues: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const inTexts: Readonly<Record<string, string>> = { ...inValues, '\f': '\\f', '\b': '\\b' };

/** A value of a cell, as the file has it. */
export const escapeValue = (value: string): string =>
  value.replace(/[\\[\]|_;*]|->|[\t\n\r]/gu, (found) => inValues[found] ?? `\\${found}`);

/** A line of text or a token, as the file has it. */
export const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- These are the characters that the format escapes.
  text.replace(/[\\\u0000-\u000A\u000C-\u001F]/gu, (found) => inTexts[found] ?? `\\${found}`);

const meant: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' };

/** The text that was escaped so. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\s\S])/gu, (_, character: string) =>
    'tnrfb'.includes(character) ? (meant[character] ?? character) : character,
  );

const valueEscape = /\\(->|[\\[\]|_;*tnr])/gu;

/** A backslash before anything else than what is escaped stands for itself. */
export const unescapeValue = (value: string): string =>
  value.replace(valueEscape, (_, character: string) =>
    character.length === 1 && 'tnr'.includes(character) ? (meant[character] ?? character) : character,
  );

/** Splits where a sign stands that is not escaped. */
export function splitAt(text: string, separator: '|' | ';'): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** A value in front of what stands in brackets behind it; null where there is none. */
export function bracketed(text: string): { readonly value: string; readonly inside: string | null } {
  const match = /^((?:\\[\s\S]|[^\\])*?)\[([0-9_]+)\]$/u.exec(text);
  return match ? { value: match[1] ?? '', inside: match[2] ?? '' } : { value: text, inside: null };
}
