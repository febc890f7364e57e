import { zipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { newProject, valueOf } from '../../../../tests/support/engine';
import { folderFile, importFiles, textsOf } from '../../../../tests/support/import';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('reads the files of a format that lie in an archive as if it were a folder', async () => {
  const project = newProject();
  const path = folderFile(
    'corpus.zip',
    zipSync({
      'corpus/a.txt': bytes('Anna lives in Oslo.'),
      'corpus/a.ann': bytes('T1\tPerson 0 4\tAnna\nT2\tPlace 14 18\tOslo\n'),
    }),
  );
  const report = valueOf(await importFiles(project, [path]));
  expect(report.problems).toEqual([]);
  expect(report.added.annotation).toBe(2);
  expect(Object.values(textsOf(project))).toEqual(['Anna lives in Oslo.']);
});

it('takes what lies outside of an archive, by its name, for no file of it', async () => {
  const project = newProject();
  const path = folderFile(
    'evil.qdpx',
    zipSync({ '../project.qde': bytes('<Project/>'), 'sources/a.txt': bytes('A') }),
  );
  const report = valueOf(await importFiles(project, [path]));
  expect(report.problems.map(({ problem }) => problem.code)).toContain('archive-name-unsafe');
});
