import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/engine';
import { exportLines } from '../../../tests/support/exchange/export-lines';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { doccano } from './format';

const newer = {
  id: 7,
  text: '😀 Google was founded by Larry Page.',
  source: 'news',
  year: 1998,
  entities: [
    { id: 21, label: 'ORG', start_offset: 2, end_offset: 8 },
    { id: 22, label: 'PERSON', start_offset: 24, end_offset: 34 },
  ],
  relations: [{ id: 21, from_id: 21, to_id: 22, type: 'foundedBy' }],
  Comments: ['Sure?', 'Yes.'],
};

const older = {
  id: 8,
  text: 'Anna in Oslo',
  labels: [
    [0, 4, 'PERSON'],
    [8, 12, 'LOC'],
  ],
  Comments: [],
};

const jsonl = (...examples: readonly object[]): string =>
  examples.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('examples of doccano', () => {
  it('come in with entities, relations, metadata and comments', async () => {
    const [document] = documentsIn(await parsedOf(doccano, [fileOf('a.jsonl', jsonl(newer))]));
    expect(document).toMatchObject({
      metadata: { source: 'news', year: '1998' },
      note: 'Sure?\n\nYes.',
      annotations: [
        { id: '21', type: 'entity.ORG', fragments: [{ start: 2, end: 8 }] },
        { id: '22', type: 'entity.PERSON' },
        {
          type: 'relation.foundedBy',
          links: [{ target: { annotation: '21' } }, { target: { annotation: '22' } }],
        },
      ],
    });
  });

  it('go out as they came in, in the newer layout and in the older one', async () => {
    const project = newProject();
    await importFiles(project, [folderWith({ 'a.jsonl': jsonl(newer) })], { format: 'doccano' });
    expect(await exportLines(project, 'doccano')).toMatchObject([newer]);
    const before = newProject();
    await importFiles(before, [folderWith({ 'a.jsonl': jsonl(older) })], { format: 'doccano' });
    expect(await exportLines(before, 'doccano', { layout: 'labels' })).toMatchObject([older]);
  });

  it('keep labels of whole documents as metadata, and are read from one list too', async () => {
    const list = JSON.stringify(
      [
        { data: 'One', label: ['good'] },
        { data: 'Two', label: [] },
      ],
      null,
      2,
    );
    const documents = documentsIn(await parsedOf(doccano, [fileOf('a.json', list, 5)]));
    expect(documents.map(({ text, metadata }) => [text, metadata])).toEqual([
      ['One', { label: '["good"]' }],
      ['Two', {}],
    ]);
  });

  it('may count UTF-16 units, as the first versions did', async () => {
    const early = { text: '😀 Anna', label: [[3, 7, 'PERSON']] };
    const files = [fileOf('a.jsonl', jsonl(early))];
    const [document] = documentsIn(await parsedOf(doccano, files, { offsets: 'utf-16' }));
    expect(document?.annotations).toMatchObject([{ fragments: [{ start: 2, end: 6 }] }]);
  });

  it('tell of relations to what is not there, and of places outside of the text', async () => {
    const example = {
      text: 'Anna',
      entities: [
        { id: 1, label: 'A', start_offset: 0, end_offset: 5 },
        { id: 2, label: 'A', start_offset: 0, end_offset: 4 },
        { id: 2, label: 'A', start_offset: 0, end_offset: 3 },
      ],
      relations: [{ from_id: 1, to_id: 2, type: 'R' }],
    };
    const parsed = await parsedOf(doccano, [fileOf('a.jsonl', jsonl(older, example))]);
    expect(warningsIn(parsed)).toMatchObject([
      { code: 'format-offsets-outside', params: { file: 'a.jsonl', line: 2, id: '1', end: 5, length: 4 } },
      { code: 'format-id-twice', params: { line: 2, id: '2' } },
      { code: 'format-reference-missing', params: { line: 2, missing: '1' } },
    ]);
    expect(documentsIn(parsed)[1]?.annotations).toHaveLength(2);
  });

  it.each(['relations', 'labels'])(
    'go out so that they come back as they were, but for what is told (%s)',
    async (layout) => {
      const { differences, contradictions, warnings } = await roundTrip('doccano', { layout });
      expect({ differences, contradictions, warnings }).toEqual({
        differences: [],
        contradictions: [],
        warnings: [],
      });
    },
  );

  it('go out and come back so whatever the project is', { timeout: 300_000 }, async () => {
    await holdsForAny('doccano');
    await holdsForAny('doccano', { layout: 'labels' });
  });

  it('never make the parser throw or hang, whatever befalls them', { timeout: fuzzTimeout }, () =>
    survivesDamage(doccano, 'a.jsonl', jsonl(newer, older, newer)),
  );
});
