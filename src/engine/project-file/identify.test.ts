import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import { valueOf } from '../../../tests/support/engine';
import { emptyProject, problemOf, withRawSql } from '../../../tests/support/project';
import type { Problem } from '../../core/problem';
import { latestVersion } from '../storage/migrations/migrate';
import { openProjectFile } from './open';

const tryToOpen = async (path: string): Promise<Problem> =>
  problemOf(await openProjectFile(path, 'normally', 'Anna'));

/** A project with enough in it to fill many pages. */
function fullProject(): string {
  const path = emptyProject();
  withRawSql(path, (database) => {
    const insert = database.prepare('INSERT INTO coder VALUES (?, ?, NULL)');
    const fill = database.transaction(() => {
      for (let index = 0; index < 2000; index += 1) insert.run(`c${index}`, 'n'.repeat(200));
    });
    fill();
  });
  return path;
}

/** Writes zeros over a part of a file. */
function wipe(path: string, from: number, to: number): void {
  writeFileSync(path, readFileSync(path).fill(0, from, to));
}

describe('a file that is no project', () => {
  it('is missing', async () => {
    const path = join(temporaryFolder(), 'none.postil');
    expect(await tryToOpen(path)).toEqual({ code: 'file-missing', params: { path } });
  });

  it('is in a folder that is missing', async () => {
    expect((await tryToOpen(join(temporaryFolder(), 'none', 'a.postil'))).code).toBe('file-missing');
  });

  it('is a folder', async () => {
    const path = join(temporaryFolder(), 'folder.postil');
    mkdirSync(path);
    expect(await tryToOpen(path)).toEqual({ code: 'file-is-folder', params: { path } });
  });

  it('is empty', async () => {
    const path = join(temporaryFolder(), 'empty.postil');
    writeFileSync(path, '');
    expect(await tryToOpen(path)).toEqual({ code: 'file-empty', params: { path } });
  });

  it.each([
    ['shorter than a header', 'x'],
    ['a long text', 'No database at all. '.repeat(1000)],
  ])('is not SQLite: %s', async (_, content) => {
    const path = join(temporaryFolder(), 'text.postil');
    writeFileSync(path, content);
    expect(await tryToOpen(path)).toEqual({ code: 'file-not-sqlite', params: { path } });
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('is a database of another program, which is not touched', async () => {
    const path = join(temporaryFolder(), 'places.sqlite');
    withRawSql(path, (database) => database.exec('CREATE TABLE bookmarks (url TEXT)'));
    const before = readFileSync(path);
    expect(await tryToOpen(path)).toEqual({ code: 'file-not-project', params: { path } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is a database of another program that was left in WAL mode', async () => {
    const path = join(temporaryFolder(), 'places.sqlite');
    withRawSql(path, (database) => {
      database.pragma('journal_mode = WAL');
      database.exec('CREATE TABLE bookmarks (url TEXT)');
      copyFileSync(`${path}-wal`, `${path}.saved`);
    });
    copyFileSync(`${path}.saved`, `${path}-wal`);
    expect((await tryToOpen(path)).code).toBe('file-not-project');
  });
});

describe('a project of a newer version', () => {
  const makeNewer = (path: string, script = ''): void =>
    withRawSql(path, (database) => {
      database.exec(script);
      database.pragma(`user_version = ${latestVersion + 3}`);
    });

  it('is opened to be read where it has only more than we know of', async () => {
    const path = emptyProject();
    makeNewer(path, 'CREATE TABLE memo (id TEXT PRIMARY KEY); ALTER TABLE document ADD COLUMN folder TEXT');
    const file = valueOf(await openProjectFile(path, 'normally', 'Anna'));
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'newer-version' });
    file.close();
  });

  it('is refused where something that we read is gone', async () => {
    const path = emptyProject();
    makeNewer(path, 'ALTER TABLE annotation RENAME COLUMN note TO memo');
    expect(await tryToOpen(path)).toEqual({
      code: 'file-newer-version',
      params: { path, version: latestVersion + 3, latest: latestVersion },
    });
  });
});

describe('a damaged project', () => {
  it('that was cut off is recognised by its length', async () => {
    const path = fullProject();
    truncateSync(path, 100_000);
    const { code, params } = await tryToOpen(path);
    expect(code).toBe('file-corrupted');
    expect(params['detail']).toMatch(/^100000 of \d+ bytes are there$/);
  });

  it('that lost pages from its middle is recognised before it is opened', async () => {
    const path = fullProject();
    wipe(path, 200_000, 240_000);
    const before = readFileSync(path);
    expect((await tryToOpen(path)).code).toBe('file-corrupted');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('can still be looked at by whoever asks for that', async () => {
    const path = fullProject();
    wipe(path, 300_000, 340_000);
    expect((await tryToOpen(path)).code).toBe('file-corrupted');
    const file = valueOf(await openProjectFile(path, 'read-only', 'Anna'));
    expect(file.access).toMatchObject({ mode: 'read-only', reason: 'asked-for' });
    if (file.access.mode === 'read-only')
      expect(file.access.reader.query('SELECT count(*) AS n FROM document').first()).toEqual({ n: 0 });
    file.close();
  });

  it('whose table of contents is gone is recognised', async () => {
    const path = fullProject();
    wipe(path, 100, 4096);
    expect((await tryToOpen(path)).code).toBe('file-corrupted');
  });

  it('comes with the name of its newest backup', async () => {
    const path = fullProject();
    const folder = path.replace(/\.postil$/, '.postil-backups');
    mkdirSync(folder);
    for (const name of ['2026-11-21 09-00-00.000Z hourly.postil', '2026-11-22 09-00-00.000Z opening.postil'])
      copyFileSync(path, join(folder, name));
    wipe(path, 200_000, 240_000);
    expect((await tryToOpen(path)).params['backup']).toBe('2026-11-22 09-00-00.000Z opening.postil');
    writeFileSync(path, '');
    expect(await tryToOpen(path)).toEqual({
      code: 'file-empty',
      params: { path, backup: '2026-11-22 09-00-00.000Z opening.postil' },
    });
    writeFileSync(path, 'Not what it was');
    expect(await tryToOpen(path)).toMatchObject({
      code: 'file-corrupted',
      params: { backup: '2026-11-22 09-00-00.000Z opening.postil' },
    });
  });
});
