import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../../tests/support/engine';
import { memoryView } from '../../../../tests/support/memory-view';
import {
  annotationOf,
  attributeOf,
  changeContext,
  earlier,
  linkOf,
  now,
  roleOf,
  typeOf,
} from '../../../../tests/support/records';
import type { Diff } from '../../diff';
import type { CoderId, EntryId, TypeId } from '../../ids';
import type { AnnotationRecord, EntryRecord } from '../../model/annotation';
import type { AttributeDomain, AttributeRecord, Kind, TypeRecord, VersionRecord } from '../../model/codebook';
import { recordKey, type AnyRecord, type RecordName } from '../../model/records';
import { plainEntry } from '../../registry/plain-entry';
import type { Result } from '../../result';
import { misfitsOf } from '../../rules/misfits';
import { decide } from '../decide';
import type { CodebookCommand } from './command';
import { previewCommand } from './decide';

const type = (id: string, kind: Kind, parent: string | null = null, position = 0): TypeRecord =>
  typeOf(id, kind, parent, { position });

const attribute = (of: string, name: string, domain: object, preset: unknown = null): AttributeRecord =>
  attributeOf(of, name, domain as AttributeDomain, { default: preset as AttributeRecord['default'] });

const annotation = (id: string, of: string, more: object = {}): AnnotationRecord =>
  annotationOf(id, of, more);

const lee: EntryRecord = {
  ...plainEntry('lee' as EntryId, 'entity', 'Lee'),
  type: 'person' as TypeId,
};

const choices = (...values: string[]) => ({
  kind: 'one-of',
  choices: values.map((value) => ({ value, names: { en: value } })),
});

const types = [
  type('person', 'entity', null, 0),
  type('minister', 'entity', 'person', 1),
  type('place', 'entity', null, 2),
  type('event', 'event', null, 3),
  type('visit', 'event', 'event', 4),
  type('state visit', 'event', 'visit', 5),
  type('meeting', 'event', 'event', 6),
  type('tie', 'relation', null, 7),
];
const roles = [
  roleOf('event', 'where', { types: ['place'] }),
  roleOf('visit', 'guest', { types: ['person'] }),
  roleOf('visit', 'host', { kinds: ['entity'] }),
  roleOf('meeting', 'guest', { types: ['person'] }, { max: 1 }),
  roleOf('tie', 'from', { kinds: ['entity'] }, { min: 1, max: 1 }),
  roleOf('tie', 'to', { kinds: ['entity'] }, { min: 1, max: 1, position: 1 }),
];
const attributes = [
  attribute('event', 'sure', { kind: 'yes-no' }),
  attribute('visit', 'mood', choices('good', 'bad')),
  attribute('visit', 'length', { kind: 'number' }),
  attribute('person', 'fame', { kind: 'text' }),
  attribute('entry', 'gender', choices('f', 'm')),
];
const coded = [
  lee,
  annotation('p1', 'person', { entry: 'lee', attributes: { 'person.fame': 'some' } }),
  annotation('p2', 'minister'),
  annotation('o', 'place'),
  annotation('v', 'visit', { attributes: { 'visit.mood': 'bad', 'event.sure': true, 'visit.length': 3 } }),
  annotation('s', 'state visit', { attributes: { 'visit.mood': 'good' } }),
  annotation('m', 'meeting'),
  annotation('t', 'tie', { fragments: [] }),
  linkOf('v', 'visit.guest', 'p1'),
  linkOf('v', 'visit.guest', 'p2'),
  linkOf('v', 'visit.host', 'o'),
  linkOf('v', 'event.where', 'o'),
  linkOf('s', 'visit.host', 'p2'),
  linkOf('t', 'tie.from', 'p1'),
  linkOf('t', 'tie.to', 'o'),
];
const project: readonly AnyRecord[] = [...types, ...roles, ...attributes, ...coded];

const ask = (command: object, records = project): Result<Diff> =>
  decide(command as CodebookCommand, memoryView(records, 'a'), changeContext());

/** The project after a diff, which must leave nothing that a rule forbids. */
function after(command: object, records = project): ReadonlyMap<string, AnyRecord> {
  const diff = valueOf(ask(command, records));
  const all = new Map(records.map((record) => [recordKey(record), record]));
  for (const record of diff.removed) {
    expect(all.delete(recordKey(record)), recordKey(record)).toBe(true);
  }
  for (const [before, record] of diff.updated) {
    expect(all.get(recordKey(before)), recordKey(before)).toEqual(before);
    all.set(recordKey(record), record);
  }
  for (const record of diff.added) all.set(recordKey(record), record);
  const find = (record: RecordName, id: string) => all.get(recordKey({ record, id }));
  const misfits = [...all.values()].flatMap((record) => [...misfitsOf(record, find as never)]);
  expect(misfits).toEqual([]);
  return all;
}

