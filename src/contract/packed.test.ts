import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../core/problem';
import { fail, ok, type Result } from '../core/result';
import { answerText, unpackedAnswer } from './packed';

const afterTravel = (result: Result<unknown>): Result<unknown> =>
  unpackedAnswer(JSON.parse(answerText(result)) as Result<unknown>);

const many = <Item>(item: (index: number) => Item): readonly Item[] =>
  Array.from({ length: 200 }, (_, n) => item(n));

describe('an answer on its way to a window', () => {
  it('comes back as it was, whatever its lists hold', () => {
    const record = fc.record({
      id: fc.string(),
      note: fc.constant(''),
      origin: fc.constantFrom(null, { packed: ['a'], rows: [[1]] }),
      value: fc.jsonValue({ maxDepth: 2 }),
    });
    const name = fc.constantFrom('annotations', 'links', 'packed', 'rows', 'same', 'fields');
    const list = fc.array(record, { minLength: 98, maxLength: 102 });
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(list, fc.jsonValue())), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(ok(value)));
        expect(afterTravel(ok(value))).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });

  it('names a field of a long list once, and what all items have alike once', () => {
    const text = answerText(ok({ annotations: many((id) => ({ id, status: 'draft', note: '' })) }));
    expect(text.match(/status/gu)).toHaveLength(1);
    expect(text.match(/draft/gu)).toHaveLength(1);
    expect(text.match(/"id"/gu)).toHaveLength(1);
  });

  it.each([
    ['have different fields', many((id) => (id === 7 ? { id } : { id, note: '' }))],
    ['have as many fields of other names', many((id) => (id === 7 ? { other: id } : { id }))],
    ['lack a value', many((id) => ({ id, note: id === 7 ? undefined : '' }))],
    ['are no records', many((id) => (id === 7 ? null : { id }))],
    [
      'have a field that is a prototype elsewhere',
      many(() => JSON.parse('{"__proto__": {"a": 1}}') as unknown),
    ],
  ])('leaves a list alone whose items %s', (_, items) => {
    const result = ok({ items });
    expect(answerText(result)).toBe(JSON.stringify(result));
    expect(afterTravel(result)).toEqual(JSON.parse(JSON.stringify(result)));
  });

  it('leaves problems, single values and lists by themselves alone', () => {
    for (const result of [
      fail(problem('engine-stopped')),
      ok(null),
      ok(7),
      ok('a'),
      ok(many((id) => ({ id }))),
    ]) {
      expect(answerText(result)).toBe(JSON.stringify(result));
      expect(afterTravel(result)).toEqual(result);
    }
  });
});
