import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import { annotationOf, attributeOf, changeContext, linkOf, typeOf } from '../../../tests/support/records';
import type { AnnotationId, EntryId, TypeId } from '../ids';
import type { Diff } from '../diff';
import type { AnnotationRecord, EntryRecord, LinkRecord } from '../model/annotation';
import { plainEntry } from '../registry/plain-entry';
import type { Command } from './command';
import { decide } from './decide';
import { previewMerge } from './merge-preview';

const entry = (id: string, rest: Partial<EntryRecord> = {}): EntryRecord => ({
  ...plainEntry(id as EntryId, 'entity', id),
  ...rest,
});

const mention = (id: string, of: string, refersTo: string | null): AnnotationRecord =>
  annotationOf(id, of, { entry: refersTo as EntryId | null });

const link = (id: string, from: string, to: string, role = 'speaker'): LinkRecord =>
  linkOf(from, role, { by: 'entry', entry: to as EntryId }, { id });

const csto = entry('csto', {
  name: 'ОДКБ',
  aliases: ['Ташкентский пакт'],
  identifiers: [{ scheme: 'wikidata', value: 'Q318693' }],
});
const treaty = entry('treaty', {
  name: 'Организация Договора',
  aliases: ['одкб', 'CSTO'],
  identifiers: [
    { scheme: 'wikidata', value: 'Q318693' },
    { scheme: 'viaf', value: '140009371' },
  ],
  note: 'с 2002 года',
  type: 'organisation' as TypeId,
});
const astana = entry('astana');
const summit = entry('summit', { kind: 'event', place: 'treaty' as EntryId });
const claims = [mention('claim', 'claim', null), mention('reply', 'claim', null)];

const seat = entry('seat', {
  type: 'organisation' as TypeId,
  attributes: { 'entry.gender': 'f', 'organisation.size': 'large' },
});

const view = memoryView(
  [
    attributeOf('entry', 'gender', { kind: 'text' }),
    attributeOf('organisation', 'size', { kind: 'text' }),
    seat,
    ...[typeOf('organisation', 'entity'), typeOf('meeting', 'event'), typeOf('claim', 'statement')],
    ...[csto, treaty, astana, summit],
    ...[mention('one', 'organisation', 'csto'), mention('two', 'organisation', 'treaty')],
    ...[mention('three', 'organisation', 'treaty'), mention('free', 'organisation', null)],
    ...[mention('talks', 'meeting', null), ...claims],
    ...[link('l1', 'claim', 'csto'), link('l2', 'claim', 'treaty'), link('l3', 'reply', 'treaty')],
  ],
  'a',
);

const context = changeContext();

