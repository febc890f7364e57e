import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { makeCorpus, query } from '../../../tests/support/segments';
import { bindCalls } from '../calls/bind';

describe('exporting what the table shows', () => {
  it('writes the rows in their order, with what their ids stand for', async () => {
    const { project } = makeCorpus();
    const folder = temporaryFolder();
    const write = (format: 'json' | 'csv') =>
      bindCalls(project)['segments.export']({
        job: 'e',
        query: query({ kinds: ['entity'] }, { order: 'text' }),
        hidden: [],
        format,
        out: join(folder, `rows.${format}`),
      });
    expect(valueOf(await write('json')).rows).toBe(4);
    const { rows } = JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8')) as {
      rows: { fragments: { quote: string }[]; documentName: string; kind: string }[];
    };
    expect(rows.map(({ fragments }) => fragments[0]?.quote)).toEqual([
      'Ёлкин',
      'Лавров',
      'Лавров',
      'Лаврова',
    ]);
    expect(rows[0]).toMatchObject({ documentName: 'первый.txt', kind: 'entity' });
    valueOf(await write('csv'));
    expect(readFileSync(join(folder, 'rows.csv'), 'utf8').split('\r\n')).toHaveLength(6);
  });
});
