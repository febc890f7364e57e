import { chmodSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startChild } from '../../../tests/support/child';
import { temporaryFolder } from '../../../tests/support/folder';
import { folderWith } from '../../../tests/support/import';
import { emptyProject } from '../../../tests/support/project';
import type { ExportReport, ImportReport } from '../../contract/engine-answers';
import type { Result } from '../../core/result';

// Each test starts a process, which waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

describe.skipIf(process.platform === 'win32')('an ordinary user', () => {
  it('is told which files and folders may not be read, and where nothing can be written', async () => {
    const project = emptyProject();
    chmodSync(dirname(project), 0o777);
    chmodSync(project, 0o666);
    const folder = folderWith({ 'closed/a.txt': 'a', 'open.txt': 'open', 'secret.txt': 'secret' });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'secret.txt'), 0);
    chmodSync(join(folder, 'closed'), 0);
    onTestFinished(() => chmodSync(join(folder, 'closed'), 0o700));
    const target = temporaryFolder();
    chmodSync(target, 0o555);

    const told = await startChild(
      import.meta.url,
      '../../../tests/support/import-unprivileged.ts',
      project,
      folder,
      join(target, 'out.json'),
    ).next();
    const { imported, exported } = told as { imported: Result<ImportReport>; exported: Result<ExportReport> };
    if (!imported.ok) throw new Error(imported.problem.code);
    expect(imported.value.added.document).toBe(1);
    expect(imported.value.problems.map(({ path, problem }) => [basename(path), problem.code])).toEqual([
      ['closed', 'file-unreadable'],
      ['secret.txt', 'file-unreadable'],
    ]);
    expect(exported).toEqual({ ok: false, problem: { code: 'folder-read-only', params: { path: target } } });
    expect(readdirSync(target)).toEqual([]);
  });
});