const effects = (command: object): Readonly<Record<string, number>> => {
  const preview = valueOf(
    previewCommand(command as CodebookCommand, memoryView(project, 'a'), changeContext()),
  );
  return Object.fromEntries(preview.effects.map(({ kind, count }) => [kind, count]));
};

describe('what becomes unfinished', () => {
  const preview = (command: object, records = project) =>
    valueOf(previewCommand(command as CodebookCommand, memoryView(records, 'a'), changeContext())).effects;
  const unfinished = (command: object, records = project) =>
    preview(command, records)
      .find(({ kind }) => kind === 'unfinished')
      ?.examples.map(({ annotation: id, before }) => [id, before?.['en']]);
  const atLeast = (id: string, min: number) => ({
    name: 'role.change',
    role: id,
    change: { min },
    retype: null,
  });
  const demand = (id: string) => ({
    name: 'attribute.change',
    attribute: id,
    change: { required: true },
    values: [],
  });

  it('is every annotation that has fewer fillers than a role asks for from now on', () => {
    expect(unfinished(atLeast('visit.guest', 1))).toEqual([['s', 'guest']]);
    expect(unfinished(atLeast('visit.guest', 3))).toEqual([
      ['v', 'guest'],
      ['s', 'guest'],
    ]);
    expect(preview(atLeast('visit.host', 1))).toEqual([]);
  });

  it('is every annotation that has no value of what becomes required, of the types below too', () => {
    expect(unfinished(demand('event.sure'))).toEqual([
      ['s', 'sure'],
      ['m', 'sure'],
    ]);
    expect(preview(demand('visit.mood'))).toEqual([]);
  });

  it('is what loses by the change what it has to have', () => {
    const strict = project.map((record) =>
      record.id === 'visit.mood' ? { ...record, required: true } : record,
    );
    const change = { domain: choices('good') };
    const narrow = { name: 'attribute.change', attribute: 'visit.mood', change, values: [] };
    expect(unfinished(narrow, strict)).toEqual([['v', 'mood']]);
  });

  it('is every entry and document that has no value of what becomes required', () => {
    const document = (id: string, values: object) =>
      ({ record: 'document', id, name: id, position: 0, status: 'draft', attributes: values }) as never;
    const records = [
      ...project,
      attribute('document', 'genre', { kind: 'text' }),
      document('news', { 'document.genre': 'report' }),
      document('comment', {}),
    ];
    const of = (id: string, kind: string) =>
      preview(demand(id), records)
        .filter((effect) => effect.kind === kind)
        .flatMap(({ count, examples }) => [count, ...examples.map(({ quote }) => quote)]);
    expect(of('entry.gender', 'unfinishedEntries')).toEqual([1, 'Lee']);
    expect(of('person.fame', 'unfinishedEntries')).toEqual([1, 'Lee']);
    expect(of('document.genre', 'unfinishedDocuments')).toEqual([1, 'comment']);
  });

  it('is not what was unfinished before for the same reason, nor what asks for less', () => {
    const strict = project.map((record) => (record.id === 'visit.guest' ? { ...record, min: 1 } : record));
    expect(unfinished(atLeast('visit.guest', 2), strict)).toBeUndefined();
    expect(preview(atLeast('visit.guest', 0), strict)).toEqual([]);
  });
});

describe('a new type', () => {
  const fields = { names: { en: 'x' }, guidelines: {}, examples: [], hue: 1, key: null, symmetric: false };

  it('stands last among those below its parent', () => {
    const all = after({ name: 'type.create', kind: 'event', parent: 'visit', type: fields });
    expect(all.get('type new-1')).toMatchObject({ parent: 'visit', position: 6 });
    expect(all.get('type meeting')).toMatchObject({ position: 7 });
  });

  it('has two ends if it is a relation', () => {
    const all = after({ name: 'type.create', kind: 'relation', parent: null, type: fields });
    const ends = [...all.values()].filter((one) => one.record === 'role' && one.type === 'new-1');
    expect(ends).toMatchObject([
      { min: 1, max: 1, position: 0 },
      { min: 1, max: 1, position: 1 },
    ]);
  });

  it('is refused without a name, or below a type of another kind', () => {
    const create = { name: 'type.create', kind: 'event', parent: null, type: fields };
    expect(codeOf(ask({ ...create, type: { ...fields, names: { en: ' ' } } }))).toBe('codebook-name-missing');
    expect(codeOf(ask({ ...create, parent: 'person' }))).toBe('codebook-parent-unfit');
  });
});

