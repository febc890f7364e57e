import { problem, type Problem } from '../../core/problem';

/** A piece of a JSON file whose outermost value is an object: a member of it, or one element of a member's array. */
export interface Cut {
  readonly member: string;
  /** The element's place in its array, from 0; null where the member is not an array. */
  readonly index: number | null;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly column: number;
  readonly json: string;
}

/** No value of ours is nested half as deep. */
export const deepest = 64;

/** Longer than any record with the longest text, each character of it escaped; in UTF-16 units. */
const longest = 80_000_000;

/** What may come next, outside of the pieces that are cut out. */
type Awaited =
  | 'object'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'value'
  | 'comma'
  | 'first-element'
  | 'element'
  | 'element-comma'
  | 'end';

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Cuts a JSON file into the members of its outermost object and the elements of their arrays, so that a file of any
 * length can be read record by record. Looks only for where pieces end: `JSON.parse` then judges each one.
 */
export class Cutter {
  /** The names of all members that have begun. */
  readonly members = new Set<string>();
  readonly #unwanted: ReadonlySet<string>;
  #awaited: Awaited = 'object';
  #line = 1;
  #column = 0;
  #member = '';
  #index = 0;
  // The piece that is being read, as long as `#collected` is not null
  #collected: string[] | null = null;
  #length = 0;
  /** It is too long to be held, and nobody wants it. */
  #isDropped = false;
  #startLine = 1;
  #startColumn = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** Of `unwanted` members, elements of any length are gone past. */
  constructor(unwanted: ReadonlySet<string> = new Set()) {
    this.#unwanted = unwanted;
  }

  /** The pieces that are complete with this text, and the fault that ends the file, if it has one. */
  write(text: string): { readonly cuts: readonly Cut[]; readonly fault: Problem | null } {
    const cuts: Cut[] = [];
    let start = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit === 0x0a) {
        this.#line += 1;
        this.#column = 0;
      } else this.#column += 1;

      if (this.#collected) {
        const ended = this.#scan(unit);
        if (this.#depth > deepest)
          return { cuts, fault: problem('import-too-deep', { line: this.#line, deepest }) };
        if (ended === 'no') continue;
        const end = ended === 'after' ? index + 1 : index;
        const fault = this.#finish(text.slice(start, end), cuts);
        if (fault) return { cuts, fault };
        if (ended === 'after') continue;
      }
      if (isSpace(unit)) continue;
      if (this.#step(unit)) continue;
      if (!this.#begin(unit)) return { cuts, fault: this.#broken() };
      start = index;
    }
    if (this.#collected) {
      if (!this.#isDropped) this.#collected.push(text.slice(start));
      this.#length += text.length - start;
      if (this.#length > longest && this.#unwanted.has(this.#member)) {
        this.#isDropped = true;
        this.#collected = [];
      } else if (this.#length > longest)
        return { cuts, fault: problem('import-too-large', { line: this.#startLine, longest }) };
    }
    return { cuts, fault: null };
  }

  /** To be called at the end of the file: the fault that it ends too early, if it does. */
  end(): Problem | null {
    return this.#awaited === 'end' ? null : this.#broken();
  }

  #broken(): Problem {
    return problem('import-broken', { line: this.#line, column: this.#column });
  }

  /** Goes past one character between pieces; false where a piece must begin with it. */
  #step(unit: number): boolean {
    const next = nextAwaited(this.#awaited, unit);
    if (next === undefined) return false;
    if (next === 'first-element') this.#index = 0;
    this.#awaited = next;
    return true;
  }

  /** Begins to collect a key, a member's value or an element; false where none may stand. */
  #begin(unit: number): boolean {
    const isKey = this.#awaited === 'first-key' || this.#awaited === 'key';
    const isValue =
      this.#awaited === 'value' || this.#awaited === 'first-element' || this.#awaited === 'element';
    if (!(isKey ? unit === quote : isValue)) return false;
    this.#collected = [];
    this.#length = 0;
    this.#isDropped = false;
    this.#startLine = this.#line;
    this.#startColumn = this.#column;
    this.#depth = unit === openBrace || unit === openBracket ? 1 : 0;
    this.#inString = unit === quote;
    this.#escaped = false;
    return true;
  }

  /** Takes one more character into the piece: whether it ends after it, or ended before it. */
  #scan(unit: number): 'no' | 'after' | 'before' {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (unit === backslash) this.#escaped = true;
      else if (unit === quote) {
        this.#inString = false;
        if (this.#depth === 0) return 'after';
      }
      return 'no';
    }
    if (this.#depth === 0) {
      const isDelimiter = isSpace(unit) || unit === comma || unit === closeBracket || unit === closeBrace;
      return isDelimiter ? 'before' : 'no';
    }
    if (unit === quote) this.#inString = true;
    else if (unit === openBrace || unit === openBracket) this.#depth += 1;
    else if (unit === closeBrace || unit === closeBracket) {
      this.#depth -= 1;
      if (this.#depth === 0) return 'after';
    }
    return 'no';
  }

  #place(): Pick<Cut, 'member' | 'line' | 'column'> {
    return { member: this.#member, line: this.#startLine, column: this.#startColumn };
  }

  /** Gives away the piece that has ended. */
  #finish(last: string, cuts: Cut[]): Problem | null {
    const json = [...(this.#collected ?? []), last].join('');
    this.#collected = null;
    switch (this.#awaited) {
      case 'first-key':
      case 'key': {
        const key = parseKey(json);
        if (key === undefined) return this.#broken();
        this.#member = key;
        this.members.add(key);
        this.#awaited = 'colon';
        return null;
      }
      case 'value':
        cuts.push({ ...this.#place(), index: null, json });
        this.#awaited = 'comma';
        return null;
      default:
        if (!this.#isDropped) cuts.push({ ...this.#place(), index: this.#index, json });
        this.#index += 1;
        this.#awaited = 'element-comma';
        return null;
    }
  }
}

/** What is awaited after a character between pieces; undefined where it is none of those that stand there. */
function nextAwaited(awaited: Awaited, unit: number): Awaited | undefined {
  switch (awaited) {
    case 'object':
      return unit === openBrace ? 'first-key' : undefined;
    case 'first-key':
      return unit === closeBrace ? 'end' : undefined;
    case 'colon':
      return unit === colon ? 'value' : undefined;
    case 'value':
      return unit === openBracket ? 'first-element' : undefined;
    case 'comma':
      return unit === comma ? 'key' : unit === closeBrace ? 'end' : undefined;
    case 'first-element':
      return unit === closeBracket ? 'comma' : undefined;
    case 'element-comma':
      return unit === comma ? 'element' : unit === closeBracket ? 'comma' : undefined;
    case 'key':
    case 'element':
    case 'end':
      return undefined;
  }
}

function parseKey(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}
