import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newProject, valueOf } from '../../../tests/support/engine';
import { exportTo } from '../../../tests/support/exchange/export-lines';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { holdsForAny, survivesDamage } from '../../../tests/support/exchange/properties';
import { roundTrip } from '../../../tests/support/exchange/round-trip';
import { folderWith, importFiles } from '../../../tests/support/import';
import { childrenNamed, parseXml } from '../xml/tree';
import { labelStudio } from './format';

const region = (id: string, start: number, end: number, text: string, label: string): object => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, text, labels: [label] },
});

const task = {
  id: 3,
  data: { text: '😀 Anna hit Boris.', source: 'news' },
  annotations: [
    {
      id: 11,
      completed_by: { email: 'a@b.c' },
      created_at: '2021-03-09T22:16:08.728353Z',
      result: [
        region('r1', 2, 6, 'Anna', 'PER'),
        region('r2', 11, 16, 'Boris', 'PER'),
        {
          id: 'r1',
          from_name: 'sex',
          to_name: 'text',
          type: 'choices',
          value: { start: 2, end: 6, choices: ['f'] },
        },
        { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right', labels: ['hits'] },
      ],
    },
  ],
};

const seenIn = async (content: string, options = {}): Promise<unknown> =>
  documentsIn(await parsedOf(labelStudio, [fileOf('t.json', content)], options)).map(({ annotations }) =>
    annotations.map(({ type, fragments: [only], attributes }) => [type, only?.start, only?.end, attributes]),
  );

describe('tasks of Label Studio', () => {
  it('come in with regions, what is chosen for them, and relations', async () => {
    const [document] = documentsIn(await parsedOf(labelStudio, [fileOf('t.json', JSON.stringify([task]))]));
    expect(document).toMatchObject({
      metadata: { source: 'news' },
      annotations: [
        {
          type: 'entity.PER',
          coder: 'a@b.c',
          createdAt: '2021-03-09T22:16:08.728Z',
          attributes: { 'entity.PER.sex': 'f' },
        },
        { type: 'entity.PER', fragments: [{ start: 11, end: 16 }] },
        {
          type: 'relation.hits',
          links: [{ target: { annotation: 'r1' } }, { target: { annotation: 'r2' } }],
        },
      ],
    });
  });

  it('count code points or UTF-16 units, whichever agrees with the quoted texts', async () => {
    const [
      {
        annotations: [set],
      },
    ] = [task];
    const early = { ...task, annotations: [{ ...set, result: [region('r1', 3, 7, 'Anna', 'PER')] }] };
    expect(await seenIn(JSON.stringify([early]))).toEqual([[['entity.PER', 2, 6, {}]]]);
    expect(await seenIn(JSON.stringify([early]), { offsets: 'code-points' })).toEqual([
      [['entity.PER', 3, 7, {}]],
    ]);
  });

  it('are read from the short export, too', async () => {
    const short = {
      text: 'Anna hit Boris.',
      id: 1,
      annotator: 2,
      annotation_id: 5,
      label: [{ start: 0, end: 4, text: 'Anna', labels: ['PER'] }],
      sex: [{ start: 0, end: 4, text: 'Anna', choices: ['f', 'x'] }],
    };
    expect(await seenIn(JSON.stringify([short], null, 1))).toEqual([
      [['entity.PER', 0, 4, { 'entity.PER.sex': ['f', 'x'] }]],
    ]);
  });

  it('tell what is left out', async () => {
    const result = [
      region('r1', 0, 99, 'x', 'A'),
      { type: 'relation', from_id: 'r1', to_id: 'r2', labels: [] },
      { id: 'r7', from_name: 'mood', type: 'choices', value: { choices: ['good'] } },
    ];
    const content = JSON.stringify(
      [{ data: { text: 'abc' }, annotations: [{ result }] }, { data: { n: 1 } }],
      null,
      1,
    );
    const parsed = await parsedOf(labelStudio, [fileOf('t.json', content)]);
    expect(warningsIn(parsed).map(({ code }) => code)).toEqual([
      'format-offsets-outside',
      'format-reference-missing',
      'format-reference-missing',
      'format-value-kept',
      'format-value-unfit',
    ]);
  });

  it('go out under the names of their controls, with what is told of whole tasks, set by set', async () => {
    const whole = {
      id: 'w',
      from_name: 'topic',
      to_name: 'text',
      type: 'choices',
      value: { choices: ['news'] },
    };
    const set = (id: number, ...result: readonly object[]): object => ({ id, completed_by: 1, result });
    const annotations = [
      set(1, region('r1', 2, 6, 'Anna', 'PER'), whole),
      set(2, region('r1', 11, 16, 'Boris', 'PER')),
      { id: 3, result: [region('r9', 2, 6, 'Anna', 'PER')] },
    ];
    const project = newProject();
    const content = JSON.stringify([{ ...task, data: { body: task.data.text }, annotations }]);
    await importFiles(project, [folderWith({ 't.json': content })], { format: 'label-studio' });
    const out = await exportTo(project, 'label-studio');
    expect(JSON.parse(readFileSync(join(out, 'tasks.json'), 'utf8'))).toMatchObject([{ annotations }]);
    expect(readFileSync(join(out, 'labeling-config.xml'), 'utf8')).toMatch(
      /<Labels name="label" toName="text">[^]*<Text name="text" value="\$body"/u,
    );
  });

  it('are one document where the short export has a record for each annotator', async () => {
    const record = (annotator: number, label: string): object => ({
      ...{ id: 4, text: 'Anna', annotator, annotation_id: annotator },
      label: [{ start: 0, end: 4, text: 'Anna', labels: [label] }],
    });
    const content = JSON.stringify([record(1, 'A'), record(2, 'B'), { ...record(1, 'A'), id: 5 }]);
    expect(await seenIn(content)).toEqual([
      [
        ['entity.A', 0, 4, {}],
        ['entity.B', 0, 4, {}],
      ],
      [['entity.A', 0, 4, {}]],
    ]);
  });

  it('find each label of theirs in the labelling interface, whatever characters it has', async () => {
    const names = ['a\tb', 'c\nd', 'e\u2028f', '"<&>\'', ' x '];
    const result = names.map((name, index) => region(`r${index}`, 0, 3, 'abc', name));
    const project = newProject();
    const content = JSON.stringify([{ data: { text: 'abc' }, annotations: [{ result }] }]);
    await importFiles(project, [folderWith({ 't.json': content })], { format: 'label-studio' });
    const out = await exportTo(project, 'label-studio');
    const config = valueOf(parseXml(readFileSync(join(out, 'labeling-config.xml'), 'utf8')));
    const labels = childrenNamed(config, 'Labels').flatMap((control) => childrenNamed(control, 'Label'));
    expect(labels.map(({ attributes }) => attributes['value'])).toEqual(names);
  });

  it('tell what is no annotation and no result', async () => {
    const content = JSON.stringify([
      { id: 1, data: { text: 'abc' }, annotations: [null, { result: [5] }, { result: 'x' }] },
    ]);
    const parsed = await parsedOf(labelStudio, [fileOf('t.json', content)]);
    expect(warningsIn(parsed).map(({ params }) => params['field'])).toEqual([
      'annotations',
      'result',
      'result',
    ]);
  });

  it('go out with a labelling interface, and come back as they were, but for what is told', async () => {
    for (const offsets of ['code-points', 'utf-16']) {
      const { differences, contradictions, warnings, out } = await roundTrip('label-studio', { offsets });
      expect({ differences, contradictions, warnings }).toEqual({
        differences: [],
        contradictions: [],
        warnings: [],
      });
      const config = parseXml(readFileSync(join(out, 'labeling-config.xml'), 'utf8'));
      expect(config).toMatchObject({ ok: true, value: { name: 'View' } });
    }
  });

  it('go out and come back so whatever the project is', { timeout: 300_000 }, () =>
    holdsForAny('label-studio'),
  );

  it('never make the parser throw or hang, whatever befalls them', { timeout: fuzzTimeout }, () =>
    survivesDamage(labelStudio, 't.json', JSON.stringify([task, task], null, 1)),
  );
});
