import { describe, expect, it } from 'vitest';
import type { AnnotationId, DocumentId, RoleId, TypeId } from '../../../core/ids';
import type { AnnotationRecord, LinkRecord } from '../../../core/model/annotation';
import type { Kind, RoleRecord, TypeRecord } from '../../../core/model/codebook';
import type { RoleBook } from '../../../core/rules/slots';
import { candidatesAmong, nearestTo, neighbourOf, slotsAimedAt, withoutCircles } from './candidates';

const type = (id: string, kind: Kind, symmetric = false) =>
  ({ id: id as TypeId, kind, parent: null, names: {}, symmetric }) as unknown as TypeRecord;
const role = (of: string, name: string, position: number, takes: string, acrossDocuments = false) =>
  ({
    id: `${of}.${name}` as RoleId,
    type: of as TypeId,
    position,
    names: {},
    min: 0,
    max: null,
    fillers: { kinds: [], types: [takes as TypeId], entries: false, spans: false },
    acrossDocuments,
  }) as unknown as RoleRecord;

const types = [
  ...[type('person', 'entity'), type('place', 'entity'), type('visit', 'event')],
  ...[type('lives in', 'relation'), type('near', 'relation', true)],
];
const roles = [
  ...[role('visit', 'agent', 0, 'person'), role('visit', 'goal', 1, 'place', true)],
  ...[role('lives in', 'who', 0, 'person'), role('lives in', 'where', 1, 'place')],
  ...[role('near', 'one', 0, 'person'), role('near', 'other', 1, 'place')],
];
const book: RoleBook = {
  type: (id) => types.find((one) => one.id === id),
  rolesOf: (id) => roles.filter((one) => one.type === id),
};

const annotation = (id: string, of: string, start: number, document = 'here') =>
  ({
    id: id as AnnotationId,
    type: of as TypeId,
    document: document as DocumentId,
    fragments: [{ start, end: start + 5, quote: '' }],
  }) as unknown as AnnotationRecord;

const visit = annotation('visit', 'visit', 100);
const all = [
  ...[annotation('far', 'person', 0), annotation('oslo', 'place', 60), annotation('near', 'person', 110)],
  ...[visit, annotation('elsewhere', 'person', 0, 'there'), annotation('paris', 'place', 0, 'there')],
];
const candidates = (of: string) =>
  candidatesAmong(
    all,
    slotsAimedAt({ of: 'role', role: of as RoleId, replaces: null }, visit, book),
    visit,
    book,
  ).map(({ id }) => id);

/** A link by which one annotation fills a role of another. */
const link = (from: string, of: string, to: string) =>
  ({
    annotation: from as AnnotationId,
    role: of as RoleId,
    target: { by: 'annotation', annotation: to as AnnotationId },
  }) as unknown as LinkRecord;

describe('a role that may not lead in a circle', () => {
  const links = [link('far', 'visit.topic', 'oslo'), link('oslo', 'visit.topic', 'visit')];
  const topic = { ...role('visit', 'topic', 2, 'visit'), acyclic: true };
  const linked = {
    linksFrom: (id: AnnotationId) => links.filter(({ annotation: from }) => from === id),
    role: () => topic,
  };

  it('is offered nothing that leads back to its annotation', () => {
    const ids = withoutCircles(all, visit, topic, linked).map(({ id }) => id);
    expect(ids).toEqual(['near', 'elsewhere', 'paris']);
    expect(withoutCircles(all, visit, { acyclic: false }, linked)).toBe(all);
  });
});

describe('what can fill a role', () => {
  it('is what the role takes, in the same document, and never the annotation itself', () => {
    expect(candidates('visit.agent')).toEqual(['far', 'near']);
  });

  it('may lie elsewhere where the role reaches across documents', () => {
    expect(candidates('visit.goal')).toEqual(['oslo', 'paris']);
  });

  it('is nothing where the annotation has no such role', () => {
    expect(candidates('lives in.who')).toEqual([]);
  });
});

describe('what a relation can lead to', () => {
  const person = annotation('near', 'person', 110);
  const place = annotation('oslo', 'place', 60);
  const ends = (of: string, from: AnnotationRecord) =>
    candidatesAmong(all, slotsAimedAt({ of: 'relation', type: of as TypeId }, from, book), from, book);

  it('is what its second role takes', () => {
    expect(ends('lives in', person).map(({ id }) => id)).toEqual(['oslo']);
    expect(ends('lives in', place).map(({ id }) => id)).toEqual([]);
  });

  it('is what either of its roles takes where it is symmetric', () => {
    expect(ends('near', place).map(({ id }) => id)).toEqual(['far', 'near']);
  });
});

describe('pointing out', () => {
  const [far, oslo, near] = all;

  it('numbers the nearest first', () => {
    expect(
      nearestTo(
        visit,
        [far, oslo, near].flatMap((one) => one ?? []),
        2,
      ),
    ).toEqual([near, oslo]);
  });

  it('goes on in the order of the text, round its ends', () => {
    const list = [far, oslo, near].flatMap((one) => one ?? []);
    expect(neighbourOf(list, 'near' as AnnotationId, 1)).toBe(far);
    expect(neighbourOf(list, 'far' as AnnotationId, -1)).toBe(near);
    expect(neighbourOf(list, null, 1)).toBe(far);
    expect(neighbourOf([], null, 1)).toBeUndefined();
  });
});
