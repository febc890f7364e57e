import { describe, expect, test } from 'vitest';
import type { InspectedFile } from '../../../contract/engine-answers';
import {
  afterLook,
  guessedTables,
  mappingOf,
  shownColumns,
  tableGroups,
  withColumn,
  withMapping,
} from './tables';

const guess = { text: 't', name: null, date: 'd', metadata: ['m'], hasHeader: true };

const file = (
  name: string,
  columns: readonly string[],
  known = true,
): Extract<InspectedFile, { kind: 'table' }> => ({
  kind: 'table',
  format: 'csv',
  path: `/${name}`,
  name,
  bytes: 1,
  guess: { encoding: 'utf-8', certain: true, candidates: [] },
  tables: [{ sheet: null, columns, rows: [['1']], rowCount: 2, guess: known ? guess : null }],
});

describe('tables that are looked at once more', () => {
  test('keep what was chosen, and new columns begin as they were guessed', () => {
    const before = tableGroups([file('a', ['t|d', 'm']), file('b', ['t', 'd', 'm'])]);
    const after = tableGroups([file('a', ['t', 'm']), file('b', ['t', 'd', 'm'])]);
    // The one of the second file was left out by hand.
    const chosen = guessedTables(before.slice(0, 1));
    const tables = afterLook(chosen, before, after);
    expect(after.map((group) => mappingOf(tables, group))).toEqual([guess, null]);
  });
});

describe('tables of a batch', () => {
  test('are asked about once where they have the same columns', () => {
    const groups = tableGroups([file('a', ['t', 'd', 'm']), file('b', ['x']), file('c', ['t', 'd', 'm'])]);
    expect(groups).toMatchObject([{ names: ['a', 'c'], rowCount: 4 }, { names: ['b'] }]);
  });

  test('begin as their columns were guessed, and are left out where nothing was', () => {
    const groups = tableGroups([file('a', ['t', 'd', 'm']), file('b', ['x'], false)]);
    const tables = guessedTables(groups);
    expect(groups.map((group) => mappingOf(tables, group))).toEqual([guess, null]);
  });

  test('have one meaning for each column, and keep as metadata what loses its meaning', () => {
    const [group] = tableGroups([file('a', ['t', 'd', 'm'])]);
    if (!group) throw new Error('no group');
    const moved = withColumn(guess, group, 'text', 'd');
    expect(moved).toEqual({ text: 'd', name: null, date: null, metadata: ['t', 'm'], hasHeader: true });
    expect(withColumn(moved, group, 'name', 'm')).toMatchObject({ name: 'm', metadata: ['t'] });
    expect(withColumn(null, group, 'text', 'm')).toMatchObject({ text: 'm', metadata: ['t', 'd'] });
    expect(withColumn(guess, group, 'text', null)).toBeNull();
    expect(shownColumns(group, moved)).toEqual(['d', 't', 'm']);
    expect(withMapping(withMapping([], group, guess), group, null)).toEqual([]);
  });
});
