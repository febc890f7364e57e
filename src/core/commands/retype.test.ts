import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import { changeContext } from '../../../tests/support/records';
import { plainType } from '../codebook/plain-records';
import { inverseOf, type Diff } from '../diff';
import type {
  AnnotationId,
  AttributeId,
  CoderId,
  DocumentId,
  EntryId,
  LinkId,
  RoleId,
  Timestamp,
  TypeId,
} from '../ids';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../model/annotation';
import type { AttributeRecord, FillerRule, Kind, RoleRecord, TypeRecord } from '../model/codebook';
import { codePoint } from '../offsets';
import { plainEntry } from '../registry/plain-entry';
import { decide } from './decide';

const now = '2026-11-22T10:00:00.000Z' as Timestamp;
const earlier = '2026-11-21T10:00:00.000Z' as Timestamp;

const type = (id: string, kind: Kind, parent: string | null = null): TypeRecord =>
  plainType({
    ...{ id: id as TypeId, kind, parent: parent as TypeId | null },
    ...{ position: 0, names: {}, hue: 0, origin: null },
  });

const role = (
  of: string,
  name: string,
  fillers: Partial<FillerRule>,
  max: number | null = null,
): RoleRecord => ({
  record: 'role',
  id: `${of}.${name}` as RoleId,
  type: of as TypeId,
  position: 0,
  names: { en: name },
  key: null,
  min: 0,
  max,
  fillers: { kinds: [], types: [], entries: false, spans: false, ...fillers },
  acrossDocuments: false,
  acyclic: false,
  sticky: false,
  origin: null,
});

const attribute = (of: string, name: string): AttributeRecord => ({
  record: 'attribute',
  id: `${of}.${name}` as AttributeId,
  owner: { of: 'type', type: of as TypeId },
  position: 0,
  names: {},
  key: null,
  domain: { kind: 'yes-no' },
  required: false,
  default: null,
  origin: null,
});

const entry = (id: string, kind: EntryRecord['kind']): EntryRecord => plainEntry(id as EntryId, kind, id);

const annotation = (id: string, of: string, rest: Partial<AnnotationRecord> = {}): AnnotationRecord => ({
  record: 'annotation',
  id: id as AnnotationId,
  document: 'news' as DocumentId,
  type: of as TypeId,
  coder: 'anna' as CoderId,
  version: null,
  fragments: [{ start: codePoint(0), end: codePoint(1), quote: 'a' }],
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: earlier,
  modifiedAt: earlier,
  origin: null,
  ...rest,
});

const link = (from: string, of: string, to: string): LinkRecord => ({
  record: 'link',
  id: `${from} ${of} ${to}` as LinkId,
  annotation: from as AnnotationId,
  role: of as RoleId,
  position: 0,
  target: { by: 'annotation', annotation: to as AnnotationId },
  origin: null,
});

const codebook = [
  type('person', 'entity'),
  type('place', 'entity'),
  type('event', 'event'),
  type('visit', 'event', 'event'),
  type('state visit', 'event', 'visit'),
  type('speech', 'event'),
  role('event', 'date', { spans: true }),
  role('visit', 'place', { types: ['place' as TypeId] }),
  role('visit', 'guest', { kinds: ['entity'] }),
  role('speech', 'place', { kinds: ['entity'] }, 1),
  attribute('visit', 'official'),
  attribute('event', 'sure'),
  entry('the visit of May', 'event'),
  entry('Oslo', 'entity'),
];

const visit = annotation('v', 'visit', {
  entry: 'the visit of May' as EntryId,
  attributes: { 'visit.official': true, 'event.sure': false },
});
const oslo = annotation('o', 'place', { entry: 'Oslo' as EntryId });
const bergen = annotation('b', 'place');
const guest = annotation('g', 'person');
const date: LinkRecord = {
  ...link('v', 'event.date', ''),
  target: { by: 'span', span: { start: codePoint(0), end: codePoint(1), quote: 'a' } },
};
const inOslo = link('v', 'visit.place', 'o');
const inBergen = link('v', 'visit.place', 'b');
const ofGuest = link('v', 'visit.guest', 'g');

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
