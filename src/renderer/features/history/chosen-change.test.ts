import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '../../../contract/history';
import type { ChangeNumber } from '../../../core/ids';
import { indexOfChoice } from './chosen-change';

/** Rows of which only some were fetched, by their numbers. */
const fetched =
  (...numbers: readonly (number | undefined)[]) =>
  (index: number): HistoryRow | undefined => {
    const number = numbers[index];
    return number === undefined ? undefined : ({ number: number as ChangeNumber } as HistoryRow);
  };
const row = (number: number): HistoryRow => ({ number: number as ChangeNumber }) as HistoryRow;

describe('the change that is chosen in a long history', () => {
  it('stands where it was chosen while it is on its way', () => {
    expect(indexOfChoice({ index: 4000, row: null }, fetched(), 5000)).toBe(4000);
    expect(indexOfChoice({ index: 4000, row: row(1000) }, fetched(), 5000)).toBe(4000);
  });

  it('is followed where newer changes moved it down', () => {
    expect(indexOfChoice({ index: 0, row: row(7) }, fetched(9, 8, 7, 6), 4)).toBe(2);
  });

  it('is none where it is not in the list any more', () => {
    expect(indexOfChoice({ index: 1, row: row(5) }, fetched(9, 8), 2)).toBeNull();
    expect(indexOfChoice({ index: 5, row: null }, fetched(9, 8), 2)).toBeNull();
    expect(indexOfChoice(null, fetched(9), 1)).toBeNull();
  });
});
