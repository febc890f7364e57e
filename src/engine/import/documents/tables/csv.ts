import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import type { DocumentOptions } from '../../../../contract/document-files';
import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { limits } from '../limits';
import { columnNames, isBlank, looksLikeHeader, placesOf, rowOf, type Table } from './table';

/** The characters of a file, as often as they are asked for. */
export type Characters = () => AsyncIterable<string>;

const delimiterNamed = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
const delimiters = Object.values(delimiterNamed);
const sampleLength = 50_000;

/** What is the same for every dialect: quotes within cells are forgiven, and rows may be of any length. */
const forgiving = { relax_quotes: true, relax_column_count: true, skip_empty_lines: false } as const;

/** The first line with which Excel tells itself the delimiter. */
const declared = /^sep=([^\r\n])\r?\n/iu;

async function beginning(characters: Characters): Promise<string> {
  let text = '';
  for await (const stretch of characters()) {
    text += stretch;
    if (text.length >= sampleLength) break;
  }
  return text.slice(0, sampleLength);
}

/** The first rows of a beginning, for a delimiter: up to where it ends within quotes, or the table breaks. */
function firstRows(sample: string, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const on_record = (row: readonly string[]): null => {
    rows.push(row);
    return null;
  };
  try {
    parseAtOnce(sample, { ...forgiving, delimiter, to: 50, on_record });
  } catch (error) {
    // The rows before the fault tell enough.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

/** How many rows of a beginning have as many columns as the first, for a delimiter; 0 where there is one column. */
function fit(sample: string, delimiter: string): number {
  const rows = firstRows(sample, delimiter);
  const [first = []] = rows;
  const same = rows.filter((row) => row.length === first.length).length;
  return first.length < 2 ? 0 : (same / rows.length) * (1 + Math.min(first.length, 50) / 100);
}

/** The delimiter that makes the most even table of a beginning. */
function guessDelimiter(sample: string): string {
  const [, said] = declared.exec(sample) ?? [];
  if (said !== undefined) return said;
  // A row that the sample cuts off says nothing.
  const whole = sample.length < sampleLength ? sample : sample.slice(0, sample.lastIndexOf('\n') + 1);
  const fits = delimiters.map((delimiter) => ({ delimiter, value: fit(whole, delimiter) }));
  return fits.reduce((best, next) => (next.value > best.value ? next : best)).delimiter;
}

/** How many rows a text has at least that passes for a table, whatever its name. */
const fewestRows = 3;

/** The first row of a text all of whose rows have as many columns, two or more; null where it is no such table. */
export function firstRowOfTable(sample: string): readonly string[] | null {
  const delimiter = guessDelimiter(sample);
  if (fit(sample, delimiter) < 1) return null;
  const rows = firstRows(sample, delimiter);
  return rows.length < fewestRows ? null : (rows[0] ?? null);
}

/** A fault of the table as a sentence, with the row where it was found. */
function refusalOf(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const found =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? problem('table-cell-too-long', { row, longest: limits.rowCharacters })
      : problem('table-broken', { row, detail: error.message });
  return new Refusal(found);
}

/** A parser that is fed stretch by stretch, and gives the rows that are complete. */
function feedableParser(delimiter: string) {
  let complete: (readonly string[])[] = [];
  let fault: unknown = null;
  const parser = parse({
    ...forgiving,
    delimiter,
    max_record_size: limits.rowCharacters,
    // Taken from here, since a stream that breaks throws away the sound rows before the fault.
    on_record: (record: readonly string[]) => {
      complete.push(record);
      return null;
    },
  });
  parser.on('error', (error) => {
    fault = error;
  });
  parser.resume();
  const take = () => {
    const rows = complete;
    complete = [];
    return { rows, fault };
  };
  return {
    async write(stretch: string) {
      await new Promise<void>((resolve) => {
        parser.write(stretch, () => resolve());
      });
      return take();
    },
    async end() {
      await new Promise<void>((resolve) => {
        parser.once('close', resolve);
        parser.end();
      });
      return take();
    },
    close: () => parser.destroy(),
  };
}

/** All rows of a file, the first included. Throws a `Refusal` at the row where the table breaks. */
async function* readRows(characters: Characters, delimiter: string): AsyncGenerator<readonly string[]> {
  const parser = feedableParser(delimiter);
  let row = 0;
  function* check({ rows, fault }: Awaited<ReturnType<typeof parser.end>>): Generator<readonly string[]> {
    for (const cells of rows) {
      row += 1;
      if (cells.length > limits.tableColumns)
        throw new Refusal(problem('table-row-too-wide', { row, most: limits.tableColumns }));
      yield cells;
    }
    if (fault !== null) throw refusalOf(fault, row + 1);
  }
  let isFirst = true;
  try {
    for await (const stretch of characters()) {
      if (stretch === '') continue;
      yield* check(await parser.write(isFirst ? stretch.replace(declared, '') : stretch));
      isFirst = false;
    }
    yield* check(await parser.end());
  } finally {
    parser.close();
  }
}

/** Opens a table of comma-separated values (RFC 4180, and what programs make of it). Throws a `Refusal`. */
export async function openCsv(
  characters: Characters,
  separator: DocumentOptions['separator'] = 'auto',
): Promise<Table> {
  const delimiter =
    separator === 'auto' ? guessDelimiter(await beginning(characters)) : delimiterNamed[separator];
  let first: readonly string[] = [];
  for await (const cells of readRows(characters, delimiter)) {
    first = cells;
    break;
  }
  if (first.length === 0 || isBlank(first)) throw new Refusal(problem('table-without-rows'));
  const columns = columnNames(first);
  const places = placesOf(columns);
  return {
    sheet: null,
    columns,
    hasHeader: looksLikeHeader(first),
    async *rows(hasHeader) {
      let number = 0;
      for await (const cells of readRows(characters, delimiter)) {
        number += 1;
        // An empty line is no row.
        if (!(hasHeader && number === 1) && !isBlank(cells)) yield rowOf(number, cells, places);
      }
    },
  };
}
