import { expect, test } from 'vitest';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { Status } from '../../../core/model/document';
import { listed } from './listing';

const summary = (name: string, status: Status, length: number, annotations: number): DocumentSummary =>
  ({ document: { name, status, length, addedAt: name }, annotations }) as unknown as DocumentSummary;

const documents = [
  summary('Report 10', 'done', 300, 5),
  summary('Report 9', 'draft', 100, 0),
  summary('Заметка', 'doubtful', 200, 9),
];

const names = (listing: Parameters<typeof listed>[1]): readonly string[] =>
  listed(documents, listing, 'ru').map(({ document }) => document.name);

const all = { text: '', show: 'all', order: 'queue' } as const;

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

test('unfinished documents are those that are not done', () => {
  expect(names({ ...all, show: 'unfinished' })).toEqual(['Report 9', 'Заметка']);
  expect(names({ ...all, show: 'doubtful' })).toEqual(['Заметка']);
});
