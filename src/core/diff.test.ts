import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, isEmptyDiff, recordsAfter, type Diff, type Update } from './diff';
import type { CoderId } from './ids';
import type { CoderRecord } from './model/document';

type State = ReadonlyMap<string, CoderRecord>;

const coder = (id: string, name: string): CoderRecord => ({
  record: 'coder',
  id: id as CoderId,
  name,
  origin: null,
});

/** What a diff means, said as plainly as can be: for a project that holds nothing but coders. */
function apply(state: State, diff: Diff): State {
  const next = new Map(state);
  for (const { id } of diff.removed) next.delete(id);
  for (const record of [...diff.updated.map(([, after]) => after), ...diff.added])
    next.set(record.id, record as CoderRecord);
  return next;
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const names = fc.constantFrom('Anna', 'Boris', 'Vera');
const states = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), names), { selector: ([id]) => id })
  .map((pairs): State => new Map(pairs.map(([id, name]) => [id, coder(id, name)])));

/** The diff that leads from one state to another. */
function between(before: State, after: State): Diff {
  const both = [...before.values()].filter(({ id }) => after.has(id));
  return {
    added: [...after.values()].filter(({ id }) => !before.has(id)),
    updated: both.map((record): Update => [record, after.get(record.id) ?? record]),
    removed: [...before.values()].filter(({ id }) => !after.has(id)),
  };
}

const sorted = (state: State): CoderRecord[] => [...state.values()].sort((a, b) => a.id.localeCompare(b.id));

describe('the inverse of a diff', () => {
  it('leads back to where the diff began', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const diff = between(before, after);
        expect(sorted(apply(before, diff))).toEqual(sorted(after));
        expect(sorted(apply(after, inverseOf(diff)))).toEqual(sorted(before));
      }),
    );
  });

  it('has the diff as its own inverse', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        const diff = between(before, after);
        expect(inverseOf(inverseOf(diff))).toEqual(diff);
      }),
    );
  });
});

describe('a diff', () => {
  it('is empty only where it adds, updates and removes nothing', () => {
    const [record] = [coder('a', 'Anna')];
    expect(isEmptyDiff({ added: [], updated: [], removed: [] })).toBe(true);
    expect(isEmptyDiff({ added: [record], updated: [], removed: [] })).toBe(false);
    expect(isEmptyDiff({ added: [], updated: [[record, record]], removed: [] })).toBe(false);
    expect(isEmptyDiff({ added: [], updated: [], removed: [record] })).toBe(false);
  });

  it('leaves behind what it added and the later side of what it updated', () => {
    const diff: Diff = {
      added: [coder('a', 'Anna')],
      updated: [[coder('b', 'Boris'), coder('b', 'Bob')]],
      removed: [coder('c', 'Vera')],
    };
    expect(recordsAfter(diff, 'coder')).toEqual([coder('a', 'Anna'), coder('b', 'Bob')]);
    expect(recordsAfter(diff, 'document')).toEqual([]);
  });
});
