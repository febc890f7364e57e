import { problem } from '../../core/problem';
import type { Parsed } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { linesOf } from '../exchange/lines';
import { Cutter, type Cut } from '../json/cut';
import { isObject, parseJson, type JsonObject } from './json';
import { soundJson } from './sound-json';

/** One object of a file, and the line where it begins, from 1. */
export interface JsonRecord {
  readonly kind: 'record';
  readonly line: number;
  readonly value: JsonObject;
}

/** What could not be read, in the place of a record. */
export type Warning = Extract<Parsed, { readonly kind: 'warning' }>;

const warning = (problem: Warning['problem']): Warning => ({ kind: 'warning', problem });

/**
 * The objects of a file, one at a time: of JSON lines, of one list, or the only one that it holds. A line or element
 * that is broken or no object is told and passed over.
 */
export async function* readRecords(file: SourceFile): AsyncGenerator<JsonRecord | Warning> {
  yield* (await isOfLines(file)) ? readLines(file) : readElements(file);
}

/** Whether each line is a value of its own. A first line that is damaged does not hide it, where the next one tells. */
async function isOfLines(file: SourceFile): Promise<boolean> {
  let isFirst = true;
  for await (const { text } of linesOf(file)) {
    if (text === null) return true;
    const line = text.trim();
    if (line === '') continue;
    if (!isFirst) return line.startsWith('{');
    if (line.startsWith('[')) return false;
    if (isObject(parseJson(line))) return true;
    isFirst = false;
  }
  return false;
}

async function* readLines(file: SourceFile): AsyncGenerator<JsonRecord | Warning> {
  for await (const { line, text } of linesOf(file)) {
    if (text?.trim() === '') continue;
    if (text === null) yield broken(file.path, line, 'length');
    else yield* recordOf(file.path, line, text);
  }
}

function* recordOf(path: string, line: number, text: string): Generator<JsonRecord | Warning> {
  const { json, replaced } = soundJson(text);
  const value = parseJson(json);
  if (value === undefined) yield broken(path, line, 'JSON');
  else if (isObject(value)) {
    if (replaced > 0) yield charactersReplaced(path, line, replaced);
    yield { kind: 'record', line, value };
  } else yield warning(problem('format-line-ignored', { file: path, line, text: json.slice(0, 100).trim() }));
}

/** Tells of characters that no text can have, and that were replaced. */
export const charactersReplaced = (file: string, line: number, count: number): Warning =>
  warning(problem('format-characters-replaced', { file, line, count }));

const broken = (file: string, line: number, detail: string): Warning =>
  warning(problem('format-line-broken', { file, line, detail }));

/** Reads one outermost value: made the only member of an object, it is cut as Postil's own files are. */
async function* readElements(file: SourceFile): AsyncGenerator<JsonRecord | Warning> {
  for await (const cut of cutsOf(file, '{"":', '}'))
    if ('kind' in cut) yield cut;
    else yield* recordOf(file.path, cut.line, cut.json);
}

/** The members of the outermost object of a file, and the elements of their lists, put between two other texts. */
export async function* cutsOf(file: SourceFile, before = '', after = ''): AsyncGenerator<Cut | Warning> {
  const cutter = new Cutter();
  const take = function* (text: string): Generator<Cut | Warning, boolean> {
    const { cuts, fault } = cutter.write(text);
    yield* cuts;
    if (fault) yield whollyBroken(file.path, fault.params['line']);
    return fault !== null;
  };
  if (yield* take(before)) return;
  for await (const stretch of file.text()) if (yield* take(stretch)) return;
  if (yield* take(after)) return;
  if (cutter.end()) yield whollyBroken(file.path, 1);
}

const whollyBroken = (file: string, line: string | number | undefined): Warning =>
  warning(problem('format-broken', { file, line: line ?? 1, detail: 'JSON' }));
