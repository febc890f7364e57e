import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { addDocuments, codeOf, newProject, tag, valueOf } from '../../../../tests/support/engine';
import { richSample } from '../../../../tests/support/exchange/round-trip';
import { viewOf } from '../../../../tests/support/exchange/view';
import { temporaryFolder } from '../../../../tests/support/folder';
import { importFiles } from '../../../../tests/support/import';
import { plainExport } from '../../../contract/exchange';
import { defaultOptions } from '../../../core/exchange/options';
import { formatNamed, formats } from '../../../formats/all';
import { handlers } from '../../calls/handlers';
import type { Project } from '../../project';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

const written = async (format: string, out: string | null = null) =>
  valueOf(await handlers['export.run'](richSample(), { job: 'export', plan: plainExport(format), out }))
    .written;

/** Exports a project under a name with the ending of the format. Answers with its path. */
async function exported(project: Project, format: string): Promise<string> {
  const plan = plainExport(format);
  const exporting = formatNamed(format)?.export;
  const ending = exporting?.ending(defaultOptions(exporting.options)) ?? '';
  const out = join(temporaryFolder(), `out${ending}`);
  valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
  return out;
}

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
    // Of what is carried in part, a term comes only where a value names it.
    expect(told.term).toBe(added.term);
  });

  it.each(isBothWays)('is nothing but a codebook of a project without documents in %s', async (format) => {
    const out = await exported(newProject(), format);
    const isFolder = statSync(out).isDirectory();
    const isEmpty = isFolder ? readdirSync(out).length === 0 : statSync(out).size === 0;
    for (const named of [format, null]) {
      const came = await importFiles(newProject(), [out], { format: named });
      // Where each document makes a file there is none, and nobody can tell of what there is none.
      if (isFolder && isEmpty && named === null) expect(codeOf(came)).toBe('import-nothing');
      else expect(valueOf(came)).toMatchObject({ added: { document: 0, annotation: 0 }, problems: [] });
      const warnings = came.ok ? came.value.warnings.map(({ problem }) => problem.code) : [];
      if (isEmpty && came.ok) expect(warnings).toEqual(['format-no-documents']);
      else expect(warnings).toEqual([]);
    }
  });

  it.each(isBothWays)('is the texts alone of a project without annotations in %s', async (format) => {
    const project = newProject();
    addDocuments(project, { 'a.txt': 'Anna 🇳🇴 met Boris.\n', 'б.txt': '  Мир, и не только.\r\n\r\nТруд.' });
    const out = await exported(project, format);
    for (const named of [format, null]) {
      const again = newProject();
      const came = valueOf(await importFiles(again, [out], { format: named }));
      expect(came).toMatchObject({ added: { document: 2, annotation: 0 }, problems: [], warnings: [] });
      expect(viewOf(again).map(({ text }) => text)).toEqual(viewOf(project).map(({ text }) => text));
    }
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
