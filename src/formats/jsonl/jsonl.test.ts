import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { parsedOf, fileOf } from '../../../tests/support/exchange/files';
import { jsonl } from './format';

const parsed = (content: string): ReturnType<typeof parsedOf> =>
  parsedOf(jsonl, [fileOf('a.jsonl', content, 7)]);

describe('a line that is no row', () => {
  it('is told with its number, and the others are read', async () => {
    const row = '{"document_id":"d1","document_name":"a","text":"Раз 🇳🇴"}';
    const found = await parsed(`${row}\r\nnonsense\n\n[]\n${row}`);
    expect(found.map((one) => one.kind)).toEqual(['document', 'warning', 'warning', 'document']);
    expect(found[1]).toMatchObject({
      problem: { code: 'format-line-broken', params: { file: 'a.jsonl', line: 2 } },
    });
    expect(found[2]).toMatchObject({ problem: { params: { line: 4 } } });
  });
});

const whole = JSON.stringify({
  document_id: 'd1',
  document_name: 'a',
  metadata: [{ key: '__proto__', value: 'x' }],
  annotations: [
    {
      id: 'a1',
      type: 'person',
      label: 'person',
      kind: 'entity',
      fragments: [{ start: 0, end: 3, quote: 'Раз' }],
      attributes: [{ id: 'n', name: 'n', domain: 'number', value: '1', label: '1' }],
      roles: [{ role: 'r', name: 'r', by: 'span', start: 1, end: 2 }],
    },
  ],
  text: 'Раз 🇳🇴',
});

describe('a damaged file', () => {
  it(
    'gives documents and warnings, and nothing is thrown',
    () =>
      fuzz(
        fc.asyncProperty(damaged(`${whole}\n${whole}\n`), async (content) => {
          await parsed(content);
        }),
      ),
    fuzzTimeout,
  );

  it('keeps the annotations that are sound beside one that reaches beyond the text', async () => {
    const beyond = whole.replace('"end":3', '"end":99').replace('"a1"', '"a2"');
    const found = await parsed(`${beyond}\n${whole}`);
    expect(found.filter(({ kind }) => kind === 'warning')).toMatchObject([
      { problem: { code: 'format-offsets-outside', params: { line: 1, id: 'a2', end: 99 } } },
    ]);
    expect(found.filter(({ kind }) => kind === 'document')).toMatchObject([
      { document: { annotations: [] } },
      { document: { annotations: [{ id: 'a1' }] } },
    ]);
  });
});
