import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { faultsIn } from '../../../../tests/support/exchange/faults';
import { importFiles } from '../../../../tests/support/import';
import { annotationsOf } from '../../storage/records/annotations';
import { documents } from '../../storage/records/documents';
import { entries } from '../../storage/records/registry';
import { linksOfDocument } from '../../storage/records/links';
import { segmentationsOf } from '../../storage/records/segmentations';

vi.setConfig({ testTimeout: 60_000 });

const folder = join(import.meta.dirname, '../../../../../shared/data/factrueval-2016');

/** How many lines of the files with an ending pass. */
const count = (ending: string, passes: (line: string) => boolean): number =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter(passes).length;

describe.skipIf(!existsSync(folder))(
  'the documents of FactRuEval (skipped where ../shared/data is missing)',
  () => {
    it('come in with every token, span, object, entity and fact', async () => {
      const project = newProject();
      const report = valueOf(await importFiles(project, [folder], { format: 'factrueval' }));
      // One span stands there twice, with two types.
      expect(report.problems.map(({ problem }) => problem)).toEqual([
        {
          code: 'format-id-twice',
          params: { file: 'factrueval-2016/book_100.spans', line: 21, id: 'span22783' },
        },
      ]);
      expect(await faultsIn(project)).toEqual([]);
      const { reader } = project;
      // The licence beside them comes in as a text.
      const all = documents.all(reader).filter(({ origin }) => origin?.format === 'factrueval');
      expect(all).toHaveLength(15);
      const annotations = all.flatMap(({ id }) => annotationsOf(reader, id));
      const layer = (name: string): number =>
        annotations.filter(({ origin }) => origin?.fields['layer'] === name).length;
      const isLine = (line: string): boolean => line.trim() !== '';
      expect(layer('spans')).toBe(count('.spans', isLine));
      expect(layer('objects')).toBe(count('.objects', isLine));
      expect(layer('facts')).toBe(count('.facts', (line) => /^\d+-\d+ /u.test(line)));
      const tokens = all
        .flatMap(({ id }) => segmentationsOf(reader, id))
        .filter(({ unit }) => unit === 'token');
      expect(tokens.reduce((sum, { spans }) => sum + spans.length, 0)).toBe(count('.tokens', isLine));
      expect(annotations.filter(({ entry }) => entry !== null).length).toBeGreaterThan(400);
      expect(entries.all(reader).map(({ name }) => name)).toContain('мэрия Москвы');
      expect(all.flatMap(({ id }) => linksOfDocument(reader, id)).length).toBeGreaterThan(700);
    });
  },
);
