import type { Span } from '../../core/model/annotation';
import type { Json } from '../../core/model/origin';
import { isList, isObject, type JsonObject } from './json';
import { codePoint, makeOffsetTable, utf16, type OffsetTable } from '../../core/offsets';
import { problem, type Problem } from '../../core/problem';

/** In what a file counts: Python's strings are of code points, JavaScript's of UTF-16 units. */
export type OffsetUnit = 'code-points' | 'utf-16';

/** Where a document stands: what its warnings name. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

const wholeNumber = (value: Json | undefined): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
};

/** Reads places in the text of one document, and tells of those that are none. */
export class SpanReader {
  readonly place: Place;
  readonly warnings: Problem[] = [];
  readonly #text: string;
  readonly #offsets: OffsetTable;
  readonly #taken = new Set<string>();

  constructor(text: string, place: Place) {
    this.#text = text;
    this.#offsets = makeOffsetTable(text);
    this.place = place;
  }

  /** The stretch between two offsets of the file; null, with a warning, where the text has none. */
  span(
    start: Json | undefined,
    end: Json | undefined,
    id: string,
    unit: OffsetUnit = 'code-points',
  ): Span | null {
    const [from, to] = [wholeNumber(start), wholeNumber(end)];
    if (from === undefined || to === undefined) {
      this.unfit(id, from === undefined ? 'start' : 'end');
      return null;
    }
    const length = unit === 'utf-16' ? this.#offsets.utf16Units : this.#offsets.codePoints;
    if (from < 0 || to < from || to > length) {
      const facts = { ...this.place, id, start: from, end: to, length };
      this.warnings.push(problem('format-offsets-outside', facts));
      return null;
    }
    if (unit === 'code-points') return { start: codePoint(from), end: codePoint(to) };
    return { start: this.#offsets.toCodePoint(utf16(from)), end: this.#offsets.toCodePoint(utf16(to)) };
  }

  /** The words of the text at a place. */
  quote({ start, end }: Span): string {
    return this.#text.slice(this.#offsets.toUtf16(start), this.#offsets.toUtf16(end));
  }

  /** The elements of a list; tells where something else stands there than a list or nothing. */
  list(value: Json | undefined, field: string): readonly Json[] {
    if (isList(value)) return value;
    if (value !== undefined && value !== null) this.unfit('', field);
    return [];
  }

  /** The objects of a list; tells of everything else that stands there. */
  objects(value: Json | undefined, field: string): readonly JsonObject[] {
    return this.list(value, field).flatMap((one, index) => {
      if (isObject(one)) return [one];
      this.unfit(`${field} ${index + 1}`, field);
      return [];
    });
  }

  /** The members of an object; tells where something else stands there than an object or nothing. */
  members(value: Json | undefined, field: string): JsonObject {
    if (isObject(value)) return value;
    if (value !== undefined && value !== null) this.unfit('', field);
    return {};
  }

  /** Tells that there is no place for a value, which is kept for the way back. */
  kept(id: string, field: string): void {
    this.warnings.push(problem('format-value-kept', { ...this.place, id, field }));
  }

  /** Tells that a value is missing or not what stands there. */
  unfit(id: string, field: string): void {
    this.warnings.push(problem('format-value-unfit', { ...this.place, id, field }));
  }

  /** Tells that something refers to what is not there. */
  missing(id: string, missing: string): void {
    this.warnings.push(problem('format-reference-missing', { ...this.place, id, missing }));
  }

  /** Tells that the text has other words at a place than those that are quoted. */
  differs(id: string): void {
    this.warnings.push(problem('format-quote-differs', { ...this.place, id }));
  }

  /** An id that no other annotation of the document has. `asked` is what the file says, if it says one. */
  freeId(asked: string | undefined, other: string): string {
    if (asked !== undefined && this.#taken.has(asked))
      this.warnings.push(problem('format-id-again', { ...this.place, id: asked }));
    let id = asked ?? other;
    for (let suffix = 2; this.#taken.has(id); suffix += 1) id = `${asked ?? other}-${suffix}`;
    this.#taken.add(id);
    return id;
  }
}
