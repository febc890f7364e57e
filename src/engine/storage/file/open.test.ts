import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import { fail, ok } from '../../../core/result';
import { problem } from '../../../core/problem';
import { applicationId, latestVersion, migrate } from '../migrations/migrate';
import { createDatabase, openReader, openWriter } from './open';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'a.postil');
});

function makeProjectFile(): void {
  const writer = valueOf(createDatabase(file, 'wal'));
  valueOf(migrate(writer));
  writer.close();
}

describe('a connection that writes', () => {
  it('marks the file as ours and waits for the disk at every commit', () => {
    const writer = valueOf(createDatabase(file, 'wal'));
    valueOf(migrate(writer));
    expect(writer.pragma('application_id')).toBe(applicationId);
    expect(writer.pragma('user_version')).toBe(latestVersion);
    expect(writer.pragma('journal_mode')).toBe('wal');
    expect(writer.pragma('synchronous')).toBe(2);
    expect(writer.pragma('foreign_keys')).toBe(1);
    expect(writer.pragma('fullfsync')).toBe(1);
    expect(writer.pragma('checkpoint_fullfsync')).toBe(1);
    expect(writer.pragma('trusted_schema')).toBe(0);
    writer.close();
  });

  it('sets the same when it opens a file, in the journal mode that it is asked for', () => {
    makeProjectFile();
    const writer = valueOf(openWriter(file, 'delete'));
    expect(writer.pragma('journal_mode')).toBe('delete');
    expect(writer.pragma('synchronous')).toBe(2);
    expect(writer.pragma('foreign_keys')).toBe(1);
    expect(writer.pragma('fullfsync')).toBe(1);
    writer.close();
  });

  it('takes a transaction back when the work answers a problem, throws, or breaks a rule', () => {
    makeProjectFile();
    const writer = valueOf(openWriter(file, 'wal'));
    const add = (): number => writer.statement("INSERT INTO coder VALUES ('a', 'Ann', NULL)").run();
    const count = (): unknown => writer.query('SELECT count(*) AS n FROM coder').first();

    expect(codeOf(writer.transaction(() => (add(), fail(problem('record-missing')))))).toBe('record-missing');
    expect(count()).toEqual({ n: 0 });
    const thrown = writer.transaction(() => {
      add();
      throw new Error('a bug');
    });
    expect(codeOf(thrown)).toBe('unexpected');
    expect(count()).toEqual({ n: 0 });
    expect(codeOf(writer.transaction(() => (add(), add(), ok(null))))).toBe('undo-blocked');
    expect(count()).toEqual({ n: 0 });
    expect(codeOf(writer.transaction(() => (add(), ok(null))))).toBe('ok');
    expect(count()).toEqual({ n: 1 });
    writer.close();
  });

  it('says that the disk is full and keeps nothing of the change', () => {
    makeProjectFile();
    const writer = valueOf(openWriter(file, 'wal'));
    writer.pragma(`max_page_count = ${Number(writer.pragma('page_count')) + 2}`);
    const add = writer.statement('INSERT INTO coder VALUES (@id, @name, NULL)');
    const result = writer.transaction(() => {
      for (let index = 0; index < 100; index += 1) add.run({ id: `c${index}`, name: 'x'.repeat(1000) });
      return ok(null);
    });
    expect(codeOf(result)).toBe('disk-full');
    expect(writer.query('SELECT count(*) AS n FROM coder').first()).toEqual({ n: 0 });
    writer.close();
  });
});

describe('a connection that reads', () => {
  it('cannot change the file, whatever SQL it is given', () => {
    makeProjectFile();
    const reader = valueOf(openReader(file));
    expect(() => reader.query("INSERT INTO coder VALUES ('a', 'Ann', NULL)")).toThrow('Not a query');
    expect(() => reader.query("INSERT INTO coder VALUES ('a', 'Ann', NULL) RETURNING id")).toThrow(
      'Not a query',
    );
    reader.close();
  });

  it('sees one moment within a snapshot while another connection writes', () => {
    makeProjectFile();
    const writer = valueOf(openWriter(file, 'wal'));
    const reader = valueOf(openReader(file));
    const count = (): unknown => reader.query('SELECT count(*) AS n FROM coder').first();
    reader.snapshot(() => {
      expect(count()).toEqual({ n: 0 });
      writer.statement("INSERT INTO coder VALUES ('a', 'Ann', NULL)").run();
      expect(count()).toEqual({ n: 0 });
    });
    expect(count()).toEqual({ n: 1 });
    reader.close();
    writer.close();
  });

  it('copies the whole database, and leaves no copy when it is cancelled', async () => {
    makeProjectFile();
    const reader = valueOf(openReader(file));
    const copy = join(folder, 'copy.postil');
    expect(codeOf(await reader.copyTo(copy, () => false))).toBe('job-cancelled');
    expect(existsSync(copy)).toBe(false);
    expect(codeOf(await reader.copyTo(copy))).toBe('ok');
    expect(valueOf(openReader(copy)).pragma('user_version')).toBe(latestVersion);
    reader.close();
  });
});

describe('opening', () => {
  it('says what is wrong with a file that is missing, not SQLite, empty, or of another program', () => {
    expect(codeOf(openReader(file))).toBe('file-missing');
    expect(codeOf(openWriter(join(folder, 'none', 'a.postil'), 'wal'))).toBe('file-missing');
    writeFileSync(file, 'Not a database at all, but long enough to be read as a header.'.repeat(20));
    expect(codeOf(openReader(file))).toBe('file-not-sqlite');
    expect(codeOf(openWriter(file, 'wal'))).toBe('file-not-sqlite');
    writeFileSync(file, '');
    expect(codeOf(openReader(file))).toBe('file-not-project');
    rmSync(file);
    const foreign = new Database(file);
    foreign.exec('CREATE TABLE t (x)');
    foreign.close();
    expect(codeOf(openWriter(file, 'wal'))).toBe('file-not-project');
    const untouched = new Database(file);
    expect(untouched.pragma('journal_mode', { simple: true })).toBe('delete');
    untouched.close();
  });

  it('refuses to write to a file of a newer version, and reads it', () => {
    makeProjectFile();
    const newer = new Database(file);
    newer.pragma(`user_version = ${latestVersion + 1}`);
    newer.close();
    expect(openWriter(file, 'wal')).toEqual(
      fail(problem('file-newer-version', { path: file, version: latestVersion + 1, latest: latestVersion })),
    );
    expect(codeOf(openReader(file))).toBe('ok');
  });

  it('never makes a project over another file or in a folder that is not there', () => {
    writeFileSync(file, 'precious');
    expect(codeOf(createDatabase(file, 'wal'))).toBe('file-exists');
    expect(codeOf(createDatabase(join(folder, 'none', 'a.postil'), 'wal'))).toBe('folder-missing');
    mkdirSync(join(folder, 'b.postil'));
    expect(codeOf(createDatabase(join(folder, 'b.postil'), 'wal'))).toBe('target-is-folder');
  });
});
