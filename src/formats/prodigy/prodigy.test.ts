import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/engine';
import { exportLines } from '../../../tests/support/exchange/export-lines';
import { faultsIn } from '../../../tests/support/exchange/faults';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { prodigy } from './format';

const task = {
  text: '🇳🇴 Anna met Boris.',
  meta: { source: 'news', page: 4 },
  _input_hash: 17,
  tokens: [
    { text: 'Anna', start: 3, end: 7, id: 0, ws: true },
    { text: 'met', start: 8, end: 11, id: 1, ws: true },
    { text: 'Boris', start: 12, end: 17, id: 2, ws: false },
  ],
  spans: [
    { start: 3, end: 7, token_start: 0, token_end: 0, label: 'PERSON' },
    { start: 12, end: 17, token_start: 2, token_end: 2, label: 'PERSON', score: 0.5 },
  ],
  relations: [
    {
      head: 0,
      child: 2,
      head_span: { start: 3, end: 7, token_start: 0, token_end: 0, label: 'PERSON' },
      child_span: { start: 12, end: 17, token_start: 2, token_end: 2, label: 'PERSON' },
      label: 'MET',
      color: '#fff',
    },
  ],
  answer: 'accept',
};

const lines = (...tasks: readonly object[]): string => tasks.map((one) => JSON.stringify(one)).join('\n');

