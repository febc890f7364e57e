import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../tests/support/memory-view';
import { annotationOf, changeContext, documentOf, linkOf, now, typeOf } from '../../../tests/support/records';
import type { AnnotationId, CoderId, DocumentId, EntryId, SegmentationId, TypeId } from '../ids';
import type { AnnotationRecord, LinkRecord } from '../model/annotation';
import type { CoderRecord, SegmentationRecord } from '../model/document';
import type { AnyRecord } from '../model/records';
import { codePoint } from '../offsets';
import type { Result } from '../result';
import type { Diff } from '../diff';
import type { Command } from './command';
import { decide } from './decide';

const text = 'Визит 🇳🇴 в Осло.';
const news = 'news' as DocumentId;
const anna = 'anna' as CoderId;

const document = documentOf('news', { name: 'news.txt', length: 16 });

const annotation = (id: string, type: string, ...spans: [number, number, string][]): AnnotationRecord =>
  annotationOf(id, type, {
    coder: 'boris' as CoderId,
    fragments: spans.map(([start, end, quote]) => ({ start: codePoint(start), end: codePoint(end), quote })),
  });

const link = (id: string, from: string, to: string): LinkRecord =>
  linkOf(from, 'event.visit.place', to, { id });

const visit = annotation('visit', 'event.visit', [0, 5, 'Визит']);
const oslo = annotation('oslo', 'entity.place', [11, 15, 'Осло']);
const tie = annotation('tie', 'relation.near');
const place = link('place', 'visit', 'oslo');
const entryLink: LinkRecord = {
  ...link('entry', 'tie', ''),
  target: { by: 'entry', entry: 'norway' as EntryId },
};
const tokens: SegmentationRecord = {
  record: 'segmentation',
  id: 'tokens' as SegmentationId,
  document: news,
  unit: 'token',
  spans: [],
  origin: null,
};
const coder: CoderRecord = { record: 'coder', id: anna, name: 'Anna', origin: null };

const records: readonly AnyRecord[] = [
  ...[typeOf('event.visit', 'event'), typeOf('entity.place', 'entity'), typeOf('entity.country', 'entity')],
  typeOf('relation.near', 'relation'),
  ...[coder, document, tokens, visit, oslo, tie, place, entryLink],
];

const view = memoryView(records, text);

const context = changeContext();
const run = (command: Command): Result<Diff> => decide(command, view, context);
const diffOf = (command: Command): Diff => {
  const result = run(command);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};
const problemOf = (command: Command): string => {
  const result = run(command);
  return result.ok ? 'ok' : result.problem.code;
};

const spans = (...pairs: [number, number][]) =>
  pairs.map(([start, end]) => ({ start: codePoint(start), end: codePoint(end) }));
const create = (typeId: string, ...pairs: [number, number][]): Command => ({
  name: 'annotation.create',
  annotations: [{ document: news, type: typeId as TypeId, fragments: spans(...pairs) }],
});

describe('annotation.create', () => {
  it('adds an annotation of the coder with the quotes of its fragments, in the order of the text', () => {
    expect(diffOf(create('entity.country', [6, 8], [0, 5]))).toMatchObject({
      added: [
        {
          record: 'annotation',
          type: 'entity.country',
          coder: anna,
          fragments: [
            { start: 0, end: 5, quote: 'Визит' },
            { start: 6, end: 8, quote: '🇳🇴' },
          ],
          status: 'draft',
          createdAt: now,
          modifiedAt: now,
        },
      ],
      updated: [],
      removed: [],
    });
  });

  it('takes a span of no width, whose quote is empty', () => {
    expect(diffOf(create('event.visit', [16, 16])).added).toMatchObject([{ fragments: [{ quote: '' }] }]);
  });

  it('refuses spans outside of the text, types and documents that are not there, and fragments for relations', () => {
    expect(problemOf(create('event.visit', [10, 17]))).toBe('offsets-outside-text');
    expect(problemOf(create('event.visit', [5, 4]))).toBe('offsets-outside-text');
    expect(problemOf(create('event.none', [0, 1]))).toBe('type-missing');
    expect(problemOf(create('event.visit'))).toBe('fragments-missing');
    expect(problemOf(create('relation.near', [0, 1]))).toBe('fragments-missing');
    expect(diffOf(create('relation.near')).added).toMatchObject([{ fragments: [] }]);
    const elsewhere = {
      document: 'none' as DocumentId,
      type: 'event.visit' as TypeId,
      fragments: spans([0, 1]),
    };
    expect(problemOf({ name: 'annotation.create', annotations: [elsewhere] })).toBe('record-missing');
  });

  it('adds all or none', () => {
    const good = { document: news, type: 'event.visit' as TypeId, fragments: spans([0, 1]) };
    expect(diffOf({ name: 'annotation.create', annotations: [good, good] }).added).toHaveLength(2);
    const bad = { ...good, fragments: spans([0, 99]) };
    expect(problemOf({ name: 'annotation.create', annotations: [good, bad] })).toBe('offsets-outside-text');
  });
});

