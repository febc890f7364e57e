import { describe, expect, it } from 'vitest';
import { plainType } from '../codebook/plain-records';
import type { TypeId } from '../ids';
import type { AttributeDomain, Kind, TypeRecord } from '../model/codebook';
import { isInDomain } from './attribute-domain';
import { inheritsFrom, lineageOf, mayCarry, mayFill, type FindType } from './codebook-rules';

const typeOf = (id: string, kind: Kind, parent: string | null = null): TypeRecord =>
  plainType({
    ...{ id: id as TypeId, kind, parent: parent as TypeId | null },
    ...{ position: 0, names: {}, hue: 0, origin: null },
  });

const types = [
  typeOf('agent', 'entity'),
  typeOf('person', 'entity', 'agent'),
  typeOf('minister', 'entity', 'person'),
  typeOf('visit', 'event'),
  typeOf('egg', 'entity', 'hen'),
  typeOf('hen', 'entity', 'egg'),
];
const find: FindType = (id) => types.find((type) => type.id === id);
const id = (name: string): TypeId => name as TypeId;

describe('a type', () => {
  it('has those above it, the nearest first', () => {
    expect(lineageOf(id('minister'), find).map((type) => type.id)).toEqual(['minister', 'person', 'agent']);
    expect(inheritsFrom(id('minister'), id('agent'), find)).toBe(true);
    expect(inheritsFrom(id('agent'), id('minister'), find)).toBe(false);
    expect(inheritsFrom(id('none'), id('none'), find)).toBe(false);
  });

  it('that is its own ancestor has each of the circle once', () => {
    expect(lineageOf(id('egg'), find).map((type) => type.id)).toEqual(['egg', 'hen']);
  });
});

describe('a role', () => {
  const nothing = { kinds: [], types: [], entries: false, spans: false };

  it('takes annotations of its kinds, of its types, and of the types below them', () => {
    expect(mayFill({ ...nothing, kinds: ['event'] }, 'annotation', id('visit'), find)).toBe(true);
    expect(mayFill({ ...nothing, kinds: ['event'] }, 'annotation', id('person'), find)).toBe(false);
    expect(mayFill({ ...nothing, types: [id('person')] }, 'annotation', id('minister'), find)).toBe(true);
    expect(mayFill({ ...nothing, types: [id('person')] }, 'annotation', id('agent'), find)).toBe(false);
  });

  it('takes entries and spans where it says so', () => {
    expect(mayFill({ ...nothing, entries: true }, 'entry', null, find)).toBe(true);
    expect(mayFill({ ...nothing, spans: true }, 'entry', null, find)).toBe(false);
    expect(mayFill({ ...nothing, spans: true }, 'span', null, find)).toBe(true);
    expect(mayFill({ ...nothing, entries: true }, 'span', null, find)).toBe(false);
  });
});

describe('an attribute', () => {
  it('of a type is carried by its annotations and entries', () => {
    const owner = { of: 'type', type: id('person') } as const;
    expect(mayCarry({ record: 'annotation', type: id('minister') }, owner, find)).toBe(true);
    expect(mayCarry({ record: 'annotation', type: id('visit') }, owner, find)).toBe(false);
    expect(mayCarry({ record: 'entry', type: id('person') }, owner, find)).toBe(true);
    expect(mayCarry({ record: 'entry', type: null }, owner, find)).toBe(false);
    expect(mayCarry({ record: 'document' }, owner, find)).toBe(false);
  });

  it('of documents or entries is carried by those', () => {
    expect(mayCarry({ record: 'document' }, { of: 'document' }, find)).toBe(true);
    expect(mayCarry({ record: 'entry', type: null }, { of: 'document' }, find)).toBe(false);
    expect(mayCarry({ record: 'entry', type: null }, { of: 'entry' }, find)).toBe(true);
  });

  const choices = [
    { value: 'pro', names: {} },
    { value: 'contra', names: {} },
  ];
  const cases: [AttributeDomain, readonly unknown[], readonly unknown[]][] = [
    [{ kind: 'yes-no' }, [true, false], ['true', 1]],
    [{ kind: 'number' }, [0, -1.5], ['1', true]],
    [{ kind: 'text' }, ['', 'x'], [1, ['x']]],
    [{ kind: 'date' }, ['2026-11', '2026/..'], ['soon', 2026]],
    [{ kind: 'vocabulary' }, ['t1'], ['t2', true]],
    [{ kind: 'one-of', choices }, ['pro'], ['neither', ['pro'], 1]],
    [{ kind: 'several-of', choices }, [[], ['contra', 'pro']], ['pro', ['pro', 'pro'], ['neither']]],
  ];

  it.each(cases)('takes the values of its domain only: %j', (domain, good, bad) => {
    const isTaken = (value: unknown): boolean => isInDomain(domain, value as never, (term) => term === 't1');
    expect(good.map(isTaken)).toEqual(good.map(() => true));
    expect(bad.map(isTaken)).toEqual(bad.map(() => false));
  });
});
