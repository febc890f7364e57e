import { expect, test } from 'vitest';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { AttributeRecord } from '../../../core/model/codebook';
import type { DocumentRecord, Status } from '../../../core/model/document';
import { facetsOf, type FacetWords } from './facets';
import { listed } from './listing';

const summary = (
  name: string,
  status: Status,
  length: number,
  annotations: number,
  known: object = {},
): DocumentSummary =>
  ({
    document: { name, status, length, addedAt: name, metadata: {}, attributes: {}, ...known },
    annotations,
  }) as unknown as DocumentSummary;

const languages = {
  id: 'language',
  names: {},
  domain: { kind: 'one-of', choices: [{ value: 'ru', names: { ru: 'русский' } }] },
} as unknown as AttributeRecord;

const words: FacetWords = {
  attributes: [languages],
  terms: new Map(),
  nameOf: () => 'язык',
  titleOf: (key) => key,
  yes: 'да',
  no: 'нет',
  language: 'ru',
};

const documents = [
  summary('Report 10', 'done', 300, 5, { metadata: { date: '24.04.2024', source: 'ТАСС' } }),
  summary('Report 9', 'draft', 100, 0, {
    metadata: { date: '2023-11-02', source: 'ТАСС' },
    attributes: { language: 'ru' },
  }),
  summary('Заметка', 'doubtful', 200, 9, { metadata: { date: '2024-01' } }),
];

const names = (listing: Parameters<typeof listed>[1]): readonly string[] =>
  listed(documents, listing, words).map(({ document }) => document.name);

const all = { text: '', show: 'all', order: 'queue', facets: [], isLacking: () => false } as const;

test('documents stand in the order of the queue until another one is chosen', () => {
  expect(names(all)).toEqual(['Report 10', 'Report 9', 'Заметка']);
});

test('names are sorted as people count: 9 before 10', () => {
  expect(names({ ...all, order: 'name', text: 'report' })).toEqual(['Report 9', 'Report 10']);
});

test('lengths and numbers of annotations are sorted from the largest', () => {
  expect(names({ ...all, order: 'length' })).toEqual(['Report 10', 'Заметка', 'Report 9']);
  expect(names({ ...all, order: 'annotations' })).toEqual(['Заметка', 'Report 10', 'Report 9']);
});

test('every word that was typed has to stand in the name, in any case and order', () => {
  expect(names({ ...all, text: '10 REP' })).toEqual(['Report 10']);
  expect(names({ ...all, text: 'ЗАМ' })).toEqual(['Заметка']);
});

test('documents are found that lack a required value, and are unfinished whatever their status', () => {
  const isLacking = ({ attributes }: DocumentRecord): boolean => attributes['language'] === undefined;
  expect(names({ ...all, show: 'lacking', isLacking })).toEqual(['Report 10', 'Заметка']);
  expect(names({ ...all, show: 'unfinished', isLacking })).toEqual(['Report 10', 'Report 9', 'Заметка']);
});

test('unfinished documents are those that are not done', () => {
  expect(names({ ...all, show: 'unfinished' })).toEqual(['Report 9', 'Заметка']);
  expect(names({ ...all, show: 'doubtful' })).toEqual(['Заметка']);
});

test('dates are sorted as days, however they are written, and what has no value comes last', () => {
  expect(names({ ...all, order: 'metadata date' })).toEqual(['Report 9', 'Заметка', 'Report 10']);
  expect(names({ ...all, order: 'metadata source' })).toEqual(['Report 10', 'Report 9', 'Заметка']);
  expect(names({ ...all, order: 'attribute language' })[0]).toBe('Report 9');
});

test('documents are picked out by values: one of those chosen under each key', () => {
  const tass = { key: 'metadata source', value: 'ТАСС' } as const;
  expect(names({ ...all, facets: [tass] })).toEqual(['Report 10', 'Report 9']);
  expect(names({ ...all, facets: [tass, { key: 'metadata date', value: '2023' }] })).toEqual(['Report 9']);
  expect(
    names({
      ...all,
      facets: [
        { key: 'metadata date', value: '2023' },
        { key: 'metadata date', value: '2024' },
      ],
    }),
  ).toHaveLength(3);
});

test('every value by which documents can be picked out is counted', () => {
  expect(facetsOf(documents, words).map(({ title, value, count }) => [title, value, count])).toEqual([
    ['язык', 'Русский', 1],
    ['date', '2024', 2],
    ['date', '2023', 1],
    ['source', 'ТАСС', 2],
  ]);
});