describe('a type that is removed', () => {
  it('takes its annotations and their links with it, and relations that lose an end', () => {
    const all = after({ name: 'type.remove', type: 'person', to: null, keep: false });
    expect(all.has('annotation p1')).toBe(false);
    expect(all.has('annotation t')).toBe(false);
    expect(all.has('link t tie.to o')).toBe(false);
    expect(all.get('type minister')).toMatchObject({ parent: null });
    expect(all.get('entry lee')).toMatchObject({ type: null });
  });

  it('leaves types below it in the roles that they could fill before', () => {
    const all = after({ name: 'type.remove', type: 'person', to: null, keep: false });
    expect(all.get('role visit.guest')).toMatchObject({ fillers: { types: ['minister'] } });
    expect(all.has('link v visit.guest p2')).toBe(true);
  });

  it('hands its annotations to another type, which keeps what it has a place for', () => {
    const all = after({ name: 'type.remove', type: 'visit', to: 'meeting', keep: false });
    expect(all.get('annotation v')).toMatchObject({
      type: 'meeting',
      attributes: { 'event.sure': true },
      modifiedAt: now,
    });
    // A meeting has one guest, and no host.
    expect(all.get('link v visit.guest p1')).toMatchObject({ role: 'meeting.guest' });
    expect(all.has('link v visit.guest p2')).toBe(false);
    expect(all.has('link v visit.host o')).toBe(false);
    expect(all.has('link v event.where o')).toBe(true);
    expect(all.get('annotation s')).toMatchObject({ attributes: {} });
  });

  it('brings along its roles and attributes where that is wanted, for the types below it too', () => {
    const all = after({ name: 'type.remove', type: 'visit', to: 'meeting', keep: true });
    expect(all.get('annotation v')).toMatchObject({
      attributes: { 'visit.mood': 'bad', 'event.sure': true, 'visit.length': 3 },
    });
    expect(all.get('attribute visit.mood')).toMatchObject({ owner: { type: 'meeting' } });
    expect(all.has('link v visit.host o')).toBe(true);
    const state = all.get('annotation s') as AnnotationRecord;
    expect(Object.values(state.attributes)).toEqual(['good']);
    expect(all.get('link s visit.host p2')).toMatchObject({ role: expect.stringMatching(/^new/u) as string });
  });

  it('is refused to hand annotations to a relation, or to itself', () => {
    for (const to of ['tie', 'visit'])
      expect(codeOf(ask({ name: 'type.remove', type: 'visit', to, keep: false }))).toBe(
        'codebook-target-unfit',
      );
  });
});

describe('types that become one', () => {
  it('share annotations, children, places in roles and entries', () => {
    const all = after({ name: 'type.merge', type: 'person', into: 'place', keep: true, join: false });
    expect(all.get('annotation p1')).toMatchObject({
      type: 'place',
      entry: 'lee',
      attributes: { 'person.fame': 'some' },
    });
    expect(all.get('type minister')).toMatchObject({ parent: 'place' });
    expect(all.get('role visit.guest')).toMatchObject({ fillers: { types: ['place', 'minister'] } });
    expect(all.get('entry lee')).toMatchObject({ type: 'place' });
    expect([...all.values()].filter(({ record }) => record === 'link')).toHaveLength(7);
  });

  it('may stand below each other', () => {
    const all = after({ name: 'type.merge', type: 'visit', into: 'state visit', keep: true, join: false });
    expect(all.get('type state visit')).toMatchObject({ parent: 'event' });
    expect(all.get('annotation v')).toMatchObject({
      type: 'state visit',
      attributes: { 'visit.mood': 'bad' },
    });
  });

  it('tell beforehand what that does, also to types below, in numbers', () => {
    expect(effects({ name: 'type.merge', type: 'visit', into: 'meeting', keep: false, join: false })).toEqual(
      {
        retyped: 1,
        unlinked: 3,
        relinked: 1,
        cleared: 3,
      },
    );
    // What stood below keeps what it had, since it stands below the other now and loses the rest.
    const kept = effects({ name: 'type.merge', type: 'visit', into: 'meeting', keep: true, join: false });
    expect(kept).toEqual({ retyped: 1, unlinked: 1, relinked: 1 });
  });
});

