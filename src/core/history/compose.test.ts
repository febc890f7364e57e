import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, type Diff } from '../diff';
import type { CoderId } from '../ids';
import type { CoderRecord } from '../model/document';
import { compose, composed, diffOf, touchesOf } from './compose';

type State = ReadonlyMap<string, CoderRecord>;

const coder = (id: string, name: string): CoderRecord => ({
  record: 'coder',
  id: id as CoderId,
  name,
  origin: null,
});

/** What a diff means, said as plainly as can be. A record may go and come again in one diff. */
function apply(state: State, { added, updated, removed }: Diff): State {
  const next = new Map(state);
  for (const { id } of removed) next.delete(id);
  for (const record of [...updated.map(([, after]) => after), ...added])
    next.set(record.id, record as CoderRecord);
  return next;
}

/** One of the diffs that lead from one state to another: what changes may be updated, or go and come again. */
function between(before: State, after: State, isByReplacing: boolean): Diff {
  const touches = [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
    key,
    before: before.get(key) ?? null,
    after: after.get(key) ?? null,
  }));
  const diff = diffOf(touches);
  if (!isByReplacing) return diff;
  return {
    added: [...diff.added, ...diff.updated.map(([, record]) => record)],
    updated: [],
    removed: [...diff.removed, ...diff.updated.map(([record]) => record)],
  };
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const states = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom('Anna', 'Boris', 'Vera')), {
    selector: ([id]) => id,
  })
  .map((pairs): State => new Map(pairs.map(([id, name]) => [id, coder(id, name)])));

/** A state, and changes that lead from one to the next. */
const histories = fc
  .tuple(states, fc.array(fc.tuple(states, fc.boolean()), { maxLength: 8 }))
  .map(([start, steps]) => {
    const diffs: Diff[] = [];
    let state = start;
    for (const [next, isByReplacing] of steps) {
      diffs.push(between(state, next, isByReplacing));
      state = next;
    }
    return { start, diffs, end: state };
  });

const sorted = (state: State): CoderRecord[] => [...state.values()].sort((a, b) => a.id.localeCompare(b.id));

describe('several diffs as one', () => {
  it('lead to where they lead one after the other', () => {
    fc.assert(
      fc.property(histories, ({ start, diffs, end }) => {
        expect(sorted(apply(start, compose(diffs)))).toEqual(sorted(end));
      }),
    );
  });

  it('lead back to where the first of them began', () => {
    fc.assert(
      fc.property(histories, ({ start, diffs, end }) => {
        expect(sorted(apply(end, inverseOf(compose(diffs))))).toEqual(sorted(start));
      }),
    );
  });

  it('are the same whichever of them are taken together first', () => {
    fc.assert(
      fc.property(histories, fc.nat(8), ({ diffs }, at) => {
        const parts = [compose(diffs.slice(0, at)), compose(diffs.slice(at))];
        const byKey = (diff: Diff) => [...touchesOf(diff)].sort((a, b) => a.key.localeCompare(b.key));
        expect(byKey(compose(parts))).toEqual(byKey(compose(diffs)));
      }),
    );
  });

  it('say nothing of what came and went in between, or is as it was', () => {
    const [anna, boris] = [coder('a', 'Anna'), coder('a', 'Boris')];
    const none: Diff = { added: [], updated: [], removed: [] };
    expect(
      compose([
        { ...none, added: [anna] },
        { ...none, removed: [anna] },
      ]),
    ).toEqual(none);
    expect(
      compose([
        { ...none, updated: [[anna, boris]] },
        { ...none, updated: [[boris, anna]] },
      ]),
    ).toEqual(none);
  });

  it('need only tell images apart, so that stored ones need not be read', () => {
    const steps = [
      { key: 'coder a', before: '1', after: '2' },
      { key: 'coder b', before: null, after: '1' },
      { key: 'coder a', before: '2', after: '3' },
      { key: 'coder b', before: '1', after: null },
    ];
    expect(composed(steps)).toEqual([{ key: 'coder a', before: '1', after: '3' }]);
  });
});
