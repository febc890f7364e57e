import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { limits } from '../limits';
import type { Workbook } from '../thread/messages';
import { columnNames, isBlank, looksLikeHeader, placesOf, rowOf, type Table } from './table';

/** The sheets of a workbook as tables; empty ones are left out. Throws a `Refusal` where one is too wide. */
export function tablesOf(workbook: Workbook): readonly Table[] {
  return workbook.flatMap(({ sheet, rows }) => {
    const start = rows.findIndex((row) => !isBlank(row));
    const first = rows[start];
    if (!first) return [];
    if (first.length > limits.tableColumns)
      throw new Refusal(problem('table-row-too-wide', { row: start + 1, most: limits.tableColumns }));
    const columns = columnNames(first);
    const places = placesOf(columns);
    return [
      {
        sheet: workbook.length > 1 ? sheet : null,
        columns,
        hasHeader: looksLikeHeader(first),
        // eslint-disable-next-line @typescript-eslint/require-await -- other tables come from a file
        async *rows(hasHeader) {
          for (const [index, cells] of rows.entries()) {
            const isBefore = index < start || (index === start && hasHeader);
            if (!isBefore && !isBlank(cells)) yield rowOf(index + 1, cells, places);
          }
        },
      } satisfies Table,
    ];
  });
}
