import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { importFiles } from '../../../../tests/support/import';
import { annotationsOf } from '../../storage/annotations';
import { documents } from '../../storage/documents';
import { entries } from '../../storage/registry';
import { linksOfDocument } from '../../storage/links';

vi.setConfig({ testTimeout: 60_000 });

const news = join(import.meta.dirname, '../../../../../shared/data/brat-news');

describe.skipIf(!existsSync(news))(
  'the news collection of brat (skipped where ../shared/data is missing)',
  () => {
    it('comes in whole: every text, mention, event, relation, attribute, reference, equivalence and note', async () => {
      const project = newProject();
      const report = valueOf(await importFiles(project, [news]));
      const { reader } = project;
      const all = documents.all(reader).flatMap(({ id }) => annotationsOf(reader, id));
      const links = documents.all(reader).flatMap(({ id }) => linksOfDocument(reader, id));
      expect(report.problems.map(({ problem }) => problem.code)).toEqual(
        Array<string>(3).fill('codebook-abstract-type'),
      );
      expect(documents.all(reader)).toHaveLength(13);
      // 119 text-bound lines, of which 23 are the triggers of as many events, and 8 relations.
      expect(all).toHaveLength(119 + 8);
      expect(links).toHaveLength(68);
      expect(entries.all(reader).map(({ name, identifiers }) => [name, identifiers])).toEqual([
        ['Joanne Rowling', []],
        ['Terry Pratchett', []],
        ['Carlos Salinas de Gortari', [{ scheme: 'Wikipedia', value: '64488' }]],
      ]);
      expect(all.filter(({ entry }) => entry !== null)).toHaveLength(6);
      expect(all.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0)).toBe(11);
      expect(all.filter(({ note }) => note !== '')).toHaveLength(4);
    });
  },
);
