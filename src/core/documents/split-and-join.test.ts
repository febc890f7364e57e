import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeContext } from '../../../tests/support/records';
import { recordsAfter } from '../diff';
import type {
  AnnotationId,
  CoderId,
  DocumentId,
  LinkId,
  RoleId,
  SegmentationId,
  Timestamp,
  TypeId,
} from '../ids';
import type { AnnotationRecord, LinkRecord, LinkTarget } from '../model/annotation';
import type { DocumentRecord, SegmentationRecord } from '../model/document';
import { codePoint, makeOffsetTable } from '../offsets';
import type { Result } from '../result';
import { joinDocuments, separatorAfter } from './join';
import { splitDocument } from './split';
import type { WholeDocument } from './whole';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const at = '2026-11-22T10:00:00.000Z' as Timestamp;
const context = changeContext();
const names = ['one', 'two'] as const;

const articles = '🇳🇴 Визит в Осло.\n\nУчения в Минске.\nКонец.';
/** Where the second article and its last line begin, in code points. */
const second = Array.from(articles.slice(0, articles.indexOf('Учения'))).length;
const last = Array.from(articles.slice(0, articles.indexOf('Конец'))).length;

const documentOf = (text: string, fields: Partial<DocumentRecord> = {}): DocumentRecord => ({
  record: 'document',
  id: 'news' as DocumentId,
  name: 'news',
  position: 3,
  status: 'done',
  note: '',
  metadata: { source: 'agency' },
  attributes: {},
  sha256: hash(text),
  length: makeOffsetTable(text).codePoints,
  encoding: 'utf-8',
  byteOrderMark: true,
  addedAt: at,
  origin: null,
  ...fields,
});

const quoteIn = (text: string, start: number, end: number): string =>
  Array.from(text).slice(start, end).join('');

const annotation = (text: string, id: string, ...spans: [number, number][]): AnnotationRecord => ({
  record: 'annotation',
  id: id as AnnotationId,
  document: 'news' as DocumentId,
  type: 'event.visit' as TypeId,
  coder: 'boris' as CoderId,
  version: null,
  fragments: spans.map(([start, end]) => ({
    start: codePoint(start),
    end: codePoint(end),
    quote: quoteIn(text, start, end),
  })),
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: at,
  modifiedAt: at,
  origin: null,
});

const link = (id: string, from: string, target: LinkTarget): LinkRecord => ({
  record: 'link',
  id: id as LinkId,
  annotation: from as AnnotationId,
  role: 'role' as RoleId,
  position: 0,
  target,
  origin: null,
});
const to = (id: string): LinkTarget => ({ by: 'annotation', annotation: id as AnnotationId });
const toSpan = (text: string, start: number, end: number): LinkTarget => ({
  by: 'span',
  span: { start: codePoint(start), end: codePoint(end), quote: quoteIn(text, start, end) },
});

const sentences = (...spans: [number, number][]): SegmentationRecord => ({
  record: 'segmentation',
  id: 'sentences' as SegmentationId,
  document: 'news' as DocumentId,
  unit: 'sentence',
  spans: spans.map(([start, end]) => [codePoint(start), codePoint(end)]),
  origin: null,
});

const whole = (parts: Partial<WholeDocument> = {}): WholeDocument => ({
  document: documentOf(parts.text ?? articles),
  text: articles,
  annotations: [],
  segmentations: [],
  links: [],
  roles: { across: new Set(), sources: new Set() },
  ...parts,
});

const split = (parts: Partial<WholeDocument>, place: number) =>
  splitDocument(whole(parts), { at: codePoint(place), names, positions: [3, 4] }, context, hash);

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}
const problemOf = (result: Result<unknown>) => (result.ok ? null : result.problem);

