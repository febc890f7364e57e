import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import type { Writer } from '../file/connection';
import { createDatabase } from '../file/open';
import { latestVersion, migrate, versionOf } from './migrate';
import type { Migration } from './migration';

let writer: Writer;
beforeEach(() => {
  writer = valueOf(createDatabase(join(temporaryFolder(), 'a.postil'), 'wal'));
});
afterEach(() => writer.close());

const steps: readonly Migration[] = [
  { version: 1, script: 'CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)' },
  { version: 2, script: 'ALTER TABLE t ADD COLUMN y INTEGER; UPDATE t SET y = x + 1' },
  { version: 3, script: 'CREATE TABLE u (z INTEGER) STRICT; INSERT INTO u SELECT y + 1 FROM t' },
];

describe('migrate', () => {
  it('goes from every version to the next and keeps what was entered at each', () => {
    migrate(writer, steps.slice(0, 1));
    expect(versionOf(writer)).toBe(1);
    writer.execute('INSERT INTO t VALUES (10)');
    migrate(writer, steps.slice(0, 2));
    expect(versionOf(writer)).toBe(2);
    writer.execute('INSERT INTO t VALUES (20, 30)');
    migrate(writer, steps);
    expect(versionOf(writer)).toBe(3);
    expect(writer.query('SELECT z FROM u ORDER BY z').all()).toEqual([{ z: 3 }, { z: 12 }, { z: 31 }]);
  });

  it('does nothing to a file that is up to date', () => {
    migrate(writer, steps);
    expect(migrate(writer, steps).ok).toBe(true);
    expect(writer.query('SELECT count(*) AS n FROM t').first()).toEqual({ n: 1 });
  });

  it('leaves the file at the step before one that fails', () => {
    const broken = [...steps.slice(0, 2), { version: 3, script: 'CREATE TABLE u (z); SELECT no_such_thing' }];
    expect(migrate(writer, broken).ok).toBe(false);
    expect(versionOf(writer)).toBe(2);
    expect(writer.query("SELECT name FROM sqlite_schema WHERE name = 'u'").all()).toEqual([]);
  });

  it('refuses a step that leaves references behind to rows that are gone', () => {
    const dangling = `
      CREATE TABLE a (id INTEGER PRIMARY KEY);
      CREATE TABLE b (a INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED);
      INSERT INTO b VALUES (7)`;
    const result = migrate(writer, [{ version: 1, script: dangling }]);
    expect(result.ok).toBe(false);
    expect(versionOf(writer)).toBe(0);
  });

  it('knows its own steps by their numbers: 1, 2, 3, …', () => {
    expect(migrate(writer).ok).toBe(true);
    expect(versionOf(writer)).toBe(latestVersion);
  });
});

describe('the tables', () => {
  const tables = (): string[] =>
    writer
      .query<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => name);

  it('are all STRICT', () => {
    migrate(writer);
    const lax = writer.query(
      'SELECT name FROM pragma_table_list WHERE NOT strict AND schema = ? AND name NOT GLOB ?',
    );
    expect(lax.all('main', 'sqlite_*')).toEqual([]);
    expect(tables()).toContain('annotation');
  });

  it('have an index that begins with the columns of each reference', () => {
    migrate(writer);
    const missing = tables().flatMap((table) => {
      const references = writer.query<{ from: string }>(`PRAGMA foreign_key_list("${table}")`).all();
      const indexed = writer
        .query<{ column: string }>(
          `SELECT info.name AS "column" FROM pragma_index_list('${table}') AS list
           JOIN pragma_index_info(list.name) AS info ON info.seqno = 0`,
        )
        .all()
        .map(({ column }) => column);
      return references.filter(({ from }) => !indexed.includes(from)).map(({ from }) => `${table}.${from}`);
    });
    expect(missing).toEqual([]);
  });

  it('never let the text of a document be changed', () => {
    migrate(writer);
    const sha256 = 'a'.repeat(64);
    writer.execute(`
      INSERT INTO document VALUES ('d', 'D', 0, 'draft', '', '{}', '${sha256}', 3, 'utf-8', 0,
        '2026-11-22T09:30:00.000Z', NULL, 'abc')`);
    expect(() => writer.execute("UPDATE document SET text = 'abd'")).toThrow('never changes');
    writer.execute("UPDATE document SET name = 'E'");
    expect(writer.query('SELECT name, text FROM document').first()).toEqual({ name: 'E', text: 'abc' });
  });

  it('refuse quotes whose length is not that of their span, and links to two things at once', () => {
    migrate(writer);
    expect(() => writer.execute("INSERT INTO fragment VALUES ('a', 0, 5, 8, 'ab')")).toThrow('CHECK');
    expect(() =>
      writer.execute("INSERT INTO link VALUES ('l', 'a', 'r', 0, 'b', 'e', NULL, NULL, NULL, NULL)"),
    ).toThrow('CHECK');
    expect(() =>
      writer.execute("INSERT INTO link VALUES ('l', 'a', 'r', 0, NULL, NULL, 1, NULL, 'x', NULL)"),
    ).toThrow('CHECK');
  });
});
