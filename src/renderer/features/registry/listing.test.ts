import { expect, test } from 'vitest';
import type { EntryId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { plainEntry } from '../../../core/registry/plain-entry';
import { filtered, listedByName, sorted, type Counts, type Filter, type Order } from './listing';

const entry = (id: string, name: string, rest: Partial<EntryRecord> = {}): EntryRecord => ({
  ...plainEntry(id as EntryId, 'entity', name),
  ...rest,
});

const records = [
  entry('1', 'ООН', { identifiers: [{ scheme: 'wikidata', value: 'Q1065' }] }),
  entry('2', 'Ёлкин'),
  entry('3', 'саммит', { kind: 'event' }),
  entry('4', 'ОДКБ', { aliases: ['CSTO'] }),
];
const entries = listedByName(new Map(records.map((record) => [record.id, record])));
const counts: Counts = new Map([
  ['4' as EntryId, 14],
  ['1' as EntryId, 14],
  ['3' as EntryId, 1],
]);

const names = (order: Order) => sorted(entries, order, counts).map(({ label }) => label);
const found = (filter: Filter, text = '') =>
  filtered(entries, filter, text, counts, ({ aliases }) => aliases.length === 0).map(({ label }) => label);

test('entries are sorted by name, by mentions, or the newest first', () => {
  expect(names('name')).toEqual(['Ёлкин', 'ОДКБ', 'ООН', 'саммит']);
  expect(names('mentions')).toEqual(['ОДКБ', 'ООН', 'саммит', 'Ёлкин']);
  expect(names('newest')).toEqual(['ОДКБ', 'саммит', 'Ёлкин', 'ООН']);
});

test('entries are found by kind, by want of mentions, and by any of their names and identifiers', () => {
  expect(found('event')).toEqual(['саммит']);
  expect(found('unmentioned')).toEqual(['Ёлкин']);
  expect(found('all', 'csto')).toEqual(['ОДКБ']);
  expect(found('entity', 'q1065')).toEqual(['ООН']);
  expect(found('event', 'csto')).toEqual([]);
});

test('entries are found that lack a required value', () => {
  expect(found('lacking')).toEqual(['Ёлкин', 'ООН', 'саммит']);
});
