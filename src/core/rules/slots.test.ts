import { describe, expect, it } from 'vitest';
import type { AnnotationId, RoleId, TypeId } from '../ids';
import type { LinkRecord } from '../model/annotation';
import type { Kind, RoleRecord, TypeRecord } from '../model/codebook';
import { endsOf, slotsOf, unfinishedRoles, type RoleBook } from './slots';

const type = (id: string, kind: Kind, parent: string | null = null) =>
  ({ id: id as TypeId, kind, parent: parent as TypeId | null }) as TypeRecord;
const role = (of: string, name: string, position: number, min = 0) =>
  ({ id: `${of}.${name}` as RoleId, type: of as TypeId, position, min, max: null }) as RoleRecord;

const types = [
  ...[type('happening', 'event'), type('visit', 'event', 'happening')],
  ...[type('tie', 'relation'), type('rivalry', 'relation', 'tie'), type('loose', 'relation')],
];
const roles = [
  ...[role('happening', 'place', 1), role('happening', 'agent', 0, 1), role('visit', 'host', 0, 2)],
  ...[role('tie', 'from', 0), role('tie', 'to', 1), role('rivalry', 'about', 0), role('loose', 'only', 0)],
];
const book: RoleBook = {
  type: (id) => types.find((one) => one.id === id),
  rolesOf: (id) => roles.filter((one) => one.type === id),
};
const id = (name: string): TypeId => name as TypeId;

describe('the slots of a type', () => {
  it('are those of the types above it first, each in their order', () => {
    expect(slotsOf(id('visit'), book).map((slot) => slot.role.id)).toEqual([
      ...['happening.agent', 'happening.place', 'visit.host'],
    ]);
  });

  it('of a relation begin with its two ends, each filled exactly once, in the types below it too', () => {
    expect(slotsOf(id('rivalry'), book)).toMatchObject([
      { end: 'source', min: 1, max: 1, role: { id: 'tie.from' } },
      { end: 'target', min: 1, max: 1, role: { id: 'tie.to' } },
      { end: null, min: 0, max: null, role: { id: 'rivalry.about' } },
    ]);
    expect(endsOf(id('rivalry'), book)?.map(({ role: { id: end } }) => end)).toEqual(['tie.from', 'tie.to']);
  });

  it('make no ends where a relation names too few, or where the type is none', () => {
    expect(endsOf(id('loose'), book)).toBeNull();
    expect(endsOf(id('visit'), book)).toBeNull();
  });
});

describe('an annotation', () => {
  const visit = { id: 'v' as AnnotationId, type: id('visit') };
  const link = (of: string, from = 'v') => ({ annotation: from, role: of }) as unknown as LinkRecord;
  const unfinished = (...links: LinkRecord[]) => unfinishedRoles(visit, links, book).map((one) => one.id);

  it('is unfinished while a required role lacks a filler', () => {
    expect(unfinished()).toEqual(['happening.agent', 'visit.host']);
    expect(unfinished(link('happening.agent'), link('visit.host'))).toEqual(['visit.host']);
    expect(unfinished(link('happening.agent'), link('visit.host'), link('visit.host'))).toEqual([]);
  });

  it('is not finished by the links of another one', () => {
    expect(unfinished(link('happening.agent', 'other'))).toContain('happening.agent');
  });

  it('that is a relation needs both of its ends', () => {
    const relation = { id: 'r' as AnnotationId, type: id('rivalry') };
    expect(unfinishedRoles(relation, [link('tie.from', 'r')], book).map((one) => one.id)).toEqual(['tie.to']);
  });
});