describe('splitting a document', () => {
  it('makes two documents of its text, with its metadata, and takes it away', () => {
    const { change, texts } = valueOf(split({}, second));
    const [one, two] = recordsAfter(change, 'document');
    expect(change.removed).toEqual([whole().document]);
    expect([one, two]).toMatchObject([
      { name: 'one', position: 3, length: second, metadata: { source: 'agency' }, byteOrderMark: true },
      { name: 'two', position: 4, status: 'done', byteOrderMark: false },
    ]);
    expect(one?.id).not.toBe(two?.id);
    expect(texts.get(one?.sha256 ?? '')).toBe('🇳🇴 Визит в Осло.\n\n');
    expect(texts.get(two?.sha256 ?? '')).toBe('Учения в Минске.\nКонец.');
  });

  it('parts linked annotations where their role reaches across documents, and nowhere else', () => {
    const annotations = [
      annotation(articles, 'visit', [3, 8]),
      annotation(articles, 'exercise', [last, last + 5]),
    ];
    const links = [link('cause', 'exercise', to('visit'))];
    expect(problemOf(split({ annotations, links }, second))?.code).toBe('split-crossing');
    const roles = { across: new Set(['role' as RoleId]), sources: new Set<RoleId>() };
    const { change } = valueOf(split({ annotations, links, roles }, second));
    const [one, two] = recordsAfter(change, 'document');
    const homes = recordsAfter(change, 'annotation').map(({ id, document }) => [id, document]);
    expect(homes).toEqual([
      ['visit', one?.id],
      ['exercise', two?.id],
    ]);
    const words = [link('date', 'exercise', toSpan(articles, 3, 8))];
    expect(problemOf(split({ annotations, links: words, roles }, second))?.code).toBe('split-crossing');
  });

  it('lets a relation go with its source where its other end may lie in another document', () => {
    const annotations = [
      ...[annotation(articles, 'visit', [3, 8]), annotation(articles, 'exercise', [last, last + 5])],
      annotation(articles, 'tie'),
    ];
    const ends = [
      link('from', 'tie', to('exercise')),
      { ...link('to', 'tie', to('visit')), role: 'target' as RoleId },
    ];
    const roles = { across: new Set(['target' as RoleId]), sources: new Set(['role' as RoleId]) };
    const { change } = valueOf(split({ annotations, links: ends, roles }, second));
    const [, two] = recordsAfter(change, 'document');
    const tie = recordsAfter(change, 'annotation').find(({ id }) => id === 'tie');
    expect(tie?.document).toBe(two?.id);
  });

  it('carries annotations, bare spans and sentences along, each to its part', () => {
    const annotations = [
      annotation(articles, 'visit', [3, 8]),
      annotation(articles, 'exercise', [second, second + 6], [last, last + 5]),
      annotation(articles, 'caret', [second, second]),
    ];
    const { change } = valueOf(
      split(
        {
          annotations,
          links: [
            link('date', 'exercise', toSpan(articles, last, last + 5)),
            link('place', 'exercise', to('caret')),
          ],
          segmentations: [sentences([0, second - 2], [second, last - 1], [last, last + 6])],
        },
        second,
      ),
    );
    const [one, two] = recordsAfter(change, 'document');
    expect(recordsAfter(change, 'annotation')).toMatchObject([
      { id: 'visit', document: one?.id, fragments: [{ start: 3, end: 8, quote: 'Визит' }], modifiedAt: at },
      {
        id: 'exercise',
        document: two?.id,
        fragments: [
          { start: 0, end: 6, quote: 'Учения' },
          { start: last - second, quote: 'Конец' },
        ],
      },
      { id: 'caret', document: two?.id, fragments: [{ start: 0, end: 0 }] },
    ]);
    expect(recordsAfter(change, 'link')).toMatchObject([
      { id: 'date', target: { span: { start: last - second, quote: 'Конец' } } },
    ]);
    expect(recordsAfter(change, 'segmentation')).toMatchObject([
      {
        document: two?.id,
        spans: [
          [0, last - second - 1],
          [last - second, last - second + 6],
        ],
      },
      { id: 'sentences', document: one?.id, spans: [[0, second - 2]] },
    ]);
  });

  it('carries a relation to where the two are that it ties together', () => {
    const annotations = [
      annotation(articles, 'a', [second, second + 6]),
      annotation(articles, 'b', [last, last + 5]),
      annotation(articles, 'relation'),
      annotation(articles, 'about it'),
    ];
    const links = [
      link('1', 'relation', to('a')),
      link('2', 'relation', to('b')),
      link('3', 'about it', to('relation')),
    ];
    const { change } = valueOf(split({ annotations, links }, second));
    const two = recordsAfter(change, 'document')[1];
    expect(new Set(recordsAfter(change, 'annotation').map(({ document }) => document))).toEqual(
      new Set([two?.id]),
    );
    expect(problemOf(split({ annotations, links }, last))?.code).toBe('split-crossing');
  });

  it('refuses where something lies on both sides, and names the nearest line where nothing does', () => {
    const across = annotation(articles, 'across', [second - 5, second + 3]);
    expect(problemOf(split({ annotations: [across] }, second))).toEqual({
      code: 'split-crossing',
      params: { count: 1, nearest: last },
    });
    const apart = [
      annotation(articles, 'a', [0, 2]),
      annotation(articles, 'b', [second, second + 6]),
      annotation(articles, 'c', [0, 2], [second, second + 6]),
    ];
    expect(problemOf(split({ annotations: apart, links: [link('l', 'a', to('b'))] }, second))).toEqual({
      code: 'split-crossing',
      params: { count: 2, nearest: last },
    });
    expect(
      problemOf(
        split(
          { annotations: apart.slice(0, 1), links: [link('l', 'a', toSpan(articles, last, last + 5))] },
          last,
        ),
      ),
    ).toEqual({ code: 'split-crossing', params: { count: 1, nearest: last + 5 } });
    expect(problemOf(split({ segmentations: [sentences([0, 5], [5, second + 3])] }, second))?.params).toEqual(
      { count: 1, nearest: last },
    );
  });

  it('refuses where there is no such place at all', () => {
    const all = annotation(articles, 'all', [0, Array.from(articles).length]);
    expect(problemOf(split({ annotations: [all] }, second))).toEqual({
      code: 'split-impossible',
      params: { count: 1 },
    });
  });

  it('refuses a part without words', () => {
    for (const place of [0, Array.from(articles).length, Array.from(articles).length + 1])
      expect(problemOf(split({}, place))?.code).toBe('split-empty');
    expect(problemOf(split({ text: 'Слово\n\n' }, 5))?.code).toBe('split-empty');
  });
});

