import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import {
  annotationOf,
  changeContext,
  documentOf,
  linkOf,
  roleOf,
  typeOf,
} from '../../../tests/support/records';
import { inverseOf, type Diff } from '../diff';
import type { AnnotationId, CoderId, DocumentId, EntryId, LinkId, RoleId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { AnyRecord } from '../model/records';
import { codePoint } from '../offsets';
import { plainEntry } from '../registry/plain-entry';
import type { Result } from '../result';
import type { Command } from './command';
import { decide } from './decide';

const text = 'Генсек в Осло заявил: «Мы готовы». Совет принял резолюцию.';

const annotation = (id: string, of: string, rest: Partial<AnnotationRecord> = {}): AnnotationRecord =>
  annotationOf(id, of, {
    fragments: [{ start: codePoint(0), end: codePoint(6), quote: 'Генсек' }],
    ...rest,
  });

const link = (id: string, from: string, of: string, to: string, position = 0): LinkRecord =>
  linkOf(from, of, to, { id, position });

const people = { types: ['person' as TypeId], entries: true };
const elsewhere = { document: 'other' as DocumentId };
const codebook: readonly AnyRecord[] = [
  ...[documentOf('news'), documentOf('other')],
  ...[typeOf('person', 'entity'), typeOf('minister', 'entity', null, { parent: 'person' as TypeId })],
  ...[
    typeOf('place', 'entity'),
    typeOf('talks', 'event'),
    typeOf('claim', 'statement'),
    typeOf('demand', 'statement'),
  ],
  roleOf('talks', 'chair', people, { max: 1, min: 1 }),
  roleOf('talks', 'guest', people, { position: 1, max: 3 }),
  roleOf('talks', 'cause', { kinds: ['event'] }, { position: 2, acyclic: true, acrossDocuments: true }),
  roleOf('talks', 'date', { spans: true }, { position: 3 }),
  roleOf('claim', 'speaker', people, { sticky: true }),
  roleOf('claim', 'cue', { spans: true }, { position: 1, sticky: true }),
  roleOf('demand', 'speaker', people, { sticky: true, max: 1 }),
  typeOf('opposes', 'relation'),
  roleOf('opposes', 'who', { kinds: ['entity'] }, { acrossDocuments: true }),
  roleOf('opposes', 'whom', { kinds: ['entity'] }, { position: 1, acrossDocuments: true }),
  typeOf('near', 'relation', null, { symmetric: true }),
  roleOf('near', 'one', { types: ['place'] }),
  roleOf('near', 'other', { types: ['person'] }, { position: 1 }),
  plainEntry('keller' as EntryId, 'entity', 'Keller'),
];

const talks = annotation('talks', 'talks');
const keller = annotation('keller', 'minister');
const ivanov = annotation('ivanov', 'person');
const oslo = annotation('oslo', 'place');

const context = changeContext();

const run = (records: readonly AnyRecord[], command: Command): Result<Diff> =>
  decide(command, memoryView([...codebook, ...records], text), context);

function diffOf(records: readonly AnyRecord[], command: Command): Diff {
  const result = run(records, command);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const problemOf = (records: readonly AnyRecord[], command: Command): string => {
  const result = run(records, command);
  return result.ok ? 'ok' : result.problem.code;
};

const fill = (from: string, of: string, to: string, replaces: string | null = null): Command => ({
  name: 'link.fill',
  annotation: from as AnnotationId,
  role: of as RoleId,
  filler: { by: 'annotation', annotation: to as AnnotationId },
  replaces: replaces as LinkId | null,
});

const span = (start: number, end: number) => ({ start: codePoint(start), end: codePoint(end) });

describe('link.fill', () => {
  it('fills a role with an annotation of its type, or of one below that', () => {
    expect(diffOf([talks, keller], fill('talks', 'talks.chair', 'keller')).added).toMatchObject([
      { record: 'link', annotation: 'talks', role: 'talks.chair', position: 0 },
    ]);
  });

  it('puts a further filler behind those that are there', () => {
    const records = [talks, keller, ivanov, link('l', 'talks', 'talks.guest', 'keller', 4)];
    expect(diffOf(records, fill('talks', 'talks.guest', 'ivanov')).added).toMatchObject([{ position: 5 }]);
  });

  it('refuses what the role does not take, and tells what it takes', () => {
    const result = run([talks, oslo], fill('talks', 'talks.chair', 'oslo'));
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'filler-refused', params: { role: 'chair', takes: 'person, registry entries' } },
    });
  });

  it('refuses one more than the role takes, unless that takes the place of another', () => {
    const records = [talks, keller, ivanov, link('l', 'talks', 'talks.chair', 'keller')];
    expect(problemOf(records, fill('talks', 'talks.chair', 'ivanov'))).toBe('role-full');
    expect(diffOf(records, fill('talks', 'talks.chair', 'ivanov', 'l')).updated).toMatchObject([
      [{ id: 'l' }, { id: 'l', target: { annotation: 'ivanov' } }],
    ]);
  });

  it('refuses the same filler twice, and an annotation in its own role', () => {
    const records = [talks, keller, link('l', 'talks', 'talks.guest', 'keller')];
    expect(problemOf(records, fill('talks', 'talks.guest', 'keller'))).toBe('filler-twice');
    expect(problemOf(records, fill('talks', 'talks.cause', 'talks'))).toBe('filler-itself');
  });

  it('refuses a role of another type, and what is not there', () => {
    expect(problemOf([talks, keller], fill('talks', 'claim.speaker', 'keller'))).toBe('role-missing');
    expect(problemOf([talks], fill('talks', 'talks.chair', 'nobody'))).toBe('record-missing');
  });

  it('takes an annotation of another document only where the codebook allows it', () => {
    const far = annotation('far', 'person', elsewhere);
    const cause = annotation('cause', 'talks', elsewhere);
    expect(problemOf([talks, far], fill('talks', 'talks.chair', 'far'))).toBe('filler-elsewhere');
    expect(problemOf([talks, cause], fill('talks', 'talks.cause', 'cause'))).toBe('ok');
  });

  it('refuses a circle of acyclic roles, over any number of steps', () => {
    const records = [
      ...[talks, annotation('b', 'talks'), annotation('c', 'talks')],
      ...[link('1', 'talks', 'talks.cause', 'b'), link('2', 'b', 'talks.cause', 'c')],
    ];
    expect(problemOf(records, fill('c', 'talks.cause', 'talks'))).toBe('link-circle');
    expect(problemOf(records, fill('talks', 'talks.cause', 'c'))).toBe('ok');
  });

  it('takes words of the text, with their quote, where the codebook allows it', () => {
    const words = (of: string): Command => ({
      name: 'link.fill',
      annotation: 'talks' as AnnotationId,
      role: of as RoleId,
      filler: { by: 'span', span: span(7, 13) },
      replaces: null,
    });
    expect(diffOf([talks], words('talks.date')).added).toMatchObject([
      { target: { by: 'span', span: { start: 7, end: 13, quote: 'в Осло' } } },
    ]);
    expect(problemOf([talks], words('talks.chair'))).toBe('filler-refused');
  });

  it('takes an entry of the registry', () => {
    const filler = { by: 'entry', entry: 'keller' as EntryId } as const;
    const command = {
      name: 'link.fill',
      annotation: talks.id,
      role: 'talks.chair' as RoleId,
      filler,
      replaces: null,
    } as const;
    expect(diffOf([talks], command).added).toMatchObject([{ target: filler }]);
  });

  it('makes a new mention and fills the role with it in one change', () => {
    const mention = { document: talks.document, type: 'person' as TypeId, fragments: [span(0, 6)] };
    const filler = { by: 'new', mention } as const;
    const command = {
      name: 'link.fill',
      annotation: talks.id,
      role: 'talks.chair' as RoleId,
      filler,
      replaces: null,
    } as const;
    const [person, made] = diffOf([talks], command).added;
    expect(person).toMatchObject({ record: 'annotation', type: 'person', fragments: [{ quote: 'Генсек' }] });
    expect(made).toMatchObject({ record: 'link', target: { by: 'annotation', annotation: person?.id } });
    const wrong = {
      ...command,
      filler: { by: 'new', mention: { ...mention, type: 'place' as TypeId } },
    } as const;
    expect(problemOf([talks], wrong)).toBe('filler-refused');
  });
});

