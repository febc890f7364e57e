import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import {
  annotationOf,
  attributeOf,
  changeContext,
  linkOf,
  now,
  roleOf,
  typeOf,
} from '../../../tests/support/records';
import { inverseOf, type Diff } from '../diff';
import type { EntryId, TypeId } from '../ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../model/annotation';
import { codePoint } from '../offsets';
import { plainEntry } from '../registry/plain-entry';
import { decide } from './decide';

const entry = (id: string, kind: EntryRecord['kind']): EntryRecord => plainEntry(id as EntryId, kind, id);

const codebook = [
  typeOf('person', 'entity'),
  typeOf('place', 'entity'),
  typeOf('event', 'event'),
  typeOf('visit', 'event', 'event'),
  typeOf('state visit', 'event', 'visit'),
  typeOf('speech', 'event'),
  roleOf('event', 'date', { spans: true }),
  roleOf('visit', 'place', { types: ['place'] }),
  roleOf('visit', 'guest', { kinds: ['entity'] }),
  roleOf('speech', 'place', { kinds: ['entity'] }, { max: 1 }),
  attributeOf('visit', 'official', { kind: 'yes-no' }),
  attributeOf('event', 'sure', { kind: 'yes-no' }),
  entry('the visit of May', 'event'),
  entry('Oslo', 'entity'),
];

const visit = annotationOf('v', 'visit', {
  entry: 'the visit of May' as EntryId,
  attributes: { 'visit.official': true, 'event.sure': false },
});
const oslo = annotationOf('o', 'place', { entry: 'Oslo' as EntryId });
const bergen = annotationOf('b', 'place');
const guest = annotationOf('g', 'person');
const date: LinkRecord = {
  ...linkOf('v', 'event.date', ''),
  target: { by: 'span', span: { start: codePoint(0), end: codePoint(1), quote: 'a' } },
};
const inOslo = linkOf('v', 'visit.place', 'o');
const inBergen = linkOf('v', 'visit.place', 'b');
const ofGuest = linkOf('v', 'visit.guest', 'g');

const view = memoryView([...codebook, visit, oslo, bergen, guest, date, inOslo, inBergen, ofGuest], 'a');

function retype(to: string, ...annotations: AnnotationRecord[]): Diff {
  const command = {
    name: 'annotation.retype',
    annotations: annotations.map(({ id }) => id),
    type: to,
  } as const;
  const result = decide({ ...command, type: to as TypeId }, view, changeContext());
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

describe('annotation.retype', () => {
  it('keeps all that a type below it has from above', () => {
    expect(retype('state visit', visit)).toEqual({
      added: [],
      updated: [[visit, { ...visit, type: 'state visit', modifiedAt: now }]],
      removed: [],
    });
  });

  it('moves links to the role of the same name, as many as it takes, and drops those without one', () => {
    const { updated, removed } = retype('speech', visit);
    expect(updated).toContainEqual([inOslo, { ...inOslo, role: 'speech.place' }]);
    expect(removed).toEqual([date, inBergen, ofGuest]);
  });

  it('drops values of attributes that the new type has not', () => {
    const [pair] = retype('event', visit).updated;
    expect(pair?.[1]).toMatchObject({ type: 'event', attributes: { 'event.sure': false } });
    expect(retype('speech', visit).updated[0]?.[1]).toMatchObject({ attributes: {} });
  });

  it('keeps a registry entry only of the same kind', () => {
    expect(retype('speech', visit).updated[0]?.[1]).toMatchObject({ entry: 'the visit of May' });
    expect(retype('person', visit).updated[0]?.[1]).toMatchObject({ entry: null });
    expect(retype('person', oslo).updated[0]?.[1]).toMatchObject({ entry: 'Oslo' });
  });

  it('drops the links whose role does not take the new type', () => {
    expect(retype('person', oslo).removed).toEqual([inOslo]);
    expect(retype('place', guest).removed).toEqual([]);
    expect(retype('event', guest).removed).toEqual([ofGuest]);
  });

  it('looks at the new types of both ends where both are given one', () => {
    expect(retype('place', visit, guest).removed).toEqual([date, inOslo, inBergen, ofGuest]);
  });

  it('leaves an annotation that has the type as it is, with all its links', () => {
    const diff = retype('visit', visit);
    expect([...diff.updated, ...diff.removed]).toEqual([]);
  });

  it('is taken back whole by its inverse', () => {
    const { added, updated } = inverseOf(retype('speech', visit));
    expect(added).toEqual([date, inBergen, ofGuest]);
    expect(updated.map(([, after]) => after)).toEqual([visit, inOslo]);
  });
});
