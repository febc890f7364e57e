import type { DeletedRecord } from '../../../contract/history';
import { recordKey } from '../../../core/model/records';
import type { FetchPart, Part } from './lazy-rows';

/** The deleted records that are chosen, by what tells them apart, wherever in the list they stand. */
export type Marks = ReadonlyMap<string, DeletedRecord>;

export const noMarks: Marks = new Map();

/** How many records can be restored at once. */
export const mostAtOnce = 10_000;

const rowsPerPart = 1000;

type RowAt = (index: number) => DeletedRecord | undefined;

/** Which places of a list are those of chosen records, as far as it is fetched. */
export function markedIndexes(marks: Marks, indexes: readonly number[], rowAt: RowAt): ReadonlySet<string> {
  if (marks.size === 0) return new Set();
  return new Set(indexes.filter((index) => isMarked(marks, rowAt(index))).map(String));
}

const isMarked = (marks: Marks, row: DeletedRecord | undefined): boolean =>
  row !== undefined && marks.has(recordKey(row));

/**
 * What is chosen once the places `ids` of a list are, and no others of it: those that were not fetched yet are. What was
 * chosen in another list stays so.
 */
export async function marksAfter(
  marks: Marks,
  ids: ReadonlySet<string>,
  indexes: readonly number[],
  rowAt: RowAt,
  fetchPart: FetchPart<Part<DeletedRecord>>,
): Promise<Marks> {
  const after = new Map(marks);
  const missing: number[] = [];
  for (const index of indexes) {
    const row = rowAt(index);
    const isWanted = ids.has(String(index));
    if (!row) {
      if (isWanted) missing.push(index);
    } else if (isWanted) after.set(recordKey(row), row);
    else after.delete(recordKey(row));
  }
  const parts = new Set(missing.map((index) => Math.floor(index / rowsPerPart)));
  const isMissing = new Set(missing);
  for (const part of parts) {
    const fetched = await fetchPart(part * rowsPerPart, rowsPerPart);
    fetched?.rows.forEach((row, place) => {
      if (isMissing.has(part * rowsPerPart + place)) after.set(recordKey(row), row);
    });
  }
  return after;
}