function diffOf(command: Command): Diff {
  const result = decide(command, view, context);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

function problemOf(command: Command): string {
  const result = decide(command, view, context);
  return result.ok ? 'none' : result.problem.code;
}

const ids = (...all: string[]): AnnotationId[] => all as AnnotationId[];
const entryIds = (...all: string[]): EntryId[] => all as EntryId[];
/** The later side of what a diff updates, by id. */
const after = (diff: Diff): Record<string, unknown> =>
  Object.fromEntries(diff.updated.map(([, record]) => [record.id, record]));

describe('creating an entry', () => {
  it('lets mentions refer to it in the same change', () => {
    const diff = diffOf({
      name: 'entry.create',
      entry: {
        kind: 'entity',
        name: ' Канал ',
        type: 'organisation' as TypeId,
        aliases: ['канал', ' операция ', ''],
      },
      mentions: ids('free', 'one'),
    });
    expect(diff.added).toMatchObject([
      { record: 'entry', name: 'Канал', aliases: ['операция'], identifiers: [] },
    ]);
    const id = diff.added[0]?.id;
    expect(after(diff)).toMatchObject({ free: { entry: id }, one: { entry: id } });
  });

  it('refuses one without a name, and one of a type or for a mention of another kind', () => {
    const create = (given: Partial<EntryRecord>, ...mentions: string[]) =>
      problemOf({
        name: 'entry.create',
        entry: { kind: 'entity', name: 'x', ...given },
        mentions: ids(...mentions),
      });
    expect(create({ name: '  ' })).toBe('entry-name-missing');
    expect(create({ type: 'meeting' as TypeId })).toBe('entry-kind-mismatch');
    expect(create({ type: 'gone' as TypeId })).toBe('type-missing');
    expect(create({}, 'talks')).toBe('entry-kind-mismatch');
    expect(create({}, 'gone')).toBe('record-missing');
  });
});

describe('the preview of a merge', () => {
  it('says what follows, which links become one, and what of the others goes', () => {
    const other = entry('other', {
      name: 'пакт',
      type: 'person' as TypeId,
      attributes: { 'entry.gender': 'm' },
    });
    const records = [
      ...[
        attributeOf('entry', 'gender', { kind: 'text' }),
        typeOf('organisation', 'entity'),
        typeOf('person', 'entity'),
      ],
      ...[typeOf('claim', 'statement'), seat, other, ...claims],
      ...[entry('held', { kind: 'event', place: 'other' as EntryId }), mention('m', 'person', 'other')],
      ...[link('l1', 'claim', 'seat'), link('l2', 'claim', 'other'), link('l3', 'reply', 'other')],
    ];
    const merge = { name: 'entry.merge', entries: entryIds('other'), into: 'seat' as EntryId } as const;
    expect(previewMerge(merge, memoryView(records, 'a'), context)).toEqual({
      ok: true,
      value: {
        ...{ mentions: 1, roles: 1, rolesJoined: 1, places: 1, aliases: ['пакт'], identifiers: [] },
        dropped: { fields: ['type'], attributes: ['entry.gender'] },
      },
    });
  });
});

describe('changing an entry', () => {
  const change = (id: string, to: Partial<EntryRecord>): Command => ({
    name: 'entry.change',
    entry: id as EntryId,
    to,
  });

  it('keeps names and identifiers tidy', () => {
    const diff = diffOf(
      change('csto', {
        name: 'CSTO',
        aliases: ['ОДКБ', 'одкб ', 'csto', 'пакт'],
        identifiers: [
          { scheme: 'Wikidata', value: 'https://www.wikidata.org/wiki/Q318693' },
          { scheme: 'wikidata', value: 'q318693' },
        ],
      }),
    );
    expect(after(diff)).toMatchObject({
      csto: {
        name: 'CSTO',
        aliases: ['ОДКБ', 'пакт'],
        identifiers: [{ scheme: 'wikidata', value: 'Q318693' }],
      },
    });
  });

  it('is nothing where all is so already', () => {
    expect(diffOf(change('csto', { name: 'ОДКБ ' })).updated).toEqual([]);
  });

  it('refuses a Wikidata item that is none, a date that is none, and what only events have', () => {
    expect(problemOf(change('csto', { identifiers: [{ scheme: 'wikidata', value: 'P31' }] }))).toBe(
      'entry-identifier-invalid',
    );
    expect(problemOf(change('summit', { date: 'ноябрь' }))).toBe('entry-date-invalid');
    expect(problemOf(change('csto', { date: '2023-11' }))).toBe('entry-date-invalid');
    expect(problemOf(change('csto', { place: 'astana' as EntryId }))).toBe('entry-place-invalid');
    expect(problemOf(change('summit', { place: 'summit' as EntryId }))).toBe('entry-place-invalid');
    expect(problemOf(change('summit', { place: 'gone' as EntryId }))).toBe('record-missing');
  });

  it('takes away values that the new type has no attribute for', () => {
    const change: Command = { name: 'entry.change', entry: 'seat' as EntryId, to: { type: null } };
    expect(after(diffOf(change))).toMatchObject({
      seat: { type: null, attributes: { 'entry.gender': 'f' } },
    });
    expect(after(diffOf(change))['seat']).not.toHaveProperty('attributes.size');
  });

  it('gives an event its date and place', () => {
    const to = { date: '2023-11~', place: 'astana' as EntryId };
    expect(after(diffOf(change('summit', to)))).toMatchObject({ summit: to });
  });
});

describe('referring', () => {
  it('gives mentions an identity and takes it away again', () => {
    const refer = (entryId: EntryId | null): Command => ({
      name: 'annotation.refer',
      annotations: ids('one', 'free'),
      entry: entryId,
    });
    expect(after(diffOf(refer('treaty' as EntryId)))).toMatchObject({
      one: { entry: 'treaty' },
      free: { entry: 'treaty' },
    });
    expect(after(diffOf(refer(null)))).toMatchObject({ one: { entry: null } });
    expect(diffOf(refer('csto' as EntryId)).updated).toHaveLength(1);
  });

  it('refuses a mention of another kind: events refer to events, entities to entities', () => {
    const refer = (annotation: string, entryId: string) =>
      problemOf({ name: 'annotation.refer', annotations: ids(annotation), entry: entryId as EntryId });
    expect(refer('talks', 'summit')).toBe('none');
    expect(refer('talks', 'csto')).toBe('entry-kind-mismatch');
    expect(refer('claim', 'csto')).toBe('entry-kind-mismatch');
    expect(refer('free', 'summit')).toBe('entry-kind-mismatch');
  });
});

describe('merging', () => {
  const merge: Command = {
    name: 'entry.merge',
    entries: entryIds('treaty', 'csto'),
    into: 'csto' as EntryId,
  };

  it('unites names, identifiers and what else is known', () => {
    expect(after(diffOf(merge))).toMatchObject({
      csto: {
        name: 'ОДКБ',
        aliases: ['Ташкентский пакт', 'Организация Договора', 'CSTO'],
        identifiers: [
          { scheme: 'wikidata', value: 'Q318693' },
          { scheme: 'viaf', value: '140009371' },
        ],
        note: 'с 2002 года',
        type: 'organisation',
      },
    });
  });

  it('takes mentions, links and places along, and leaves no role filled with the same twice', () => {
    const diff = diffOf(merge);
    expect(after(diff)).toMatchObject({
      two: { entry: 'csto' },
      three: { entry: 'csto' },
      summit: { place: 'csto' },
      l3: { target: { by: 'entry', entry: 'csto' } },
    });
    expect(diff.removed.map(({ id }) => id)).toEqual(['l2', 'treaty']);
  });

  it('refuses to make one of an entity and an event', () => {
    expect(problemOf({ name: 'entry.merge', entries: entryIds('summit'), into: 'csto' as EntryId })).toBe(
      'entry-kind-mismatch',
    );
  });
});

describe('splitting', () => {
  it('moves the chosen mentions to a new entry of the same type', () => {
    const diff = diffOf({
      name: 'entry.split',
      entry: 'treaty' as EntryId,
      mentions: ids('three'),
      to: 'Договор',
    });
    expect(diff.added).toMatchObject([
      { record: 'entry', kind: 'entity', type: 'organisation', name: 'Договор' },
    ]);
    expect(after(diff)).toEqual({ three: expect.objectContaining({ entry: diff.added[0]?.id }) as unknown });
  });

  it('refuses mentions of something else, and none', () => {
    const split = (...mentions: string[]) =>
      problemOf({ name: 'entry.split', entry: 'treaty' as EntryId, mentions: ids(...mentions), to: 'x' });
    expect(split('one')).toBe('entry-mention-foreign');
    expect(split()).toBe('entry-mention-foreign');
  });
});

describe('removing', () => {
  it('leaves mentions without identity, and takes links and places away', () => {
    const diff = diffOf({ name: 'entry.remove', entries: entryIds('treaty') });
    expect(diff.removed.map(({ id }) => id)).toEqual(['l2', 'l3', 'treaty']);
    expect(after(diff)).toMatchObject({
      two: { entry: null },
      three: { entry: null },
      summit: { place: null },
    });
  });

  it('of an event and its place together says nothing more of the event', () => {
    const diff = diffOf({ name: 'entry.remove', entries: entryIds('treaty', 'summit') });
    expect(after(diff)).not.toHaveProperty('summit');
  });
});