describe('tasks of Prodigy', () => {
  it('come in with spans in code points, tokens, arrows, metadata and their answer', async () => {
    const [document] = documentsIn(await parsedOf(prodigy, [fileOf('a/tasks.jsonl', lines(task))]));
    expect(document).toMatchObject({
      name: 'tasks 1',
      metadata: { source: 'news', page: '4' },
      status: 'done',
      segmentations: [
        {
          unit: 'token',
          spans: [
            [3, 7],
            [8, 11],
            [12, 17],
          ],
        },
      ],
      annotations: [
        { id: 'span 1', type: 'entity.PERSON', fragments: [{ start: 3, end: 7 }] },
        { id: 'span 2', type: 'entity.PERSON', fragments: [{ start: 12, end: 17 }] },
        {
          type: 'relation.MET',
          links: [
            { target: { by: 'annotation', annotation: 'span 1' } },
            { target: { by: 'annotation', annotation: 'span 2' } },
          ],
        },
      ],
    });
  });

  it('are one document where several annotators made them of one text', async () => {
    const by = (_annotator_id: string): object => ({ ...task, _annotator_id });
    const content = lines(by('anna'), { text: 'Another', answer: 'reject' }, by('boris'));
    const documents = documentsIn(await parsedOf(prodigy, [fileOf('t.jsonl', content)]));
    expect(documents.map(({ text, status }) => [text, status])).toEqual([
      ['Another', 'doubtful'],
      [task.text, 'done'],
    ]);
    const coders = documents[1]?.annotations.map(({ coder }) => coder);
    expect(coders).toEqual(['anna', 'anna', 'anna', 'boris', 'boris', 'boris']);
    const ids = documents[1]?.annotations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });

  it('are documents of their own where metadata, names or tokens differ, or one annotator has several', async () => {
    const by = (_annotator_id: string, other: object): object => ({ text: 'Yes.', ...other, _annotator_id });
    const content = lines(
      by('anna', { meta: { page: 1 } }),
      by('anna', { meta: { page: 2 } }),
      by('boris', { meta: { page: 2 } }),
      by('anna', { name: 'other', spans: [{ start: 0, end: 3, label: 'A' }] }),
      by('anna', { name: 'other', spans: [{ start: 0, end: 3, label: 'B' }] }),
      by('', { name: 'other', spans: [{ start: 0, end: 3, label: 'C' }] }),
    );
    const documents = documentsIn(await parsedOf(prodigy, [fileOf('t.jsonl', content)]));
    const labels = documents.map(({ name, metadata, annotations }) => [
      name,
      metadata['page'] ?? '',
      annotations.map(({ type, coder }) => `${type} ${coder ?? ''}`).join(),
    ]);
    expect(labels).toEqual([
      ['t 1', '1', ''],
      ['t 2', '2', ''],
      ['other', '', 'entity.A anna,entity.C '],
      ['other', '', 'entity.B anna'],
    ]);
    const project = newProject();
    await importFiles(project, [folderWith({ 't.jsonl': content })], { format: 'prodigy' });
    expect(await exportLines(project, 'prodigy')).toHaveLength(6);
  });

  it('are one document, too, where versions before 1.11 tell annotators by their sessions', async () => {
    const by = (_session_id: string): object => ({ ...task, _session_id });
    const project = newProject();
    const files = folderWith({ 't.jsonl': lines(by('ds-anna'), by('ds-boris')) });
    await importFiles(project, [files], { format: 'prodigy' });
    const out = await exportLines(project, 'prodigy');
    expect(out).toMatchObject([by('ds-anna'), by('ds-boris')]);
    expect(out.every((one) => !('_annotator_id' in one))).toBe(true);
  });

  it('have the attributes of spans in a member of their own, and tell of values that are none', async () => {
    const attributes = { sure: true, weight: 0.5, said: 'да', tags: ['a', 'b'], tone: 'cold' };
    const span = { start: 3, end: 7, label: 'PERSON', attributes, attribute_domains: { tone: 'one-of' } };
    const sound = { ...task, spans: [span], relations: [] };
    const odd = { ...sound, spans: [{ ...span, attributes: { none: null, deep: [[1]] } }] };
    const parsed = await parsedOf(prodigy, [fileOf('t.jsonl', lines(sound, odd))]);
    const [document] = documentsIn(parsed);
    expect(document?.annotations[0]?.attributes).toEqual(
      Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`entity.PERSON.${name}`, value])),
    );
    expect(warningsIn(parsed).map(({ params }) => [params['line'], params['field']])).toEqual([
      [2, 'none'],
      [2, 'deep'],
    ]);
    const project = newProject();
    await importFiles(project, [folderWith({ 't.jsonl': lines(sound) })], { format: 'prodigy' });
    expect(await faultsIn(project)).toEqual([]);
    expect(await exportLines(project, 'prodigy')).toMatchObject([{ spans: [span] }]);
  });

  it('may tie bare stretches of text by an arrow, which are no spans on the way back either', async () => {
    const bare = { start: 8, end: 11, token_start: 1, token_end: 1, label: null };
    const arrow = { ...task.relations[0], child: 1, child_span: bare };
    const tied = { ...task, relations: [arrow, { head: 1, child: 2, label: 'WHO' }] };
    const project = newProject();
    await importFiles(project, [folderWith({ 't.jsonl': lines(tied) })], { format: 'prodigy' });
    expect(await faultsIn(project)).toEqual([]);
    const [out] = await exportLines(project, 'prodigy');
    expect(out).toMatchObject({
      spans: task.spans,
      relations: [arrow, { head: 1, child: 2, head_span: bare, label: 'WHO' }],
    });
  });

  it('tell what is no list where one should be', async () => {
    const content = lines({ text: 'Anna', spans: { sc: [] }, tokens: 'no', relations: 1, meta: 'm' });
    const parsed = await parsedOf(prodigy, [fileOf('t.jsonl', content)]);
    expect(warningsIn(parsed).map(({ params }) => params['field'])).toEqual([
      'spans',
      'tokens',
      'relations',
      'meta',
    ]);
  });

  it('tell with file and line what is left out, and go on', async () => {
    const content = [
      lines({ text: 'Anna', spans: [{ start: 2, end: 9, label: 'X' }, { start: 0, end: 4 }, 5] }),
      '{"text": "broken',
      '7',
      lines({ image: 'a.png' }),
      lines({ text: 'Anna', relations: [{ head: 9, child: 0, label: 'R' }] }),
    ].join('\r\n');
    const parsed = await parsedOf(prodigy, [fileOf('t.jsonl', content, 7)]);
    expect(warningsIn(parsed)).toMatchObject([
      { code: 'format-offsets-outside', params: { file: 't.jsonl', line: 1, start: 2, end: 9, length: 4 } },
      { code: 'format-value-unfit', params: { line: 1, field: 'label' } },
      { code: 'format-value-unfit', params: { line: 1, field: 'label' } },
      { code: 'format-line-broken', params: { line: 2 } },
      { code: 'format-line-ignored', params: { line: 3, text: '7' } },
      { code: 'format-value-unfit', params: { line: 4, field: 'text' } },
      { code: 'format-reference-missing', params: { line: 5, missing: '9' } },
      { code: 'format-reference-missing', params: { line: 5, missing: '0' } },
    ]);
    expect(documentsIn(parsed)).toHaveLength(2);
  });

  it('go out so that they come back as they were, but for what is told', async () => {
    const { differences, contradictions, warnings } = await roundTrip('prodigy');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
  });

  it('go out and come back so whatever the project is', { timeout: 300_000 }, () => holdsForAny('prodigy'));

  it('never make the parser throw or hang, whatever befalls them', { timeout: fuzzTimeout }, () =>
    survivesDamage(prodigy, 'tasks.jsonl', lines(task, { ...task, _annotator_id: 'anna' }, task)),
  );
});