describe('a type that is moved', () => {
  const move = { name: 'type.move', type: 'state visit', parent: 'meeting', position: 0, join: false };

  it('loses what it had from above, but for namesakes', () => {
    const all = after({ ...move, keep: false });
    expect(all.get('annotation s')).toMatchObject({ type: 'state visit', attributes: {} });
    expect(all.has('link s visit.host p2')).toBe(false);
    expect(all.get('type state visit')).toMatchObject({ parent: 'meeting', position: 6 });
  });

  it('takes copies of that with it where that is wanted', () => {
    const all = after({ ...move, keep: true });
    expect(Object.values((all.get('annotation s') as AnnotationRecord).attributes)).toEqual(['good']);
    expect(all.get('attribute visit.mood')).toMatchObject({ owner: { type: 'visit' } });
    expect(all.has('link s visit.host p2')).toBe(true);
  });

  it('changes nothing but places among its neighbours', () => {
    const diff = valueOf(
      ask({ name: 'type.move', type: 'place', parent: null, position: 0, keep: false, join: false }),
    );
    expect(
      diff.updated.map(([, record]) => `${recordKey(record)} ${(record as TypeRecord).position}`),
    ).toEqual(['type place 0', 'type person 1', 'type minister 2']);
    expect(diff.removed).toEqual([]);
  });

  it('never stands below itself or another kind', () => {
    for (const parent of ['state visit', 'visit', 'person'])
      expect(
        codeOf(ask({ name: 'type.move', type: 'visit', parent, position: 0, keep: false, join: false })),
      ).toBe('codebook-parent-unfit');
  });
});

describe('a role that takes less', () => {
  const narrow = {
    name: 'role.change',
    role: 'visit.guest',
    change: { fillers: { kinds: [], types: ['minister'], entries: false, spans: false } },
  };

  it('loses the fillers that it no longer takes', () => {
    const all = after({ ...narrow, retype: null });
    expect(all.has('link v visit.guest p1')).toBe(false);
    expect(all.has('link v visit.guest p2')).toBe(true);
  });

  it('keeps them as another type where that is wanted', () => {
    const all = after({ ...narrow, retype: 'minister' });
    expect(all.get('annotation p1')).toMatchObject({
      type: 'minister',
      attributes: { 'person.fame': 'some' },
    });
    expect(all.has('link v visit.guest p1')).toBe(true);
  });

  it('keeps the first of too many', () => {
    const all = after({ name: 'role.change', role: 'visit.guest', change: { max: 1 }, retype: null });
    expect(all.has('link v visit.guest p1')).toBe(true);
    expect(all.has('link v visit.guest p2')).toBe(false);
  });

  it('is refused to take fewer than it needs', () => {
    const change = { min: 3, max: 2 };
    expect(codeOf(ask({ name: 'role.change', role: 'visit.guest', change, retype: null }))).toBe(
      'codebook-count-unfit',
    );
  });

  it('loses links that close a circle, and those into other documents', () => {
    const circular = [
      ...project,
      roleOf('event', 'part', { kinds: ['event'] }, { acrossDocuments: true }),
      annotation('far', 'event', { document: 'other' }),
      linkOf('v', 'event.part', 'm'),
      linkOf('m', 'event.part', 'v'),
      linkOf('s', 'event.part', 'far'),
    ];
    const change = { acyclic: true, acrossDocuments: false };
    const all = after({ name: 'role.change', role: 'event.part', change, retype: null }, circular);
    expect([...all.keys()].filter((id) => id.includes('event.part')).sort()).toEqual(
      ['link v event.part m', 'role event.part'].sort(),
    );
  });
});

describe('a role that goes', () => {
  it('leaves its fillers to another where that is wanted', () => {
    const all = after({ name: 'role.remove', role: 'visit.guest', to: 'visit.host' });
    expect(all.get('link v visit.guest p1')).toMatchObject({ role: 'visit.host' });
    expect(effects({ name: 'role.remove', role: 'visit.guest', to: null })).toEqual({ unlinked: 2 });
  });

  it('is never the end of a relation', () => {
    expect(codeOf(ask({ name: 'role.remove', role: 'tie.to', to: null }))).toBe('codebook-relation-ends');
    expect(codeOf(ask({ name: 'role.move', role: 'tie.to', type: 'visit', position: 0 }))).toBe(
      'codebook-relation-ends',
    );
  });

  it('can go up to the type above, and keeps what fills it', () => {
    const all = after({ name: 'role.move', role: 'visit.host', type: 'event', position: 0 });
    expect(all.has('link v visit.host o')).toBe(true);
    expect(all.get('role event.where')).toMatchObject({ position: 1 });
  });
});