describe('the links of an annotation', () => {
  const guests = ['a', 'b', 'c'].map((id, position) => link(id, 'talks', 'talks.guest', id, position));
  const records = [talks, ...['a', 'b', 'c'].map((id) => annotation(id, 'person')), ...guests];

  it('are removed one by one', () => {
    expect(diffOf(records, { name: 'link.remove', links: ['b' as LinkId] }).removed).toEqual([guests[1]]);
  });

  it('are put into another order', () => {
    const { updated } = diffOf(records, { name: 'link.move', link: 'c' as LinkId, to: 0 });
    expect(updated.map(([, after]) => after)).toMatchObject([
      { id: 'c', position: 0 },
      { id: 'a', position: 1 },
      { id: 'b', position: 2 },
    ]);
  });
});

describe('a relation', () => {
  const create = (of: string, from: string, to: string): Command => ({
    name: 'relation.create',
    type: of as TypeId,
    from: from as AnnotationId,
    to: { by: 'annotation', annotation: to as AnnotationId },
  });
  const relation = annotation('tie', 'opposes', { fragments: [] });
  const tie = [
    ...[relation, keller, ivanov],
    ...[link('from', 'tie', 'opposes.who', 'keller'), link('to', 'tie', 'opposes.whom', 'ivanov')],
  ];

  it('is an annotation without a place, in the document of its source, with a link to either end', () => {
    const far = annotation('far', 'person', elsewhere);
    const { added } = diffOf([keller, far], create('opposes', 'far', 'keller'));
    expect(added).toMatchObject([
      { record: 'annotation', type: 'opposes', fragments: [], document: 'other' },
      { role: 'opposes.who', target: { annotation: 'far' } },
      { role: 'opposes.whom', target: { annotation: 'keller' } },
    ]);
  });

  it('takes its ends in either order where it is symmetric', () => {
    for (const [from, to] of [
      ['oslo', 'ivanov'],
      ['ivanov', 'oslo'],
    ] as const)
      expect(diffOf([oslo, ivanov], create('near', from, to)).added.slice(1)).toMatchObject([
        { target: { annotation: 'oslo' } },
        { target: { annotation: 'ivanov' } },
      ]);
  });

  it('is refused between what its ends do not take, and between one and the same', () => {
    expect(problemOf([talks, keller], create('opposes', 'keller', 'talks'))).toBe('filler-refused');
    expect(problemOf([keller], create('opposes', 'keller', 'keller'))).toBe('relation-with-itself');
    expect(problemOf([keller, ivanov], create('talks', 'keller', 'ivanov'))).toBe('relation-ends-missing');
  });

  it('is refused where its coder tied the same two by it already', () => {
    expect(problemOf(tie, create('opposes', 'keller', 'ivanov'))).toBe('relation-twice');
    expect(problemOf(tie, create('opposes', 'ivanov', 'keller'))).toBe('ok');
    const theirs = tie.map((record) =>
      record === relation ? { ...relation, coder: 'boris' as CoderId } : record,
    );
    expect(problemOf(theirs, create('opposes', 'keller', 'ivanov'))).toBe('ok');
  });

  it('is the same in either order where it is symmetric', () => {
    const friends = [
      typeOf('friends', 'relation', null, { symmetric: true }),
      roleOf('friends', 'a', { kinds: ['entity'] }),
      roleOf('friends', 'b', { kinds: ['entity'] }, { position: 1 }),
      annotation('friendship', 'friends', { fragments: [] }),
      ...[link('1', 'friendship', 'friends.a', 'keller'), link('2', 'friendship', 'friends.b', 'ivanov')],
    ];
    const records = [keller, ivanov, ...friends];
    expect(problemOf(records, create('friends', 'ivanov', 'keller'))).toBe('relation-twice');
    expect(problemOf(records, { name: 'relation.swap', relation: 'friendship' as AnnotationId })).toBe('ok');
  });

  it('does not become the same as another one by a new end, nor by being turned round', () => {
    const back = annotation('back', 'opposes', { fragments: [] });
    const both = [
      ...[...tie, back],
      ...[link('b1', 'back', 'opposes.who', 'ivanov'), link('b2', 'back', 'opposes.whom', 'keller')],
    ];
    expect(problemOf(both, { name: 'relation.swap', relation: relation.id })).toBe('relation-twice');
    const third = [
      ...[...tie, oslo, annotation('near', 'opposes', { fragments: [] })],
      ...[link('n1', 'near', 'opposes.who', 'keller'), link('n2', 'near', 'opposes.whom', 'oslo')],
    ];
    expect(problemOf(third, fill('near', 'opposes.whom', 'ivanov', 'n2'))).toBe('relation-twice');
  });

  it('cannot lose an end, but get another one', () => {
    expect(problemOf(tie, { name: 'link.remove', links: ['to' as LinkId] })).toBe('relation-end');
    expect(problemOf([...tie, oslo], fill('tie', 'opposes.whom', 'oslo'))).toBe('role-full');
    expect(problemOf([...tie, oslo], fill('tie', 'opposes.whom', 'oslo', 'to'))).toBe('ok');
  });

  it('moves to the document of its new source', () => {
    const far = annotation('far', 'person', elsewhere);
    const { updated } = diffOf([...tie, far], fill('tie', 'opposes.who', 'far', 'from'));
    expect(updated.map(([, after]) => after)).toMatchObject([
      { id: 'tie', document: 'other' },
      { id: 'from', target: { annotation: 'far' } },
    ]);
  });

  it('can be turned round', () => {
    const { updated } = diffOf(tie, { name: 'relation.swap', relation: relation.id });
    expect(updated.map(([, after]) => after)).toMatchObject([
      { id: 'from', target: { annotation: 'ivanov' } },
      { id: 'to', target: { annotation: 'keller' } },
    ]);
  });

  it('stays between the same two under another type, and goes where an end no longer fits', () => {
    const rival = [
      typeOf('rivals', 'relation'),
      roleOf('rivals', 'a', { kinds: ['entity'] }),
      roleOf('rivals', 'b', { kinds: ['entity'] }, { position: 1 }),
    ];
    const retype = {
      name: 'annotation.retype',
      annotations: [relation.id],
      type: 'rivals' as TypeId,
    } as const;
    expect(diffOf([...tie, ...rival], retype).updated.map(([, after]) => after)).toMatchObject([
      { id: 'tie', type: 'rivals' },
      { id: 'from', role: 'rivals.a' },
      { id: 'to', role: 'rivals.b' },
    ]);
    const event = { name: 'annotation.retype', annotations: [ivanov.id], type: 'talks' as TypeId } as const;
    expect(
      diffOf(tie, event)
        .removed.map(({ id }) => id)
        .sort(),
    ).toEqual(['from', 'tie', 'to']);
  });

  it('goes with either of its ends, and comes back with it', () => {
    const diff = diffOf(tie, { name: 'annotation.delete', annotations: [ivanov.id] });
    expect(diff.removed.map(({ id }) => id).sort()).toEqual(['from', 'ivanov', 'tie', 'to']);
    expect(inverseOf(diff).added).toHaveLength(4);
  });
});

