import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePoint } from '../../../core/offsets';
import type { AnnotationId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { mergedInText, sortedInText } from './text-order';

function annotation(id: string, start: number, length: number): AnnotationRecord {
  const fragments = [{ start: codePoint(start), end: codePoint(start + length), quote: 'x'.repeat(length) }];
  return { record: 'annotation', id, fragments } as unknown as AnnotationRecord;
}

const annotations = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.nat(20), fc.nat(5)), {
    selector: ([id]) => id,
    maxLength: 30,
  })
  .map((all) => all.map(([id, start, length]) => annotation(`a${id}`, start, length)));

const idsOf = (list: readonly AnnotationRecord[]): readonly string[] => list.map(({ id }) => id);

describe('the order of the text', () => {
  test('puts what starts earlier first, and what is longer before what lies inside it', () => {
    const list = sortedInText([
      annotation('inner', 5, 2),
      annotation('outer', 5, 9),
      annotation('before', 1, 1),
    ]);
    expect(idsOf(list)).toEqual(['before', 'outer', 'inner']);
  });

  test('puts relations, which have no place, at the end', () => {
    const relation = { record: 'annotation', id: 'a', fragments: [] } as unknown as AnnotationRecord;
    expect(idsOf(sortedInText([relation, annotation('b', 900, 1)]))).toEqual(['b', 'a']);
  });

  test('of a list that some came to and some went from is what sorting everything anew would give', () => {
    fc.assert(
      fc.property(
        annotations,
        annotations,
        fc.array(fc.integer({ min: 0, max: 99 })),
        (before, came, gone) => {
          const went = new Set(gone.map((id) => `a${id}` as AnnotationId));
          const arriving = came.filter(({ id }) => !went.has(id));
          const merged = mergedInText(sortedInText(before), arriving, went);

          const all = new Map(before.map((one) => [one.id, one]));
          for (const id of went) all.delete(id);
          for (const one of arriving) all.set(one.id, one);
          expect(idsOf(merged)).toEqual(idsOf(sortedInText(all.values())));
        },
      ),
    );
  });
});
