import { expect, it } from 'vitest';
import type { AttributeId, TermId } from '../ids';
import type { TermRecord } from '../model/codebook';
import { matchCodebook } from './match';
import { plainAttribute } from './plain-records';

const attribute = plainAttribute({
  id: 'document.topic' as AttributeId,
  owner: { of: 'document' },
  position: 0,
  names: { en: 'Topic' },
  domain: { kind: 'vocabulary' },
  origin: null,
});

const bookOf = (...terms: readonly (readonly [id: string, name: string])[]) => ({
  types: [],
  roles: [],
  attributes: [attribute],
  terms: terms.map(([id, name]): TermRecord => ({
    record: 'term',
    id: id as TermId,
    attribute: attribute.id,
    parent: null,
    name,
    origin: null,
  })),
});

it('tells namesakes among terms apart by their ids, and takes others for each other by their names', () => {
  const mine = bookOf(['a', 'War'], ['b', 'War'], ['c', 'Peace'], ['d', 'Trade'], ['e', 'TRADE']);
  const theirs = bookOf(
    ['a', 'War'],
    ['b', 'War'],
    ['x', 'peace'],
    ['d', 'Commerce'],
    ['y', 'Labour'],
    ['z', 'Trade'],
  );
  expect(matchCodebook(theirs, mine).terms).toEqual(
    new Map([
      ['a', 'a'],
      ['b', 'b'],
      ['x', 'c'],
      // The trade of there is called commerce by now: what is called so is another one.
      ['d', 'd'],
    ]),
  );
});
