import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf, reopenProject, run, valueOf } from '../../../../tests/support/engine';
import { temporaryFolder } from '../../../../tests/support/folder';
import type { AnnotationId, DocumentId, RoleId, TypeId } from '../../../core/ids';
import { handlers } from '../../calls/handlers';
import type { Project } from '../../project';
import { createDatabase, openWriter } from '../file/open';
import { firstMigration } from './0001-first';
import { migrate } from './migrate';

const at = '2026-01-02T03:04:05.000Z';
const text = 'Министр прибыл';

/** Records as the first version had them, in its tables and in its journal. */
const type = {
  record: 'type',
  id: 'person',
  kind: 'entity',
  parent: null,
  position: 0,
  names: {},
  guidelines: {},
  hue: 1,
  key: null,
  symmetric: false,
  origin: null,
};
const role = {
  record: 'role',
  id: 'role',
  type: 'person',
  position: 0,
  names: {},
  key: null,
  min: 0,
  max: null,
  fillers: { kinds: [], types: [], entries: true, spans: false },
  origin: null,
};
const annotation = {
  record: 'annotation',
  id: 'a',
  document: 'd',
  type: 'person',
  coder: 'c',
  fragments: [{ start: 0, end: 7, quote: 'Министр' }],
  entry: null,
  attributes: {},
  status: 'draft',
  note: '',
  createdAt: at,
  modifiedAt: at,
  origin: null,
};

/** A project file as the first version of Postil left it: one annotation, made in a change of its own. */
function firstVersionFile(path: string): void {
  const writer = valueOf(createDatabase(path, 'delete'));
  valueOf(migrate(writer, [firstMigration]));
  const document = { ...documentOf('a.txt', text), id: 'd' };
  const insert = (table: string, ...values: readonly (string | number | null)[]): void => {
    writer.statement(`INSERT INTO "${table}" VALUES (${values.map(() => '?').join(', ')})`).run(...values);
  };
  const image = (change: number, position: number, record: Readonly<Record<string, unknown>>): void =>
    insert(
      'change_record',
      change,
      position,
      String(record['record']),
      String(record['id']),
      null,
      JSON.stringify(record),
    );
  const done = writer.transaction(() => {
    insert('coder', 'c', 'Anna', null);
    insert('type', 'person', 'entity', null, 0, '{}', '{}', 1, null, 0, null);
    insert('role', 'role', 'person', 0, '{}', null, 0, null, JSON.stringify(role.fillers), null);
    const { sha256, length, encoding, addedAt } = document;
    insert('document', 'd', 'a.txt', 0, 'draft', '', '{}', sha256, length, encoding, 0, addedAt, null, text);
    insert('annotation', 'a', 'd', 'person', 'c', null, 'draft', '', at, at, null);
    insert('fragment', 'a', 0, 0, 7, 'Министр');
    insert('change', 1, 'project.create', 'do', null, 'c', at, 'lasting');
    image(1, 0, { record: 'coder', id: 'c', name: 'Anna', origin: null });
    image(1, 1, type);
    image(1, 2, role);
    image(1, 3, { ...document });
    insert('change', 2, 'annotation.create', 'do', null, 'c', at, 'done');
    image(2, 0, annotation);
    return { ok: true, value: null };
  });
  valueOf(done);
  writer.close();
}

describe('a project of the first version', () => {
  let project: Project;
  beforeEach(() => {
    const path = join(temporaryFolder(), 'old.postil');
    firstVersionFile(path);
    const writer = valueOf(openWriter(path, 'delete'));
    valueOf(migrate(writer));
    writer.close();
    project = reopenProject(path, 'Anna');
  });
  afterEach(() => project.reader.close());

  it('is sound after the migration, with the usual values of what came later', async () => {
    expect(valueOf(await handlers['project.check'](project, { job: 'check' }))).toEqual([]);
    expect(project.view.find('type', 'person' as TypeId)?.examples).toEqual([]);
    expect(project.view.find('role', 'role' as RoleId)).toMatchObject({ sticky: false, acyclic: false });
    expect(project.view.find('annotation', 'a' as AnnotationId)?.version).toBeNull();
  });

  it('can still undo and redo what was done before it', () => {
    valueOf(project.undo());
    expect(project.view.find('annotation', 'a' as AnnotationId)).toBeUndefined();
    valueOf(project.redo());
    expect(project.view.find('annotation', 'a' as AnnotationId)?.fragments[0]?.quote).toBe('Министр');
  });

  it('takes new annotations', () => {
    const fragments = [{ start: 8, end: 14 }] as never;
    const command = {
      name: 'annotation.create' as const,
      annotations: [{ document: 'd' as DocumentId, type: 'person' as TypeId, fragments }],
    };
    valueOf(run(project, command));
    expect(project.reader.query('SELECT count(*) AS count FROM annotation').first()).toEqual({ count: 2 });
  });
});
