import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { plainExport } from '../../../contract/exchange';
import { addDocuments, newProject, tag, valueOf } from '../../../../tests/support/engine';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { temporaryFolder } from '../../../../tests/support/folder';
import { importFiles } from '../../../../tests/support/import';
import { handlers } from '../../calls/handlers';
import { documents } from '../../storage/records/documents';

it('a workbook has a sheet for each table, and tells of what no cell can hold', async () => {
  const project = richSample();
  const [long] = addDocuments(project, { 'long.txt': `=1+1 \u0001${'ё'.repeat(40_000)}` });
  if (!long) throw new Error('No document');
  tag(project, long.id, 0, 4);
  const out = join(temporaryFolder(), 'out.xlsx');
  const report = valueOf(
    await handlers['export.run'](project, { job: 'export', plan: plainExport('xlsx'), out }),
  );
  expect(report.losses.filter(({ thing }) => thing === 'text')).toMatchObject([
    { reason: 'xml-character', count: 1 },
    { reason: 'cell-too-small', count: 1 },
  ]);
  const sheets = await readXlsxFile(readFileSync(out));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'documents',
    'annotations',
    'mentions',
    'arguments',
    'statements',
  ]);
  expect(sheets[1]?.data).toHaveLength(6);
  expect(sheets[1]?.data.flat()).toContain('=1+1');
});

it('a workbook holds carriage returns, what looks like their spelling, and the names that objects have', async () => {
  const project = richSample();
  const texts = ['one\r\ntwo\rthree', '_x000D_ as text', 'constructor', '__proto__'];
  addDocuments(project, Object.fromEntries(texts.map((text, index) => [`${index}.txt`, text])));
  const out = join(temporaryFolder(), 'out.xlsx');
  valueOf(await handlers['export.run'](project, { job: 'export', plan: plainExport('xlsx'), out }));
  const [documents] = await readXlsxFile(readFileSync(out));
  expect(documents?.data.flat()).toEqual(expect.arrayContaining(texts));
});

it('a workbook gives documents again, under their names', async () => {
  const out = join(temporaryFolder(), 'out.xlsx');
  valueOf(await handlers['export.run'](richSample(), { job: 'export', plan: plainExport('xlsx'), out }));
  const again = newProject();
  valueOf(await importFiles(again, [out]));
  expect([...documents.all(again.reader)].map(({ name }) => name)).toEqual(['a.txt']);
});
