import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { valueOf } from '../../../tests/support/engine';
import { emptyProject, withRawSql } from '../../../tests/support/project';
import { smallDisk } from '../../../tests/support/small-disk';
import { ok } from '../../core/result';
import { openReader } from '../storage/file/open';
import type { Writer } from '../storage/file/connection';
import { openProjectFile } from './open';
import type { ProjectFile } from './project-file';

const open = async (path: string): Promise<ProjectFile> =>
  valueOf(await openProjectFile(path, 'normally', 'Anna'));

function writerOf({ access }: ProjectFile): Writer {
  if (access.mode === 'read-only') throw new Error(access.reason);
  return access.writer;
}

const addCoder = (writer: Writer, id: string): void => {
  valueOf(
    writer.transaction(() => {
      writer.statement("INSERT INTO coder VALUES (?, 'Name', NULL)").run(id);
      return ok(null);
    }),
  );
};

const filesBeside = (path: string): string[] => readdirSync(dirname(path)).sort();

const journalModeOf = (path: string): unknown =>
  withRawSql(path, (database) => database.pragma('journal_mode', { simple: true }));

/** A project as it is found after its process died: the last commits stand in the `-wal` only. */
async function leftInWal(folder: string): Promise<string> {
  const working = emptyProject();
  const file = await open(working);
  addCoder(writerOf(file), 'c1');
  const path = join(folder, 'left.postil');
  copyFileSync(working, path);
  copyFileSync(`${working}-wal`, `${path}-wal`);
  file.close();
  return path;
}

describe('a project that is open', () => {
  it('is written ahead and synchronised at every commit', async () => {
    const file = await open(emptyProject());
    const writer = writerOf(file);
    expect(writer.pragma('journal_mode')).toBe('wal');
    expect(writer.pragma('synchronous')).toBe(2);
    expect(writer.pragma('foreign_keys')).toBe(1);
    expect(writer.pragma('fullfsync')).toBe(1);
    expect(writer.pragma('checkpoint_fullfsync')).toBe(1);
    file.close();
  });

  it('keeps a rollback journal in a synced folder, as safe, and its owner is told', async () => {
    const folder = join(temporaryFolder(), 'Dropbox');
    mkdirSync(folder);
    const file = await open(emptyProject(folder));
    const writer = writerOf(file);
    expect(file.notices).toEqual(['synced-folder']);
    expect(writer.pragma('journal_mode')).toBe('delete');
    expect(writer.pragma('synchronous')).toBe(2);
    addCoder(writer, 'c1');
    expect(filesBeside(file.path)).toEqual(['thesis.postil', 'thesis.postil-lock']);
    file.close();
  });

  it('changes its mode when it was moved into a synced folder after a crash', async () => {
    const folder = join(temporaryFolder(), 'OneDrive');
    mkdirSync(folder);
    const file = await open(await leftInWal(folder));
    expect(writerOf(file).pragma('journal_mode')).toBe('delete');
    expect(file.notices).toEqual(['synced-folder', 'recovered-after-crash']);
    expect(writerOf(file).query('SELECT id FROM coder').all()).toEqual([{ id: 'c1' }]);
    file.close();
  });
});

describe('a project that was closed', () => {
  it('is one file, in the mode that opens from any medium', async () => {
    const path = emptyProject();
    const file = await open(path);
    addCoder(writerOf(file), 'c1');
    expect(filesBeside(path)).toContain('thesis.postil-wal');
    file.close();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
    expect(readFileSync(path).readUInt8(18)).toBe(1);
    expect(journalModeOf(path)).toBe('delete');
  });

  it('while somebody else reads it has everything, in two files if need be, and is whole again next time', async () => {
    const path = emptyProject();
    const file = await open(path);
    addCoder(writerOf(file), 'c1');
    const reader = valueOf(openReader(path));
    reader.query('SELECT id FROM coder').all();
    file.close();
    expect(reader.query('SELECT id FROM coder').all()).toEqual([{ id: 'c1' }]);
    reader.close();
    const again = await open(path);
    expect(again.notices).toEqual([]);
    again.close();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
  });
});

/** A small disk that was made read-only after the project was put there; skips the test of a user who may not mount. */
async function onReadOnlyDisk(
  put: (folder: string) => Promise<string> | string,
  skip: (note: string) => never,
): Promise<string> {
  const disk = smallDisk(4096) ?? skip('only root may mount a file system');
  const path = await put(disk.folder);
  disk.makeReadOnly();
  return path;
}

const copiesLeft = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('postil-copy-'));

describe('a project on read-only media', () => {
  it('is read where it lies', async ({ skip }) => {
    const path = await onReadOnlyDisk(emptyProject, skip);
    const file = await open(path);
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'read-only-media' });
    expect(file.notices).toEqual([]);
    file.close();
    expect(filesBeside(path)).toEqual(['thesis.postil']);
  });

  it('is read from a copy, with its last changes, where it was left in WAL mode', async ({ skip }) => {
    const path = await onReadOnlyDisk(leftInWal, skip);
    const before = copiesLeft();
    const file = await open(path);
    expect(file.path).toBe(path);
    expect(file.notices).toEqual(['opened-from-copy']);
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'read-only-media' });
    if (file.access.mode === 'read-only')
      expect(file.access.reader.query('SELECT id FROM coder').all()).toEqual([{ id: 'c1' }]);
    expect(copiesLeft()).toHaveLength(before.length + 1);
    file.close();
    expect(copiesLeft()).toEqual(before);
  });
});
