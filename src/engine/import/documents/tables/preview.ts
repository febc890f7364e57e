import type { InspectedTable } from '../../../../contract/document-files';
import type { Job } from '../../../jobs/jobs';
import { guessMapping } from './mapping';
import type { Table } from './table';

/** How many rows are shown before an import, and how much of a cell, in UTF-16 units. */
const mostShown = 5;
const longestShown = 200;

const cut = (text: string): string => text.slice(0, longestShown).replace(/\p{Surrogate}$/u, '');

/** Reads a table to its end, since only then it is known to be sound and how long it is. */
export async function previewTable(table: Table, job: Job): Promise<InspectedTable> {
  const { sheet, columns, hasHeader } = table;
  const rows: string[][] = [];
  let rowCount = 0;
  for await (const row of table.rows(hasHeader)) {
    await job.breathe();
    if ('code' in row) continue;
    rowCount += 1;
    if (rows.length < mostShown) rows.push(columns.map((column) => cut(row.cell(column))));
  }
  return { sheet, columns, rows, rowCount, guess: guessMapping(table, rows) };
}
