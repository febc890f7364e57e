import { describe, expect, it } from 'vitest';
import { newProject, valueOf } from '../../../tests/support/engine';
import { exportLines } from '../../../tests/support/exchange/export-lines';
import { faultsIn } from '../../../tests/support/exchange/faults';
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

  it('are called by the names of their labels where these have numbers, and go out with both', async () => {
    const span = { id: 3, label: 2, label_name: 'ORG', start_offset: 0, end_offset: 2, user: 1 };
    const numbered = { id: 1, text: 'EU rejects', annotations: [span], annotation_approver: 'anna' };
    const [document] = documentsIn(await parsedOf(doccano, [fileOf('a.jsonl', jsonl(numbered))]));
    expect(document?.annotations).toMatchObject([{ type: 'entity.ORG' }]);
    const project = newProject();
    await importFiles(project, [folderWith({ 'a.jsonl': jsonl(numbered) })], { format: 'doccano' });
    expect(await exportLines(project, 'doccano')).toMatchObject([{ entities: [span] }]);
  });

  it('keep numbers that begin anew with each example, and labels of whole documents', async () => {
    const project = newProject();
    const { entities, relations } = newer;
    const again = {
      text: 'Another one of the same kind, for certain.',
      entities,
      relations,
      label: ['good'],
    };
    await importFiles(project, [folderWith({ 'a.jsonl': jsonl(newer, again) })], { format: 'doccano' });
    expect(await exportLines(project, 'doccano')).toMatchObject([newer, again]);
  });

  it('tell of what is no span among spans, and of what is no list, and take the others', async () => {
    const mixed = { text: 'EU rejects', label: [[0, 2, 'ORG'], 'junk', [3, 10]] };
    const none = { text: 'EU rejects', entities: [null], relations: { a: 1 }, Comments: 'c' };
    const parsed = await parsedOf(doccano, [fileOf('a.jsonl', jsonl(mixed, none))]);
    expect(warningsIn(parsed).map(({ code, params }) => [code, params['line'], params['field']])).toEqual([
      ['format-value-unfit', 1, 'label'],
      ['format-value-unfit', 1, 'label'],
      ['format-value-unfit', 2, 'label'],
      ['format-value-unfit', 2, 'relations'],
      ['format-value-unfit', 2, 'Comments'],
    ]);
    expect(documentsIn(parsed).map(({ annotations }) => annotations.length)).toEqual([1, 0]);
  });

  it('come in with U+FFFD where their text has what no text can have, which is told', async () => {
    const content = String.raw`{"text":"a\u0000b \ud83d end","label":[[2,3,"B\ud83d"]]}`;
    const project = newProject();
    const { warnings } = valueOf(
      await importFiles(project, [folderWith({ 'a.jsonl': content })], { format: 'doccano' }),
    );
    expect(warnings.map(({ problem }) => problem)).toMatchObject([
      { code: 'format-characters-replaced', params: { line: 1, count: 3 } },
    ]);
    expect(await exportLines(project, 'doccano')).toMatchObject([
      { text: 'a\ufffdb \ufffd end', entities: [{ start_offset: 2, end_offset: 3, label: 'B\ufffd' }] },
    ]);
    expect(await faultsIn(project)).toEqual([]);
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
      { code: 'format-id-again', params: { line: 2, id: '2' } },
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
