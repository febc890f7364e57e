import type { EncodingGuess } from '../../../../contract/engine-answers';
import { firstRowOfTable } from './csv';
import { mappingByNames } from './mapping';
import { columnNames } from './table';

/** Endings of names that promise a plain text; a name without any promises nothing else. */
const plainName = /(?:\.(?:te?xt|md|markdown|log)|(?:^|[/\\])[^./\\]*)$/iu;

/** How many lines of JSON are looked at. */
const mostLines = 20;

const isObject = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

function isJsonLines(lines: readonly string[]): boolean {
  const some = lines.filter((line) => line.trim() !== '').slice(0, mostLines);
  return some.length > 1 && some.every(isObject);
}

/**
 * Whether the beginning of a text is that of a table under a name that does not say so: every row has as many columns,
 * or is an object of JSON. Under the name of a plain text, a column has to be called as one of texts is, so that nothing
 * that is read is taken for a table. `isAsked` is for what a person has said to be a table.
 */
export function tableIn(
  head: Buffer,
  { encoding, certain }: EncodingGuess,
  isCut: boolean,
  name: string,
  isAsked: boolean,
): 'csv' | 'jsonl' | null {
  const text = head.toString(encoding === 'utf-8' ? 'utf8' : encoding === 'utf-16le' ? 'utf16le' : 'latin1');
  const whole = (isCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text).replace(/^\ufeff/u, '');
  if (isJsonLines(whole.split(/\r?\n/u))) return 'jsonl';
  if (isAsked) return 'csv';
  const first = firstRowOfTable(whole);
  if (first === null) return null;
  if (!plainName.test(name)) return 'csv';
  return certain && mappingByNames({ columns: columnNames(first), hasHeader: true }) ? 'csv' : null;
}
