import { describe, expect, it } from 'vitest';
import type { DeletedRecord } from '../../../contract/history';
import { markedIndexes, marksAfter, noMarks } from './marks';

const deleted = Array.from({ length: 5 }, (_, index) => ({
  record: 'annotation',
  id: `a${String(index)}`,
})) as unknown as readonly DeletedRecord[];

const indexes = [0, 1, 2, 3, 4];

/** A list of which the first so many rows are fetched. */
const fetchedUpTo =
  (count: number) =>
  (index: number): DeletedRecord | undefined =>
    index < count ? deleted[index] : undefined;

const fetchPart = (offset: number, limit: number) =>
  Promise.resolve({ total: deleted.length, rows: deleted.slice(offset, offset + limit) });

const names = (marks: ReadonlyMap<string, DeletedRecord>): readonly string[] =>
  [...marks.values()].map(({ id }) => id).sort();

describe('the deleted things that are chosen', () => {
  it('are those at the places that were marked, fetched or not', async () => {
    const rowAt = fetchedUpTo(2);
    const marks = await marksAfter(noMarks, new Set(['1', '2', '4']), indexes, rowAt, fetchPart);
    expect(names(marks)).toEqual(['a1', 'a2', 'a4']);
    expect([...markedIndexes(marks, indexes, rowAt)]).toEqual(['1']);
    expect([...markedIndexes(marks, indexes, fetchedUpTo(5))]).toEqual(['1', '2', '4']);
  });

  it('are fewer once a mark is taken away', async () => {
    const rowAt = fetchedUpTo(5);
    const marks = await marksAfter(noMarks, new Set(['0', '3']), indexes, rowAt, fetchPart);
    expect(names(await marksAfter(marks, new Set(['3']), indexes, rowAt, fetchPart))).toEqual(['a3']);
  });

  it('stay chosen while other words are looked for', async () => {
    const marks = await marksAfter(noMarks, new Set(['0']), indexes, fetchedUpTo(5), fetchPart);
    const others = [deleted[3], deleted[4]];
    const after = await marksAfter(marks, new Set(['1']), [0, 1], (index) => others[index], fetchPart);
    expect(names(after)).toEqual(['a0', 'a4']);
  });
});
