import type { z } from 'zod';
import type { AnyRecord, RecordName } from '../../core/model/records';
import { recordNames } from '../../core/model/records';
import { problem, type Problem } from '../../core/problem';
import { Cutter, type Cut } from './cut';
import { formatName, formatVersion, recordSchemas, sections } from './schema';

/** What a file holds, in its order. */
export type Parsed =
  /** A record that is well formed in itself; whether it fits the others is not known yet. */
  | {
      readonly kind: 'record';
      readonly record: AnyRecord;
      readonly text: string | null;
      readonly line: number;
    }
  /** A record that is not, and that can be left out. */
  | { readonly kind: 'bad-record'; readonly record: RecordName; readonly problem: Problem }
  /** The file as a whole cannot be trusted. Nothing follows, and nothing before counts. */
  | { readonly kind: 'broken'; readonly problem: Problem };

const nameOf = new Map<string, RecordName>(recordNames.map((name) => [sections[name], name]));

/** Read by other programs; what was done in one project is not done again in another. */
const notForImport = new Set(['history', 'removedTexts']);

const isVersion = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= formatVersion;

const wrongSchema = (cut: Cut): Parsed => ({
  kind: 'broken',
  problem: problem('import-wrong-schema', { member: cut.member, line: cut.line }),
});

/** What no record may have: text that SQLite cannot keep as it is, and the one key that means something else. */
function hasForbidden(value: unknown): boolean {
  if (typeof value === 'string') return /[\0\p{Surrogate}]/u.test(value);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(hasForbidden);
  return Object.entries(value).some(
    ([key, member]) => key === '__proto__' || hasForbidden(key) || hasForbidden(member),
  );
}

/** Only what is escaped or spelled out can hide something: raw control characters are no JSON. */
const mayHide = (json: string): boolean => json.includes('\\u') || json.includes('__proto__');

/** The id that a record claims, for the sentence about it. */
const idIn = (value: unknown): string =>
  value !== null && typeof value === 'object' && 'id' in value && typeof value.id === 'string'
    ? value.id.slice(0, 200)
    : '';

/** The field that an issue is about, be it one that should not be there. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...extra].join('.') || 'record';
}

function parseRecord(name: RecordName, cut: Cut, value: unknown): Parsed {
  const bad = (field: string): Parsed => ({
    kind: 'bad-record',
    record: name,
    problem: problem('import-record-invalid', { record: name, id: idIn(value), line: cut.line, field }),
  });
  if (mayHide(cut.json) && hasForbidden(value)) return bad('characters');
  const parsed = recordSchemas[name].safeParse(value);
  if (!parsed.success) return bad(fieldOf(parsed.error.issues[0]));
  if (!('text' in parsed.data)) {
    const record = { record: name, ...parsed.data } as AnyRecord;
    return { kind: 'record', record, text: null, line: cut.line };
  }
  const { text, ...document } = parsed.data;
  return { kind: 'record', record: { record: 'document', ...document }, text, line: cut.line };
}

/** Reads a file in Postil's own format, as it comes. A bad record is told and left out; a broken file ends the reading. */
export class Parser {
  readonly #cutter = new Cutter(notForImport);
  #format = false;
  #version = false;
  #broken = false;

  /** The members that the file has so far, be they empty. */
  get members(): ReadonlySet<string> {
    return this.#cutter.members;
  }

  /** What is complete with this text. Nothing more after the file was found broken. */
  write(text: string): Parsed[] {
    if (this.#broken) return [];
    const { cuts, fault } = this.#cutter.write(text);
    const parsed: Parsed[] = [];
    for (const cut of cuts) {
      const item = this.#read(cut);
      if (item) parsed.push(item);
      if (item?.kind === 'broken') return this.#stopAfter(parsed);
    }
    if (!fault) return parsed;
    parsed.push({ kind: 'broken', problem: fault });
    return this.#stopAfter(parsed);
  }

  /** To be called once at the end of the file. */
  end(): Parsed[] {
    if (this.#broken) return [];
    const fault =
      this.#cutter.end() ??
      (this.#format && this.#version ? null : problem('import-wrong-schema', { member: 'format', line: 1 }));
    return fault ? [{ kind: 'broken', problem: fault }] : [];
  }

  #stopAfter(parsed: Parsed[]): Parsed[] {
    this.#broken = true;
    return parsed;
  }

  #read(cut: Cut): Parsed | null {
    let value: unknown;
    try {
      value = JSON.parse(cut.json);
    } catch {
      return { kind: 'broken', problem: problem('import-broken', { line: cut.line, column: cut.column }) };
    }
    const name = nameOf.get(cut.member);
    if (cut.index === null) return name ? wrongSchema(cut) : this.#readHead(cut, value);
    if (name) return parseRecord(name, cut, value);
    return notForImport.has(cut.member) ? null : wrongSchema(cut);
  }

  #readHead(cut: Cut, value: unknown): Parsed | null {
    if (cut.member === 'format' && value === formatName) this.#format = true;
    else if (cut.member === 'version' && typeof value === 'number' && value > formatVersion)
      return {
        kind: 'broken',
        problem: problem('import-newer-version', { version: value, latest: formatVersion }),
      };
    else if (cut.member === 'version' && isVersion(value)) this.#version = true;
    else return wrongSchema(cut);
    return null;
  }
}
