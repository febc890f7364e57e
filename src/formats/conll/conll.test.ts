import { describe, expect, it } from 'vitest';
import { fileOf, parsedOf } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import type { Options } from '../../core/exchange/options';
import { conll } from './format';
import { readChunks, schemes, writeTags } from './tags';

const read = async (lines: readonly string[], options: Options = {}) => {
  const found = await parsedOf(conll, [fileOf('a.conll', lines.join('\n'), 7)], options);
  const documents = found.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
  const codes = found.flatMap((one) => (one.kind === 'warning' ? [one.problem.code] : []));
  const told = documents.map(({ text, annotations }) => [
    text,
    annotations.map(({ type, fragments }) => {
      const [{ start, end } = { start: 0, end: 0 }] = fragments;
      return [type, Array.from(text).slice(start, end).join('')];
    }),
  ]);
  return { documents, told, codes };
};

describe('tags', () => {
  it('tell the same chunks in every scheme', () => {
    const chunks = [
      { type: 'A', first: 0, last: 1 },
      { type: 'A', first: 2, last: 2 },
      { type: 'B', first: 3, last: 3 },
      { type: 'A', first: 5, last: 7 },
    ];
    const written = Object.fromEntries(
      schemes.map((scheme) => [scheme, writeTags(9, chunks, scheme).join(' ')]),
    );
    expect(written).toEqual({
      iob2: 'B-A I-A B-A B-B O B-A I-A I-A O',
      iob1: 'I-A I-A B-A I-B O I-A I-A I-A O',
      iobes: 'B-A E-A S-A S-B O B-A I-A E-A O',
    });
    for (const tags of Object.values(written)) expect(readChunks(tags.split(' '))).toEqual(chunks);
  });
});

describe('columns', () => {
  it('are read as documents and sentences, whatever parts them', async () => {
    const { told, codes, documents } = await read([
      '-DOCSTART- -X- -X- O',
      '',
      'U.N. NNP I-NP I-ORG',
      'official NN I-NP O',
      '',
      'Минск NNP I-NP I-LOC',
      'Anna NNP I-NP I-PER',
      '-DOCSTART- -X- -X- O',
      '🇧🇾 SYM O O',
      'Peter NNP I-NP I-PER',
    ]);
    expect(codes).toEqual([]);
    expect(told).toEqual([
      [
        'U.N. official\nМинск Anna',
        [
          ['entity.ORG', 'U.N.'],
          ['entity.LOC', 'Минск'],
          ['entity.PER', 'Anna'],
        ],
      ],
      ['🇧🇾 Peter', [['entity.PER', 'Peter']]],
    ]);
    expect(documents[0]?.segmentations.map(({ unit, spans }) => [unit, spans.length])).toEqual([
      ['token', 4],
      ['sentence', 2],
    ]);
    expect(documents[0]?.segmentations[0]?.origin?.fields['columns']).toEqual(
      ['NNP', 'NN', 'NNP', 'NNP'].map((pos) => [pos, 'I-NP']),
    );
  });

  it('stand where options say, with spaces where a column says', async () => {
    const { told } = await read(
      [
        '1\tI-X\t«\tSpaceAfter=No\r',
        '2\tI-X\tДа\tSpaceAfter=No\r',
        '3\tO\t»\tSpacesAfter=\\n\\n\r',
        '4\tO\tan\t_\r',
      ],
      { token: '3', tag: '2' },
    );
    expect(told).toEqual([['«Да»\n\nan', [['entity.X', '«Да']]]]);
  });

  it('without a tag or a token are told with their line', async () => {
    const { told, codes } = await read(['alone', '', '\tO', '# text = alone', 'x\t__proto__']);
    expect(codes).toEqual(['format-value-unfit', 'format-line-broken', 'format-line-ignored']);
    expect(told).toEqual([['alone\nx', [['entity.__proto__', 'x']]]]);
  });

  it('are told of comments and of marks without a type, and end with whatever lines end with', async () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const lines = ['# a comment', '#\thttp://x', '#\tO', 'Anna\tB-PER', 'и\tB-', '# B-PER'];
      const { told, codes } = await read([lines.join(newline)]);
      expect(codes).toEqual(['format-line-ignored', 'format-line-ignored', 'format-value-unfit']);
      expect(told).toEqual([
        [
          '# Anna и #',
          [
            ['entity.PER', 'Anna'],
            ['entity.PER', '#'],
          ],
        ],
      ]);
    }
  });

  it.each([{}, { scheme: 'iob1', files: 'each' }, { scheme: 'iobes', separator: 'blank', spacing: false }])(
    'bring a project back, minus what the report of losses names: %o',
    { timeout: 60_000 },
    async (options) => {
      const { differences, contradictions } = await roundTrip('conll', options);
      // Without the column for spaces nothing tells that the tokens were found by Postil: they count as the file's.
      const others = differences.filter(
        (one) => options.spacing !== false || !one.includes(', segmentations:'),
      );
      expect({ others, contradictions }).toEqual({ others: [], contradictions: [] });
    },
  );

  it('give data or warnings, however they are damaged', { timeout: fuzzTimeout }, async () => {
    const sound =
      '-DOCSTART-\tName=a|Segments=none\tO\n\nAnna\tSpaceAfter=No\tB-PER\n,\t_\tO\n\nМинск\tSpacesAfter=\\n\tB-LOC\n';
    await survivesDamage(conll, 'a.conll', sound);
  });
});

describe('random projects as columns', () => {
  it('come back as they were, minus what the report of losses names', { timeout: 300_000 }, () =>
    holdsForAny('conll'),
  );
});