describe('changes to annotations', () => {
  it('give another type, and leave those alone that have it; links that no longer fit go', () => {
    const command = { name: 'annotation.retype', type: 'entity.place' as TypeId } as const;
    expect(diffOf({ ...command, annotations: [visit.id, oslo.id, visit.id] })).toEqual({
      added: [],
      updated: [[visit, { ...visit, type: 'entity.place', modifiedAt: now }]],
      removed: [place],
    });
  });

  it('never make a relation of a span, nor a span of a relation', () => {
    const retype = (id: AnnotationId, to: string): Command => ({
      name: 'annotation.retype',
      annotations: [id],
      type: to as TypeId,
    });
    expect(problemOf(retype(visit.id, 'relation.near'))).toBe('type-kind-mismatch');
    expect(problemOf(retype(tie.id, 'event.visit'))).toBe('type-kind-mismatch');
    expect(problemOf(retype(visit.id, 'none'))).toBe('type-missing');
  });

  it('move an annotation to other spans, with their quotes', () => {
    const move = (id: AnnotationId, ...pairs: [number, number][]): Command => ({
      name: 'annotation.move',
      annotation: id,
      fragments: spans(...pairs),
    });
    expect(diffOf(move(visit.id, [0, 8])).updated).toMatchObject([
      [visit, { id: visit.id, fragments: [{ quote: 'Визит 🇳🇴' }], modifiedAt: now }],
    ]);
    expect(diffOf(move(visit.id, [0, 5])).updated).toEqual([]);
    expect(problemOf(move(visit.id))).toBe('fragments-missing');
    expect(problemOf(move(tie.id, [0, 5]))).toBe('fragments-missing');
    expect(problemOf(move(visit.id, [0, 50]))).toBe('offsets-outside-text');
    expect(problemOf(move('none' as AnnotationId, [0, 5]))).toBe('record-missing');
  });

  it('set status and note', () => {
    expect(diffOf({ name: 'annotation.status', annotations: [oslo.id], status: 'done' }).updated).toEqual([
      [oslo, { ...oslo, status: 'done', modifiedAt: now }],
    ]);
    expect(diffOf({ name: 'annotation.note', annotation: oslo.id, note: 'the city' }).updated).toEqual([
      [oslo, { ...oslo, note: 'the city', modifiedAt: now }],
    ]);
  });

  it('take away with an annotation the roles that it has and those that it fills', () => {
    expect(diffOf({ name: 'annotation.delete', annotations: [oslo.id] }).removed).toEqual([oslo, place]);
    expect(diffOf({ name: 'annotation.delete', annotations: [oslo.id, visit.id, oslo.id] }).removed).toEqual([
      oslo,
      visit,
      place,
    ]);
    expect(problemOf({ name: 'annotation.delete', annotations: ['none' as AnnotationId] })).toBe(
      'record-missing',
    );
  });
});

describe('changes to documents and coders', () => {
  it('rename, set status and note, and leave alone what is so already', () => {
    expect(diffOf({ name: 'document.rename', document: news, to: 'a.txt' }).updated).toEqual([
      [document, { ...document, name: 'a.txt' }],
    ]);
    expect(diffOf({ name: 'document.status', documents: [news], status: 'draft' }).updated).toEqual([]);
    expect(diffOf({ name: 'document.note', document: news, note: 'twice' }).updated).toEqual([
      [document, { ...document, note: 'twice' }],
    ]);
    expect(diffOf({ name: 'coder.rename', coder: anna, to: 'Anna K.' }).updated).toEqual([
      [coder, { ...coder, name: 'Anna K.' }],
    ]);
  });

  it('remove a document with everything that was coded in it', () => {
    const { removed } = diffOf({ name: 'document.remove', documents: [news, news] });
    expect(removed).toEqual([document, tokens, visit, oslo, tie, place, entryLink]);
  });

  it('refuse documents and coders that are not there', () => {
    const none = 'none' as DocumentId;
    expect(problemOf({ name: 'document.rename', document: none, to: 'a' })).toBe('record-missing');
    expect(problemOf({ name: 'document.remove', documents: [none] })).toBe('record-missing');
    expect(problemOf({ name: 'coder.rename', coder: 'none' as CoderId, to: 'a' })).toBe('record-missing');
  });
});
