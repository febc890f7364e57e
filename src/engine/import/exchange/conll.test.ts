import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { documentsIn, fileOf, parsedOf } from '../../../../tests/support/exchange/files';
import { temporaryFolder } from '../../../../tests/support/folder';
import { folderWith, importFiles } from '../../../../tests/support/import';
import { plainExport } from '../../../contract/exchange';
import { conll } from '../../../formats/conll/format';
import { handlers } from '../../calls/handlers';

describe('columns', () => {
  it('go out with the further columns that they came with', async () => {
    const project = newProject();
    const content = '-DOCSTART- -X- -X- O\n\nEU NNP _ B-ORG\ncalls VBZ I-VP O\n\n';
    valueOf(await importFiles(project, [folderWith({ 'a.conll': content })]));
    const spaced = content
      .replace('-X- O', '-X- Name=a|SpacesBefore=|Segments=token,sentence O')
      .replace('_ B', '_ _ B')
      .replace('VP O', 'VP SpaceAfter=No O');
    for (const [spacing, expected] of [
      [false, content],
      [true, spaced],
    ] as const) {
      const out = join(temporaryFolder(), 'a.conll');
      const plan = { ...plainExport('conll'), options: { spacing, separator: 'blank' } };
      valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
      expect(readFileSync(out, 'utf8')).toBe(expected);
      const again = await parsedOf(conll, [fileOf('a.conll', expected)]);
      expect(documentsIn(again)[0]?.segmentations[0]?.origin?.fields['columns']).toEqual([
        ['NNP', '_'],
        ['VBZ', 'I-VP'],
      ]);
    }
  });
});
