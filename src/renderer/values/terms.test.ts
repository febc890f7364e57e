import { expect, test } from 'vitest';
import type { AttributeId, TermId } from '../../core/ids';
import type { TermRecord } from '../../core/model/codebook';
import { termPath, termsInTree } from './terms';

const concept = 'concept' as AttributeId;
const term = (name: string, parent: string | null, attribute = concept): TermRecord => ({
  record: 'term',
  id: name as TermId,
  attribute,
  parent: parent as TermId | null,
  name,
  origin: null,
});

const terms = [
  term('мир', 'политика'),
  term('политика', null),
  term('война', 'политика'),
  term('перемирие', 'война'),
  term('бюджет', null),
  term('другое', null, 'other' as AttributeId),
];

test('terms stand by name, each followed by those below it', () => {
  expect(termsInTree(terms, concept, 'ru').map(({ term: { name }, depth }) => [depth, name])).toEqual([
    [0, 'бюджет'],
    [0, 'политика'],
    [1, 'война'],
    [2, 'перемирие'],
    [1, 'мир'],
  ]);
});

test('a term is told from its namesakes by those above it', () => {
  const byId = new Map(terms.map((one) => [one.id, one]));
  const below = byId.get('перемирие' as TermId);
  expect(below && termPath(below, byId)).toEqual(['политика', 'война']);
});