describe('joining documents', () => {
  it('parts their texts by one blank line, however the first ends', () => {
    expect(['a', 'a\n', 'a\n\n', 'a\n \n', 'b\r\na', 'b\r\na\r\n', 'a\r\n\r\n'].map(separatorAfter)).toEqual([
      '\n\n',
      '\n',
      '',
      '',
      '\r\n\r\n',
      '\r\n',
      '',
    ]);
  });

  it('makes one of them in the place of the first, with what each knows', () => {
    const first = whole({
      text: '😀 Визит.',
      document: documentOf('😀 Визит.', { note: 'ясно', attributes: { language: 'ru' } }),
      annotations: [annotation('😀 Визит.', 'visit', [2, 7])],
      segmentations: [sentences([0, 8])],
    });
    const minsk = 'Учения в Минске.';
    const other = whole({
      text: minsk,
      document: documentOf(minsk, {
        id: 'other' as DocumentId,
        position: 9,
        status: 'draft',
        note: 'спорно',
        metadata: { source: 'paper', author: 'N' },
        attributes: { language: 'en', length: 3 },
      }),
      annotations: [annotation(minsk, 'exercise', [0, 6])],
      links: [link('place', 'exercise', toSpan(minsk, 9, 15)), link('same', 'visit', to('exercise'))],
      segmentations: [{ ...sentences([0, 16]), id: 'others' as SegmentationId }],
    });
    const { change, texts } = valueOf(joinDocuments([first, other], 'both', context, hash));
    const [joined] = recordsAfter(change, 'document');
    expect(joined).toMatchObject({
      name: 'both',
      position: 3,
      status: 'draft',
      note: 'ясно\n\nспорно',
      metadata: { source: 'agency', author: 'N' },
      attributes: { language: 'ru', length: 3 },
      length: 26,
    });
    expect(texts.get(joined?.sha256 ?? '')).toBe('😀 Визит.\n\nУчения в Минске.');
    expect(recordsAfter(change, 'annotation')).toMatchObject([
      { id: 'visit', document: joined?.id, fragments: [{ start: 2, end: 7 }] },
      { id: 'exercise', document: joined?.id, fragments: [{ start: 10, end: 16, quote: 'Учения' }] },
    ]);
    expect(recordsAfter(change, 'link')).toMatchObject([
      { id: 'place', target: { span: { start: 19, end: 25, quote: 'Минске' } } },
    ]);
    expect(recordsAfter(change, 'segmentation')).toMatchObject([
      {
        id: 'sentences',
        document: joined?.id,
        spans: [
          [0, 8],
          [10, 26],
        ],
      },
    ]);
    expect(change.removed.map(({ id }) => id)).toEqual(['news', 'other', 'others']);
  });

  it('needs two', () => {
    expect(problemOf(joinDocuments([whole()], 'one', context, hash))?.code).toBe('join-too-few');
  });
});

const words = fc.constantFrom('Минск', '🇧🇾', 'talks', ' ', '\n', '\n\n', '«да»', '.');
const someText = fc
  .array(words, { minLength: 4, maxLength: 40 })
  .map((parts) => `начало ${parts.join('')} конец`);

describe('what was split and joined again', () => {
  it('has every annotation over the same words, wherever it is cut', () => {
    fc.assert(
      fc.property(
        someText,
        fc.array(fc.tuple(fc.nat(60), fc.nat(6)), { maxLength: 6 }),
        fc.nat(60),
        (text, pairs, place) => {
          const length = Array.from(text).length;
          const annotations = pairs
            .filter(([start, width]) => start + width <= length)
            .map(([start, width], index) => annotation(text, `a${index}`, [start, start + width]));
          const parts = whole({ text, document: documentOf(text), annotations });
          const free = split(parts, place);
          const wanted = free.ok ? free : split(parts, Number(free.problem.params['nearest'] ?? 0));
          if (!wanted.ok) return;
          const { change, texts } = wanted.value;
          const after = recordsAfter(change, 'annotation');
          const wholes = recordsAfter(change, 'document').map((document) =>
            whole({
              document,
              text: texts.get(document.sha256) ?? '',
              annotations: after.filter((one) => one.document === document.id),
            }),
          );
          for (const one of wholes) {
            expect(one.document.length).toBe(Array.from(one.text).length);
            for (const { fragments } of one.annotations)
              for (const { start, end, quote } of fragments)
                expect(quoteIn(one.text, start, end)).toBe(quote);
          }
          const joined = valueOf(joinDocuments(wholes, 'again', context, hash));
          const [joinedText] = joined.texts.values();
          const again = recordsAfter(joined.change, 'annotation');
          expect(again.map(({ id }) => id).sort()).toEqual(annotations.map(({ id }) => id).sort());
          for (const { fragments } of again)
            for (const { start, end, quote } of fragments)
              expect(quoteIn(joinedText ?? '', start, end)).toBe(quote);
        },
      ),
    );
  });
});
