import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/engine';
import { exportLines } from '../../../tests/support/exchange/export-lines';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { spacy } from './format';

const doc = {
  text: '😀 Anna, the mayor of Oslo.',
  ents: [
    { start: 2, end: 6, label: 'PERSON', kb_id: 'Q1' },
    { start: 21, end: 25, label: 'GPE' },
  ],
  spans: {
    sc: [
      { start: 2, end: 6, label: 'PERSON' },
      { start: 2, end: 25, label: 'PERSON' },
      { start: 8, end: 25, label: 'ROLE' },
    ],
  },
  sents: [{ start: 0, end: 26 }],
  cats: { politics: 0.9 },
};

describe('documents of spaCy', () => {
  it('have each span once that stands in several groups, overlaps and all', async () => {
    const [document] = documentsIn(await parsedOf(spacy, [fileOf('d.jsonl', JSON.stringify(doc))]));
    expect(document?.segmentations).toMatchObject([{ unit: 'sentence', spans: [[0, 26]] }]);
    const seen = document?.annotations.map(({ type, fragments: [only] }) => [type, only?.start, only?.end]);
    expect(seen).toEqual([
      ['entity.PERSON', 2, 6],
      ['entity.GPE', 21, 25],
      ['entity.PERSON', 2, 25],
      ['entity.ROLE', 8, 25],
    ]);
  });

  it('may have spans as tuples, and tell of groups that are no lists', async () => {
    const early = { text: 'Anna in Oslo', entities: [[0, 4, 'PERSON']], ents: [[8, 12, 'GPE']] };
    const odd = { text: 'Anna', ents: {}, spans: { sc: {} }, sents: [null], relations: 1 };
    const files = [fileOf('d.jsonl', `${JSON.stringify(early)}\n${JSON.stringify(odd)}`)];
    const parsed = await parsedOf(spacy, files);
    expect(documentsIn(parsed)[0]?.annotations.map(({ type }) => type)).toEqual([
      'entity.GPE',
      'entity.PERSON',
    ]);
    expect(warningsIn(parsed).map(({ params }) => [params['line'], params['field']])).toEqual([
      [2, 'ents'],
      [2, 'sc'],
      [2, 'relations'],
      [2, 'sents'],
    ]);
  });

  it('go out as they came in, group by group, with what Postil has no place for', async () => {
    const project = newProject();
    await importFiles(project, [folderWith({ 'd.jsonl': JSON.stringify(doc) })], { format: 'spacy' });
    const [line] = await exportLines(project, 'spacy');
    expect(line).toMatchObject(doc);
  });

  it('hold in `ents` what does not overlap, the longest first', async () => {
    const project = newProject();
    const spans = [
      { start: 0, end: 4, label: 'A' },
      { start: 2, end: 8, label: 'B' },
      { start: 8, end: 9, label: 'C' },
    ];
    const content = JSON.stringify({ text: 'abcdefghijk', answer: 'accept', spans });
    await importFiles(project, [folderWith({ 'p.jsonl': content })], { format: 'prodigy' });
    const [line] = await exportLines(project, 'spacy');
    expect(line).toMatchObject({ ents: spans.slice(1), spans: { sc: spans } });
  });

  it('go out so that they come back as they were, but for what is told', async () => {
    const { differences, contradictions, warnings, out } = await roundTrip('spacy');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
    // The tokens and their blanks make the text again, which is what spaCy does with them.
    for (const line of readFileSync(out, 'utf8').trim().split('\n')) {
      const { text, tokens } = JSON.parse(line) as {
        text: string;
        tokens: { text: string; ws: boolean }[];
      };
      expect(tokens.map((token) => token.text + (token.ws ? ' ' : '')).join('')).toBe(text);
    }
  });

  it('go out and come back so whatever the project is', { timeout: 300_000 }, () => holdsForAny('spacy'));

  it('never make the parser throw or hang, whatever befalls them', { timeout: fuzzTimeout }, () =>
    survivesDamage(spacy, 'd.jsonl', `${JSON.stringify(doc)}\n${JSON.stringify(doc)}`),
  );
});
