import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { addDocuments, codeOf, newProject, tag, valueOf } from '../../../../tests/support/engine';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { temporaryFolder } from '../../../../tests/support/folder';
import { importFiles } from '../../../../tests/support/import';
import { plainExport } from '../../../contract/exchange';
import { formats } from '../../../formats/all';
import { handlers } from '../../calls/handlers';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

const written = async (format: string, out: string | null = null) =>
  valueOf(await handlers['export.run'](richSample(), { job: 'export', plan: plainExport(format), out }))
    .written;

const isBothWays = formats.filter((format) => format.import && format.export).map(({ name }) => name);

describe('what a report says to be written', () => {
  it.each(isBothWays)('comes in again from %s', async (format) => {
    const out = join(temporaryFolder(), 'out');
    const told = await written(format, out);
    const { added } = valueOf(await importFiles(newProject(), [out], { format }));
    const { document, segmentation, annotation, link } = told;
    expect({ document, segmentation, annotation, link }).toEqual({
      document: added.document,
      segmentation: added.segmentation,
      annotation: added.annotation,
      link: added.link,
    });
    // Where vocabularies have no place, a term that a value names comes with the value.
    expect(told.term).toBeLessThanOrEqual(added.term);
  });

  it.each(isBothWays)('is nothing but a codebook of a project without documents in %s', async (format) => {
    const out = join(temporaryFolder(), 'out');
    valueOf(await handlers['export.run'](newProject(), { job: 'export', plan: plainExport(format), out }));
    const came = await importFiles(newProject(), [out]);
    // Where each document makes a file there is none, and an empty file is told to be empty.
    if (['webanno-tsv', 'uima-json'].includes(format)) expect(codeOf(came)).toBe('import-nothing');
    else expect(valueOf(came)).toMatchObject({ added: { document: 0, annotation: 0 } });
    if (came.ok && statSync(out).size > 0) expect(came.value.problems).toEqual([]);
    if (came.ok && statSync(out).size > 0) expect(came.value.warnings).toEqual([]);
  });

  it.each(['conll', 'refi-qda'])(
    'leaves out of %s what has no width, and is counted once',
    async (format) => {
      const project = newProject();
      const [document] = addDocuments(project, { a: 'Oslo and Minsk' });
      if (!document) throw new Error('No document');
      tag(project, document.id, 0, 4, 'entity.place');
      tag(project, document.id, 5, 5, 'entity.place');
      tag(project, document.id, 6, 6, 'event.meeting');
      const out = join(temporaryFolder(), 'out');
      const told = valueOf(
        await handlers['export.run'](project, { job: 'export', plan: plainExport(format), out }),
      ).written;
      const { added } = valueOf(await importFiles(newProject(), [out], { format }));
      expect([told.annotation, told.type]).toEqual([1, format === 'conll' ? 1 : told.type]);
      expect(added.annotation).toBe(1);
    },
  );

  it('is nothing of what has no place in the format', async () => {
    expect(Object.values(await written('graphml')).every((count) => count === 0)).toBe(true);
    expect(await written('codebook-text')).toMatchObject({ document: 0, annotation: 0, link: 0, entry: 0 });
    expect(await written('doccano')).toMatchObject({ segmentation: 0, entry: 0, term: 0, coder: 0 });
    expect(await written('w3c')).toMatchObject({ segmentation: 1, entry: 3, term: 3, link: 3 });
  });
});
