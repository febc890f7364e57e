import type { Json } from '../../core/model/origin';
import { deepest } from '../json/cut';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

export type JsonObject = Readonly<Record<string, Json>>;

/** A value of a file that may not be there. */
type Maybe = Json | undefined;

export const isList = (value: Maybe): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Maybe): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value);

/** The elements of a list; of anything else, none. */
export const listIn = (value: Maybe): readonly Json[] => (isList(value) ? value : []);

/** A text that is not empty. */
export const wordsIn = (value: Maybe): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A text that can be a document's: one in which something stands. */
export const textIn = (value: Maybe): string | undefined =>
  typeof value === 'string' && /\S/u.test(value) ? value : undefined;

/** An id as files write it: as text or as a number. */
export const idIn = (value: Maybe): string | undefined =>
  typeof value === 'number' ? String(value) : wordsIn(value);

/** A value as text: texts as they are, everything else as JSON. */
export const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An object without some of its members. */
export const without = (object: JsonObject, keys: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));

/** As many values as a piece of JSON may hold: each takes far more memory than it has characters. */
const mostValues = 2_000_000;

/** Whether lists and objects lie no deeper in each other than anything that is meant, nor hold more than may be. */
function isModest(json: string, most: number): boolean {
  let [depth, values] = [0, 0];
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (inString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) inString = false;
    } else if (unit === quote) inString = true;
    else if (unit === openBrace || unit === openBracket) {
      depth += 1;
      values += 1;
      if (depth > deepest) return false;
    } else if (unit === closeBrace || unit === closeBracket) depth -= 1;
    else if (unit === comma) values += 1;
  }
  return values <= most;
}

/** What JSON says; undefined where it is broken, or deeper or more than anything that is meant. */
export function parseJson(json: string, most = mostValues): Json | undefined {
  if (!isModest(json, most)) return undefined;
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}