describe('an attribute that changes', () => {
  const mood = (domain: object, values: object[] = []) => ({
    name: 'attribute.change',
    attribute: 'visit.mood',
    change: { domain },
    values,
  });
  const valueAfter = (command: object, id = 'v', of = 'visit.mood') =>
    (after(command).get(`annotation ${id}`) as AnnotationRecord).attributes[of];

  it('clears values that it no longer takes, or turns them into others', () => {
    expect(valueAfter(mood(choices('good')))).toBeUndefined();
    expect(valueAfter(mood(choices('good')), 's')).toBe('good');
    expect(valueAfter(mood(choices('good'), [{ from: 'bad', to: 'good' }]))).toBe('good');
  });

  it('keeps values that the new domain can hold', () => {
    expect(valueAfter(mood({ kind: 'text' }))).toBe('bad');
    expect(valueAfter(mood({ ...choices('good', 'bad'), kind: 'several-of' }))).toEqual(['bad']);
    const length = { name: 'attribute.change', attribute: 'visit.length', values: [] };
    expect(valueAfter({ ...length, change: { domain: { kind: 'text' } } }, 'v', 'visit.length')).toBe('3');
    expect(effects({ ...length, change: { domain: { kind: 'text' } } })).toEqual({ recast: 1 });
  });

  it('has values that follow a choice that is renamed, its default too', () => {
    const rename = { name: 'choice.rename', attribute: 'visit.mood', from: 'bad', to: 'awful' };
    expect(valueAfter(rename)).toBe('awful');
    expect(effects(rename)).toEqual({ revalued: 1 });
    const preset = project.map((record) =>
      record.id === 'visit.mood' ? ({ ...record, default: 'bad' } as AnyRecord) : record,
    );
    expect(after(rename, preset).get('attribute visit.mood')).toMatchObject({ default: 'awful' });
    expect(valueAfter({ ...rename, to: 'good' })).toBe('good');
  });

  it('takes its values with it when it goes, or moves where they cannot follow', () => {
    expect(valueAfter({ name: 'attribute.remove', attribute: 'visit.mood' })).toBeUndefined();
    const up = {
      name: 'attribute.move',
      attribute: 'visit.mood',
      owner: { of: 'type', type: 'event' },
      position: 0,
    };
    expect(valueAfter(up)).toBe('bad');
    const away = { ...up, owner: { of: 'type', type: 'meeting' } };
    expect(effects(away)).toEqual({ cleared: 2 });
  });

  it('is refused with a choice twice or a default that is none', () => {
    expect(codeOf(ask(mood(choices('a', 'a'))))).toBe('codebook-choice-twice');
    const change = { default: 'x' };
    expect(codeOf(ask({ name: 'attribute.change', attribute: 'visit.mood', change, values: [] }))).toBe(
      'codebook-default-unfit',
    );
  });
});

describe('versions of the codebook', () => {
  const rename = { name: 'type.change', type: 'visit', change: { names: { en: 'call' } } };
  const version: VersionRecord = {
    record: 'version',
    id: 'v1' as never,
    number: 1,
    coder: 'anna' as CoderId,
    at: earlier,
    note: '',
    types,
    roles,
    attributes,
    origin: null,
  };
  const versionsAfter = (command: object, records: readonly AnyRecord[]) =>
    [...after(command, records).values()].filter((record) => record.record === 'version');

  it('are brought up to date while nothing was made under the latest', () => {
    const [only, ...others] = versionsAfter(rename, [...project, version]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ number: 1, at: now });
    expect(only?.types.find(({ id }) => id === 'visit')?.names).toEqual({ en: 'call' });
  });

  it('rise in number once something was', () => {
    const used = annotation('u', 'person', { version: 'v1' });
    const kept = versionsAfter(rename, [...project, version, used]);
    expect(kept.map(({ number }) => number)).toEqual([1, 2]);
    expect(kept[0]).toEqual(version);
  });

  it('begin with the first change of a project that kept none', () => {
    expect(versionsAfter(rename, project).map(({ number }) => number)).toEqual([1]);
  });
});
