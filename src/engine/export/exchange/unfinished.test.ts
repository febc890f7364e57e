// What an export leaves behind where it does not come to its end: nothing, and the target as it was.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { addDocuments, codeOf, newProject, tag } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import { smallDisk } from '../../../../tests/support/small-disk';
import { plainExport } from '../../../contract/exchange';
import type { Progress } from '../../../contract/events';
import { defaultOptions } from '../../../core/exchange/options';
import { formats } from '../../../formats/all';
import { handlers } from '../../calls/handlers';
import type { Job } from '../../jobs/jobs';
import type { Project } from '../../project';
import { exportExchange } from './run';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

/** Every format and what it writes: those that make folders also make archives. */
const targets = formats.flatMap((format) => {
  const { export: exporting } = format;
  if (!exporting) return [];
  const target = exporting.target(defaultOptions(exporting.options));
  const ending = exporting.ending(defaultOptions(exporting.options));
  const plain = { format: format.name, out: `out${ending}`, isFolder: target === 'folder' };
  return target === 'folder' ? [plain, { format: format.name, out: 'out.zip', isFolder: false }] : [plain];
});

function projectWith(documents: number): Project {
  const project = newProject();
  const added = addDocuments(
    project,
    // What cannot be compressed, so that every archive is of some size.
    Object.fromEntries(
      Array.from({ length: documents }, (_, n) => [
        `${n}`,
        `Oslo ${Array.from({ length: 3000 }, (__, at) => ((at * 7919 + n * 104_729) % 100_003).toString(36)).join(' ')}`,
      ]),
    ),
  );
  for (const { id } of added.slice(0, 3)) tag(project, id, 0, 4);
  return project;
}

const exportTo = (project: Project, format: string, out: string) =>
  handlers['export.run'](project, { job: 'export', plan: plainExport(format), out });

describe('an export that is cancelled', () => {
  it.each(targets)(
    'as $format leaves $out as it was, and nothing beside it',
    async ({ format, out, isFolder }) => {
      const project = projectWith(30);
      const folder = temporaryFolder();
      const path = join(folder, out);
      if (isFolder) mkdirSync(path);
      else writeFileSync(path, 'precious');
      const stop = project.events.subscribe((name, event) => {
        if (name === 'progress' && (event as Progress).phase === 'writing') project.jobs.cancel('export');
      });
      // What tells nothing of documents is done before anybody can cancel it.
      const isAtOnce = format === 'codebook-text';
      const ended = await exportTo(project, format, path);
      stop();
      if (isAtOnce && ended.ok) return;
      expect(codeOf(ended)).toBe('job-cancelled');
      expect(readdirSync(folder)).toEqual([out]);
      if (isFolder) expect(readdirSync(path)).toEqual([]);
      else expect(readFileSync(path, 'utf8')).toBe('precious');
    },
  );
});

describe('an export of a network that is cancelled', () => {
  it.each(['graphml', 'edges'])('as %s reads no more documents while it is drawn', async (format) => {
    const project = projectWith(30);
    const read: number[] = [];
    const cancelled = new Error('cancelled');
    const job: Job = {
      report: (_phase, done) => void read.push(done),
      breathe: () => (read.length > 0 ? Promise.reject(cancelled) : Promise.resolve()),
      signal: new AbortController().signal,
    };
    const out = join(temporaryFolder(), 'out');
    const ending = exportExchange(project.reader, project.path, plainExport(format), out, job);
    await expect(ending).rejects.toBe(cancelled);
    expect(read).toEqual([1]);
  });
});

describe('an export onto a disk that gets full', () => {
  it('says so for every format and target, and leaves nothing', async ({ skip }) => {
    const disk = smallDisk(60) ?? skip('only root may mount a file system');
    const project = projectWith(30);
    for (const { format, out, isFolder } of targets) {
      // These are smaller than any disk.
      if (['codebook-text', 'graphml', 'edges'].includes(format)) continue;
      const path = join(disk.folder, out);
      if (!isFolder) writeFileSync(path, 'precious');
      expect({ format, out, code: codeOf(await exportTo(project, format, path)) }).toEqual({
        ...{ format, out },
        code: 'disk-full',
      });
      expect(readdirSync(disk.folder)).toEqual(isFolder ? [] : [out]);
      if (isFolder) continue;
      expect(readFileSync(path, 'utf8')).toBe('precious');
      rmSync(path);
    }
  });
});

describe('an export to where it cannot be', () => {
  it.each(targets)('as $format to $out tells why, and touches nothing', async ({ format, out, isFolder }) => {
    const project = newProject();
    addDocuments(project, { a: 'Oslo' });
    const folder = temporaryFolder();
    expect(codeOf(await exportTo(project, format, join(folder, 'none', out)))).toBe('folder-missing');
    const path = join(folder, out);
    if (isFolder) writeFileSync(path, 'precious');
    else mkdirSync(path);
    expect(codeOf(await exportTo(project, format, path))).toBe(isFolder ? 'file-exists' : 'target-is-folder');
    if (isFolder) expect(readFileSync(path, 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual([out]);
    const file = join(folder, 'file');
    writeFileSync(file, 'precious');
    expect(codeOf(await exportTo(project, format, join(file, out)))).toBe('folder-missing');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it.each(['prodigy', 'brat'])(
    'as %s takes a name as long as a name can be, and says so of a longer one',
    async (format) => {
      const project = newProject();
      addDocuments(project, { a: 'Oslo' });
      const folder = temporaryFolder();
      const longest = 'n'.repeat(255);
      expect(codeOf(await exportTo(project, format, join(folder, `${longest}n`)))).toBe(
        'target-name-too-long',
      );
      expect(readdirSync(folder)).toEqual([]);
      expect(await exportTo(project, format, join(folder, longest))).toMatchObject({ ok: true });
      expect(readdirSync(folder)).toEqual([longest]);
    },
  );
});
