/** Escapes that may stand for what no text can have. Characters themselves cannot: no encoding carries them. */
const suspect = /\\u(?:0000|[dD][89a-fA-F])/u;

const pair = String.raw`\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}`;
const unsound = String.raw`\\u0000|\\u[dD][89a-fA-F][\da-fA-F]{2}`;
/** Every escape, pairs first, so that no half of a pair and no escaped backslash is taken for something else. */
const escapes = new RegExp(String.raw`${pair}|(${unsound})|\\.`, 'gu');

/** JSON without escapes of U+0000 and of halves of surrogate pairs, which become U+FFFD: offsets stay as they are. */
export interface SoundJson {
  readonly json: string;
  /** How many were replaced. */
  readonly replaced: number;
}

/** Replaces escapes for which no text has a place. */
export function soundJson(json: string): SoundJson {
  if (!suspect.test(json)) return { json, replaced: 0 };
  let replaced = 0;
  const sound = json.replace(escapes, (all: string, half: string | undefined) => {
    if (half === undefined) return all;
    replaced += 1;
    return '\ufffd';
  });
  return { json: sound, replaced };
}
