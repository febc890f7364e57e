import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { faultsIn } from '../../../../tests/support/exchange/faults';
import { roundTrip } from '../../../../tests/support/exchange/round-trip';
import { temporaryFolder } from '../../../../tests/support/folder';
import { folderWith, importFiles } from '../../../../tests/support/import';
import { plainExport } from '../../../contract/exchange';
import { handlers } from '../../calls/handlers';

vi.setConfig({ testTimeout: 120_000 });

const data = join(import.meta.dirname, '../../../../../shared/data/webanno-tsv');
const cases = existsSync(data) ? readdirSync(data) : [];

/** Imports a file and exports it again. */
async function thereAndBack(content: string): Promise<string> {
  const project = newProject();
  const folder = folderWith({ 'a.tsv': content });
  const report = valueOf(await importFiles(project, [folder], { format: 'webanno-tsv' }));
  expect(report.problems).toEqual([]);
  expect(await faultsIn(project)).toEqual([]);
  const out = join(temporaryFolder(), 'out');
  const plan = plainExport('webanno-tsv');
  valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
  return readFileSync(join(out, 'a.tsv'), 'utf8');
}

describe('WebAnno TSV', () => {
  it.skipIf(cases.length === 0).each(cases)('comes in and goes out equal: %s', async (name) => {
    const content = readFileSync(join(data, name, 'reference.tsv'), 'utf8');
    expect(await thereAndBack(content)).toBe(content);
  });

  it('brings a project with every kind of record back, less what its report names', async () => {
    const { differences, contradictions, warnings } = await roundTrip('webanno-tsv');
    expect({ differences, contradictions, warnings }).toEqual({
      differences: [],
      contradictions: [],
      warnings: [],
    });
  });

  it('leaves a text as it is that begins with blanks and a token that has to be escaped', async () => {
    const project = newProject();
    const record = { text: ' \n\u0007\u0007\r\nПривет', spans: [] };
    const folder = folderWith({ 'a.jsonl': JSON.stringify(record) });
    valueOf(await importFiles(project, [folder], { format: 'prodigy' }));
    const { differences, warnings } = await roundTrip('webanno-tsv', {}, project);
    expect({ differences, warnings }).toEqual({ differences: [], warnings: [] });
  });
});
