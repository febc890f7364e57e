import { describe, it } from 'vitest';
import { holdsForAnyNames, withRealIds } from '../../../../tests/support/exchange/properties';

describe('namesakes, and names that programs trip over', () => {
  it.each([
    ['brat', {}],
    ['webanno-tsv', {}],
    ['conll', {}],
    ['conll', { files: 'each' }],
    ['csv', {}],
    ['csv', { dialect: 'spreadsheet', separator: 'semicolon' }],
    ['tsv', { dialect: 'spreadsheet' }],
    ['jsonl', {}],
    ['spacy', {}],
    ['doccano', {}],
    ['doccano', { layout: 'labels' }],
    ['prodigy', {}],
    ['label-studio', {}],
    ['uima-xmi', {}],
    ['uima-json', {}],
    ['w3c', {}],
    ['parquet', {}],
  ] as const)(
    'come back from %s as they were, minus what its report of losses names: %o',
    { timeout: 300_000 },
    (format, options) => holdsForAnyNames(format, options),
  );

  it('come back from refi-qda so, where everything has a GUID', { timeout: 300_000 }, () =>
    holdsForAnyNames('refi-qda', {}, withRealIds),
  );
});
