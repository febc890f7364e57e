import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { limits } from '../limits';
import type { Characters } from './csv';
import type { Table, TableRow } from './table';

/** Of how many rows the columns are gathered. */
const mostLooked = 1000;

async function* linesOf(characters: Characters): AsyncGenerator<string> {
  let rest = '';
  let number = 1;
  for await (const stretch of characters()) {
    const lines = stretch.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    if (rest.length > limits.rowCharacters)
      throw new Refusal(problem('table-cell-too-long', { row: number, longest: limits.rowCharacters }));
    number += lines.length;
    yield* lines;
  }
  yield rest;
}

/** A value as it stands in a cell: texts as they are, all else as JSON writes it. */
const cellOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

/** The members of a line as cells; null where it is no JSON object, or nested out of all measure. */
function membersOf(line: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value).map(([name, member]) => [name, cellOf(member)]))
      : null;
  } catch {
    return null;
  }
}

/** Opens a table of JSON objects, one a line; their members are the columns. Throws a `Refusal`. */
export async function openJsonLines(characters: Characters): Promise<Table> {
  async function* read(): AsyncGenerator<{ number: number; members: ReadonlyMap<string, string> | null }> {
    let number = 0;
    for await (const line of linesOf(characters)) {
      number += 1;
      if (line.trim() !== '') yield { number, members: membersOf(line) };
    }
  }

  const columns = new Set<string>();
  let looked = 0;
  for await (const { members, number } of read()) {
    for (const name of members?.keys() ?? []) columns.add(name.slice(0, 1000));
    if (columns.size > limits.tableColumns)
      throw new Refusal(problem('table-row-too-wide', { row: number, most: limits.tableColumns }));
    looked += 1;
    if (looked === mostLooked) break;
  }
  if (columns.size === 0) throw new Refusal(problem('table-without-rows'));
  return {
    sheet: null,
    columns: [...columns],
    hasHeader: true,
    async *rows() {
      for await (const { number, members } of read()) {
        const row: TableRow = { number, cell: (column) => members?.get(column) ?? '' };
        yield members ? row : problem('table-row-invalid', { row: number });
      }
    },
  };
}