describe('a new annotation', () => {
  const create = (of: string, ...starts: number[]): Command => ({
    name: 'annotation.create',
    annotations: starts.map((start) => ({
      document: 'news' as DocumentId,
      type: of as TypeId,
      fragments: [span(start, start + 3)],
    })),
  });
  const before = [
    ...[annotation('said', 'claim'), keller, ivanov],
    ...[link('1', 'said', 'claim.speaker', 'keller'), link('2', 'said', 'claim.speaker', 'ivanov', 1)],
  ];
  const targets = (diff: Diff) =>
    diff.added.flatMap((record) =>
      record.record === 'link' && record.target.by === 'annotation' ? [record.target.annotation] : [],
    );

  it('takes over what its coder filled a sticky role with last', () => {
    expect(targets(diffOf(before, create('claim', 10)))).toEqual(['keller', 'ivanov']);
  });

  it('takes it over from the role of that name of another type, and no more than fits', () => {
    expect(targets(diffOf(before, create('demand', 10)))).toEqual(['keller']);
  });

  it('takes nothing over from another coder, in another document, or among many at once', () => {
    const theirs = before.map((record) =>
      record.record === 'annotation' ? { ...record, coder: 'boris' as CoderId } : record,
    );
    expect(targets(diffOf(theirs, create('claim', 10)))).toEqual([]);
    expect(targets(diffOf(before, create('claim', 10, 20)))).toEqual([]);
    const far = { document: 'other' as DocumentId, type: 'claim' as TypeId, fragments: [span(0, 3)] };
    expect(targets(diffOf(before, { name: 'annotation.create', annotations: [far] }))).toEqual([]);
  });

  it('does not take over words, which introduce only what they stand beside', () => {
    const cue: LinkRecord = {
      ...link('3', 'said', 'claim.cue', ''),
      target: { by: 'span', span: { ...span(7, 13), quote: 'в Осло' } },
    };
    const { added } = diffOf([...before, cue], create('claim', 10));
    expect(added.filter((record) => record.record === 'link')).toHaveLength(2);
  });
});
