import type { Json } from '../../core/model/origin';
import { deepest } from '../json/cut';

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

/** How deep lists and objects lie in each other, at most. Looks only at brackets outside of quotes. */
function depthOf(json: string): number {
  let [depth, most] = [0, 0];
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json[index];
    if (inString) {
      if (unit === '\\') index += 1;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === '{' || unit === '[') most = Math.max(most, (depth += 1));
    else if (unit === '}' || unit === ']') depth -= 1;
  }
  return most;
}

/** What JSON says; undefined where it is broken, or deeper than anything that is meant. */
export function parseJson(json: string): Json | undefined {
  if (depthOf(json) > deepest) return undefined;
  try {
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}
