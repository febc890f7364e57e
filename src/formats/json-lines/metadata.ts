import type { Json } from '../../core/model/origin';
import { asText, type JsonObject } from './json';

/** Metadata is text: what was none comes in as JSON, and goes out as what it was as long as nobody changes it. */
export interface ReadMetadata {
  readonly metadata: Readonly<Record<string, string>>;
  /** What was no text, for the origin's fields. */
  readonly untold: JsonObject;
}

/** The members of an object as metadata of a document. Those that are null are only kept. */
export function readMetadata(members: JsonObject): ReadMetadata {
  const all = Object.entries(members);
  return {
    metadata: Object.fromEntries(
      all.filter(([, value]) => value !== null).map(([key, value]) => [key, asText(value)]),
    ),
    untold: Object.fromEntries(all.filter(([, value]) => typeof value !== 'string')),
  };
}

/** Metadata as it came from the format, with what was changed since. */
export function writtenMetadata(
  metadata: Readonly<Record<string, string>>,
  untold: JsonObject,
): Readonly<Record<string, Json>> {
  const before = new Map(Object.entries(untold));
  const valueOf = ([key, value]: readonly [string, string]): readonly [string, Json] => {
    const was = before.get(key);
    return [key, was !== undefined && asText(was) === value ? was : value];
  };
  return Object.fromEntries([
    ...Object.entries(untold).filter(([key, value]) => value === null && !Object.hasOwn(metadata, key)),
    ...Object.entries(metadata).map(valueOf),
  ]);
}
