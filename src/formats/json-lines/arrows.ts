import type { WrittenEnd, WrittenRelation, WrittenRole } from './written';
import type { JsonObject } from './json';
import { fieldsFrom, fileId } from './origins';
import type { Token } from './tokens';

/*
 * Relations as Prodigy writes them and as spaCy's projects read them (explosion/projects, tutorials/rel_component,
 * parse_data.py): `head` and `child` are the numbers of the last tokens of two spans, `head_span` and `child_span` the
 * spans themselves. What fills a role is an arrow, too, from what has the role: its label is that of the role.
 */

/** What tells an arrow for a role from a relation. */
export const roleKind = 'role';

/** Marks, in its origin's fields, an annotation that stands only for a bare stretch of text at the end of a relation. */
export const bareMark = 'bare';

/** Where tokens stand, by their number in the list. */
export interface TokenPlaces {
  readonly start: ReadonlyMap<number, number>;
  readonly end: ReadonlyMap<number, number>;
}

/** Finds tokens by where they start and end, in code points. */
export const tokenPlaces = (tokens: readonly Token[]): TokenPlaces => ({
  start: new Map(tokens.map(({ start }, index) => [start, index])),
  end: new Map(tokens.map(({ end }, index) => [end, index])),
});

/** A stretch with the numbers of its first and last token, both of them in it. */
export const placed = (
  { start, end }: { readonly start: number; readonly end: number },
  places: TokenPlaces,
): JsonObject => ({
  start,
  end,
  token_start: places.start.get(start) ?? null,
  token_end: places.end.get(end) ?? null,
});

/** Whether an annotation came from the format as a bare stretch of text, and goes out as one. */
export const isBare = ({ annotation }: WrittenEnd, format: string): boolean =>
  annotation === null || fieldsFrom(annotation, format)[bareMark] === true;

function endMember(end: WrittenEnd, places: TokenPlaces, format: string): JsonObject {
  if (end.annotation === null || isBare(end, format)) return { ...placed(end, places), label: null };
  return { id: fileId(end.annotation, format), ...placed(end, places), label: end.label };
}

const ends = (from: WrittenEnd, to: WrittenEnd, places: TokenPlaces, format: string): JsonObject => ({
  head: places.end.get(from.end) ?? null,
  child: places.end.get(to.end) ?? null,
  head_span: endMember(from, places, format),
  child_span: endMember(to, places, format),
});

/** A relation as an arrow. */
export const arrowOf = (
  { annotation, label, from, to }: WrittenRelation,
  places: TokenPlaces,
  format: string,
): JsonObject => ({
  ...fieldsFrom(annotation, format),
  id: fileId(annotation, format),
  ...ends(from, to, places, format),
  label,
});

/** What fills a role as an arrow from what has the role. */
export const roleArrowOf = (
  { link, label, from, to }: WrittenRole,
  places: TokenPlaces,
  format: string,
): JsonObject => ({
  ...fieldsFrom(link, format),
  ...ends(from, to, places, format),
  label,
  kind: roleKind,
});
