import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import { changeContext, now } from '../../../tests/support/records';
import type { AnnotationId } from '../ids';
import type { AnyRecord } from '../model/records';
import { pasteCoding } from './paste-coding';

/** Records of which only what these tests are about is told. */
const record = (fields: Readonly<Record<string, unknown>>): AnyRecord =>
  ({ names: {}, origin: null, ...fields }) as unknown as AnyRecord;

const type = (id: string, kind: string, parent: string | null = null): AnyRecord =>
  record({ record: 'type', id, kind, parent });

const role = (of: string, name: string, fillers: object, max: number | null = null): AnyRecord =>
  record({
    record: 'role',
    id: `${of}.${name}`,
    type: of,
    names: { en: name },
    min: 0,
    max,
    fillers: { kinds: [], types: [], entries: false, spans: false, ...fillers },
    acrossDocuments: false,
    acyclic: false,
  });

const attribute = (of: string, name: string, choices: readonly string[]): AnyRecord =>
  record({
    record: 'attribute',
    id: `${of}.${name}`,
    owner: { of: 'type', type: of },
    names: { en: name },
    domain: { kind: 'one-of', choices: choices.map((value) => ({ value, names: {} })) },
  });

const annotation = (id: string, of: string, fields: object = {}): AnyRecord =>
  record({
    record: 'annotation',
    id,
    document: 'd',
    type: of,
    coder: 'anna',
    fragments: [{ start: 0, end: 1, quote: 'a' }],
    entry: null,
    attributes: {},
    ...fields,
  });

const link = (from: string, of: string, target: object, position = 0): AnyRecord =>
  record({ record: 'link', id: `${from} ${of} ${position}`, annotation: from, role: of, position, target });

const anna = { by: 'annotation', annotation: 'p1' };
const place = { by: 'annotation', annotation: 'p2' };

const records: readonly AnyRecord[] = [
  record({ record: 'document', id: 'd' }),
  type('person', 'entity'),
  type('event', 'event'),
  type('visit', 'event', 'event'),
  type('meeting', 'event', 'event'),
  attribute('event', 'polarity', ['yes', 'no']),
  attribute('visit', 'mood', ['good', 'bad']),
  attribute('meeting', 'mood', ['good']),
  role('event', 'place', { kinds: ['entity'] }, 1),
  role('visit', 'guest', { kinds: ['entity'] }),
  role('meeting', 'guest', { kinds: ['entity'] }, 1),
  role('visit', 'date', { spans: true }),
  record({ record: 'entry', id: 'e', kind: 'event' }),
  annotation('p1', 'person'),
  annotation('p2', 'person'),
  annotation('v', 'visit', { entry: 'e', attributes: { 'event.polarity': 'no', 'visit.mood': 'bad' } }),
  annotation('w', 'visit', { attributes: { 'event.polarity': 'yes' } }),
  annotation('m', 'meeting'),
  link('v', 'event.place', place),
  link('v', 'visit.guest', anna),
  link('v', 'visit.guest', place, 1),
  link('v', 'visit.date', { by: 'span', span: { start: 0, end: 1, quote: 'a' } }),
];

function paste(to: readonly string[], given = records) {
  const view = memoryView(given, 'a');
  const pasted = pasteCoding('v' as AnnotationId, to as AnnotationId[], view, changeContext());
  if (!pasted.ok) throw new Error(pasted.problem.code);
  const { diff, leftOut } = pasted.value;
  return {
    changed: Object.fromEntries(diff.updated.map(([, after]) => [after.id, after])),
    links: diff.added.map((added) =>
      added.record === 'link' ? [added.annotation, added.role, added.target] : [],
    ),
    leftOut,
  };
}

describe('coding that is pasted', () => {
  it('brings identity, values and role fillers to an annotation of the same type', () => {
    const { changed, links, leftOut } = paste(['w']);
    expect(changed['w']).toMatchObject({
      entry: 'e',
      attributes: { 'event.polarity': 'no', 'visit.mood': 'bad' },
      modifiedAt: now,
    });
    expect(links.map(([, of]) => of)).toEqual(['event.place', 'visit.guest', 'visit.guest', 'visit.date']);
    expect(leftOut).toEqual([]);
  });

  it('goes to the namesakes of another type, and leaves out what that has no place for', () => {
    const { changed, links, leftOut } = paste(['m']);
    expect(changed['m']).toMatchObject({ entry: 'e', attributes: { 'event.polarity': 'no' } });
    expect(links).toEqual([
      ['m', 'event.place', place],
      ['m', 'meeting.guest', anna],
    ]);
    expect(leftOut).toEqual([
      { what: 'attribute', id: 'visit.mood' },
      { what: 'role', id: 'visit.guest' },
      { what: 'role', id: 'visit.date' },
    ]);
  });

  it('leaves out the identity where the kinds differ, and never fills a role with itself', () => {
    const { changed, links, leftOut } = paste(['p1']);
    expect(changed).toEqual({});
    expect(links).toEqual([]);
    expect(leftOut.map(({ what }) => what)).toEqual([
      'entry',
      'attribute',
      'attribute',
      'role',
      'role',
      'role',
    ]);
  });

  it('adds nothing that is there already', () => {
    const again = [...records, link('w', 'event.place', place)];
    expect(paste(['w'], again).links.map(([, of]) => of)).not.toContain('event.place');
    expect(paste(['v']).links).toEqual([]);
  });
});
