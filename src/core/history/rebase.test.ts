import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, type Diff, type Update } from '../diff';
import type { AnnotationRecord } from '../model/annotation';
import type { AnyRecord } from '../model/records';
import { rebase } from './rebase';
import { isSame } from '../same';

type State = ReadonlyMap<string, AnyRecord>;

const annotation = (change: Partial<Record<keyof AnnotationRecord, unknown>> = {}): AnnotationRecord =>
  ({
    record: 'annotation',
    id: 'a',
    document: 'd',
    type: 'person',
    coder: 'anna',
    fragments: [],
    entry: null,
    attributes: {},
    status: 'draft',
    note: '',
    createdAt: '2026-11-22T09:00:00.000Z',
    modifiedAt: '2026-11-22T09:00:00.000Z',
    origin: null,
    ...change,
  }) as unknown as AnnotationRecord;

const stateOf = (...records: readonly AnyRecord[]): State =>
  new Map(records.map((record) => [record.id, record]));

const nowIn =
  (state: State) =>
  ({ id }: AnyRecord): AnyRecord | undefined =>
    state.get(id);

function apply(state: State, { added, updated, removed }: Diff): State {
  const next = new Map(state);
  for (const { id } of removed) next.delete(id);
  for (const record of [...updated.map(([, after]) => after), ...added]) next.set(record.id, record);
  return next;
}

const updating = (before: AnyRecord, after: AnyRecord): Diff => ({
  added: [],
  updated: [[before, after] as unknown as Update],
  removed: [],
});

function rebased(diff: Diff, state: State): Diff {
  const result = rebase(diff, nowIn(state));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const blockedAt = (diff: Diff, state: State): unknown => {
  const result = rebase(diff, nowIn(state));
  return result.ok ? 'nothing' : (result.problem.params['field'] ?? result.problem.params['record']);
};

const times = fc.constantFrom('2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z');
const anyAnnotation = fc
  .record({
    type: fc.constantFrom('person', 'office'),
    status: fc.constantFrom('draft', 'done', 'doubtful'),
    note: fc.constantFrom('', 'sure?'),
    attributes: fc.dictionary(fc.constantFrom('polarity', 'mode'), fc.constantFrom('yes', 'no')),
    modifiedAt: times,
  })
  .map(annotation);

describe('a change that is taken back after others changed the same record', () => {
  const tagged = annotation();
  const noted = annotation({ note: 'sure?', modifiedAt: '2026-11-22T10:00:00.000Z' });

  it('sets its own fields and leaves those of others alone', () => {
    const now = annotation({ note: 'sure?', status: 'done', modifiedAt: '2026-11-22T11:00:00.000Z' });
    const { updated } = rebased(inverseOf(updating(tagged, noted)), stateOf(now));
    expect(updated).toEqual([[now, { ...now, note: '' }]]);
  });

  it('takes the time of the change back where nobody came after it', () => {
    const { updated } = rebased(inverseOf(updating(tagged, noted)), stateOf(noted));
    expect(updated).toEqual([[noted, tagged]]);
  });

  it('is refused where somebody else changed the same field, and says which', () => {
    const now = annotation({ note: 'quite sure' });
    expect(blockedAt(inverseOf(updating(tagged, noted)), stateOf(now))).toBe('note');
  });

  it('tells the values of attributes apart', () => {
    const certain = annotation({ attributes: { certainty: 'high' } });
    const both = annotation({ attributes: { certainty: 'high', mode: 'direct' } });
    const { updated } = rebased(inverseOf(updating(tagged, certain)), stateOf(both));
    expect(updated[0]?.[1]).toEqual(annotation({ attributes: { mode: 'direct' } }));
    const other = annotation({ attributes: { certainty: 'low' } });
    expect(blockedAt(inverseOf(updating(tagged, certain)), stateOf(other))).toBe('attributes.certainty');
  });

  it('is refused where it would remove what somebody else changed', () => {
    const creating: Diff = { added: [tagged], updated: [], removed: [] };
    expect(blockedAt(inverseOf(creating), stateOf(noted))).toBe('annotation');
    expect(rebased(inverseOf(creating), stateOf(tagged)).removed).toEqual([tagged]);
  });

  it('is refused where it would bring back what is there, and where its record is gone', () => {
    const deleting: Diff = { added: [], updated: [], removed: [tagged] };
    expect(blockedAt(inverseOf(deleting), stateOf(noted))).toBe('annotation');
    expect(blockedAt(inverseOf(updating(tagged, noted)), stateOf())).toBe('annotation');
  });

  it('is the very diff where nothing was changed since', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, (before, after) => {
        const back = inverseOf(updating(before, after));
        expect(rebased(back, stateOf(after))).toEqual(back);
      }),
    );
  });

  it('changes nothing but the fields that the change touched, or is refused', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, anyAnnotation, (before, after, now) => {
        const result = rebase(updating(before, after), nowIn(stateOf(now)));
        if (!result.ok) return;
        const [[, merged] = [now, now]] = result.value.updated;
        for (const field of ['type', 'status', 'note'] as const) {
          const isTouched = !isSame(before[field], after[field]);
          expect(merged).toHaveProperty(field, isTouched ? after[field] : now[field]);
        }
      }),
    );
  });

  it('can be done again, and taken back again, to where it began', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, anyAnnotation, (before, after, now) => {
        const diff = updating(before, after);
        const first = rebase(diff, nowIn(stateOf(now)));
        if (!first.ok) return;
        const then = apply(stateOf(now), first.value);
        const back = rebased(inverseOf(first.value), then);
        expect([...apply(then, back).values()]).toEqual([now]);
      }),
    );
  });
});
