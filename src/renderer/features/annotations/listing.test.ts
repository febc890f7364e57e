import { expect, test } from 'vitest';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { Status } from '../../../core/model/document';
import { listed, type Listing } from './listing';

const annotation = (id: string, status: Status): AnnotationRecord =>
  ({ id, type: 'person', status, note: '', coder: 'anna', createdAt: id }) as unknown as AnnotationRecord;

const annotations = [annotation('1', 'draft'), annotation('2', 'done'), annotation('3', 'doubtful')];

const all: Listing = {
  text: '',
  kind: null,
  status: null,
  order: 'text',
  quoteOf: ({ id }) => `quote ${id}`,
  isLeftOut: null,
  nameOfType: () => 'person',
  nameOfCoder: () => 'Anna',
  language: 'en',
};

const ids = (listing: Partial<Listing>): readonly string[] =>
  listed(annotations, new Map(), { ...all, ...listing }).map(({ id }) => id);

test('annotations of every status are listed until one is chosen', () => {
  expect(ids({})).toEqual(['1', '2', '3']);
  expect(ids({ status: 'done' })).toEqual(['2']);
  expect(ids({ status: 'doubtful', text: 'quote' })).toEqual(['3']);
  expect(ids({ status: 'draft', text: 'quote 3' })).toEqual([]);
});
