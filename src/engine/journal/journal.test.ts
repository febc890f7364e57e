import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDocuments,
  adding,
  codeOf,
  documentOf,
  dump,
  joinProject,
  newProject,
  reopenProject,
  run,
  tag,
  valueOf,
} from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { emptyDiff } from '../../core/diff';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import type { LinkId, RoleId, TypeId } from '../../core/ids';
import type { Project } from '../project';
import type { Access } from '../project-file/access';
import { placeOf } from './place';

const text = 'Президент Норвегии прибыл в Осло. 🇳🇴 Он доволен.';

let path: string;
let anna: Project;
let boris: Project;
let document: DocumentRecord;
beforeEach(() => {
  path = join(temporaryFolder(), 'a.postil');
  anna = newProject(path, 'Anna');
  boris = joinProject(anna, 'Boris');
  const [added] = addDocuments(anna, { 'a.txt': text });
  if (!added) throw new Error('No document was added');
  document = added;
});

const link = (from: AnnotationRecord, to: AnnotationRecord): LinkRecord => ({
  record: 'link',
  id: `${from.id} ${to.id}` as LinkId,
  annotation: from.id,
  role: 'event.visit.place' as RoleId,
  position: 0,
  target: { by: 'annotation', annotation: to.id },
  origin: null,
});

const isThere = ({ id }: AnnotationRecord): boolean => anna.view.find('annotation', id) !== undefined;

describe('undo', () => {
  it('takes back the changes of one coder, the last first, and leaves those of others alone', () => {
    const first = tag(anna, document.id, 0, 9);
    const second = tag(anna, document.id, 10, 18);
    const other = tag(boris, document.id, 28, 32);
    valueOf(anna.undo());
    expect([first, second, other].map(isThere)).toEqual([true, false, true]);
    valueOf(anna.undo());
    expect([first, second, other].map(isThere)).toEqual([false, false, true]);
    valueOf(boris.undo());
    expect(codeOf(boris.undo())).toBe('nothing-to-undo');
  });

  it('appends what it did, and changes nothing that the journal said before', () => {
    const annotation = tag(anna, document.id, 0, 9);
    const undone = valueOf(anna.undo());
    expect(undone).toMatchObject({
      name: 'annotation.create',
      cause: 'undo',
      diff: { removed: [annotation] },
    });
    const entries = anna.reader.query('SELECT number, name, cause, "of", state FROM change').all();
    expect(entries).toEqual([
      { number: 1, name: 'project.create', cause: 'do', of: null, state: 'lasting' },
      { number: 2, name: 'coder.add', cause: 'do', of: null, state: 'lasting' },
      { number: 3, name: 'import', cause: 'do', of: null, state: 'done' },
      { number: 4, name: 'annotation.create', cause: 'do', of: null, state: 'undone' },
      { number: 5, name: 'annotation.create', cause: 'undo', of: 4, state: null },
    ]);
  });

  it('goes on after the file was closed and opened again', () => {
    const annotation = tag(anna, document.id, 0, 9);
    anna.reader.close();
    anna = reopenProject(path, 'Anna');
    expect(anna.journal).toEqual({ undo: 'annotation.create', redo: null });
    valueOf(anna.undo());
    expect(isThere(annotation)).toBe(false);
    anna.reader.close();
    anna = reopenProject(path, 'Anna');
    expect(anna.journal).toEqual({ undo: 'import', redo: 'annotation.create' });
    valueOf(anna.redo());
    expect(anna.view.find('annotation', annotation.id)).toEqual(annotation);
  });

  it('does not take back the beginning of the project nor the coming of a coder', () => {
    valueOf(anna.undo());
    expect(codeOf(anna.undo())).toBe('nothing-to-undo');
    expect(codeOf(boris.undo())).toBe('nothing-to-undo');
  });

  it('is refused, and changes nothing, where someone else has changed the same record since', () => {
    const annotation = tag(anna, document.id, 0, 9);
    valueOf(run(boris, { name: 'annotation.note', annotation: annotation.id, note: 'sure?' }));
    const before = dump(anna);
    expect(codeOf(anna.undo())).toBe('undo-blocked');
    expect(dump(anna)).toEqual(before);
    expect(anna.journal.undo).toBe('annotation.create');
    valueOf(boris.undo());
    valueOf(anna.undo());
    expect(isThere(annotation)).toBe(false);
  });

  it('is refused where something of someone else refers to what would go', () => {
    const visit = tag(anna, document.id, 19, 25, 'event.visit');
    const place = tag(anna, document.id, 28, 32, 'entity.place');
    valueOf(boris.commit({ name: 'import', diff: adding(link(visit, place)) }));
    const before = dump(anna);
    expect(codeOf(anna.undo())).toBe('undo-blocked');
    expect(dump(anna)).toEqual(before);
    expect(codeOf(boris.undo())).toBe('ok');
    expect(codeOf(anna.undo())).toBe('ok');
  });

  it('brings a removed document back with its text and everything in it', () => {
    const visit = tag(anna, document.id, 19, 25, 'event.visit');
    const place = tag(anna, document.id, 28, 32, 'entity.place');
    valueOf(anna.commit({ name: 'import', diff: adding(link(visit, place)) }));
    const before = dump(anna);
    valueOf(run(anna, { name: 'document.remove', documents: [document.id] }));
    expect(anna.view.find('document', document.id)).toBeUndefined();
    expect(anna.readText(document.id)).toBeUndefined();
    anna.reader.close();
    anna = reopenProject(path);
    valueOf(anna.undo());
    expect(dump(anna)).toEqual(before);
    expect(anna.readText(document.id)).toBe(text);
  });

  it('takes an import back, and redo brings its texts again', () => {
    const [copy] = addDocuments(anna, { 'b.txt': 'Другой текст.' });
    const before = dump(anna);
    valueOf(anna.undo());
    expect(anna.reader.query('SELECT name FROM document').all()).toEqual([{ name: 'a.txt' }]);
    valueOf(anna.redo());
    expect(dump(anna)).toEqual(before);
    expect(copy && anna.readText(copy.id)).toBe('Другой текст.');
  });
});

describe('redo', () => {
  it('does again what was taken back last, in the order of undo', () => {
    const annotations = [tag(anna, document.id, 0, 9), tag(anna, document.id, 10, 18)];
    valueOf(anna.undo());
    valueOf(anna.undo());
    valueOf(anna.redo());
    expect(annotations.map(isThere)).toEqual([true, false]);
    valueOf(anna.redo());
    expect(annotations.map(isThere)).toEqual([true, true]);
    expect(codeOf(anna.redo())).toBe('nothing-to-redo');
  });

  it('is over once the coder does something else, but not when another coder does', () => {
    tag(anna, document.id, 0, 9);
    valueOf(anna.undo());
    tag(boris, document.id, 10, 18);
    expect(anna.journal.redo).toBe('annotation.create');
    valueOf(run(anna, { name: 'document.note', document: document.id, note: 'read' }));
    expect(anna.journal).toEqual({ undo: 'document.note', redo: null });
    expect(codeOf(anna.redo())).toBe('nothing-to-redo');
  });

  it('is refused where someone else has changed the same record since', () => {
    valueOf(run(anna, { name: 'document.note', document: document.id, note: 'read' }));
    valueOf(anna.undo());
    valueOf(run(boris, { name: 'document.note', document: document.id, note: 'mine' }));
    expect(codeOf(anna.redo())).toBe('undo-blocked');
    expect(anna.view.find('document', document.id)?.note).toBe('mine');
  });
});

describe('a change', () => {
  it('leaves nothing behind when the disk is full, and the next one works once there is room', () => {
    const before = dump(anna);
    const journal = (): unknown => anna.reader.query('SELECT count(*) AS n FROM change').first();
    const entries = journal();
    anna.reader.pragma(`max_page_count = ${Number(anna.reader.pragma('page_count')) + 1}`);
    const long = 'ж'.repeat(50_000);
    const added = documentOf('long.txt', long);
    const texts = new Map([[added.sha256, long]]);
    const heard: string[] = [];
    anna.events.subscribe((name) => heard.push(name));
    expect(codeOf(anna.commit({ name: 'import', diff: adding(added), texts }))).toBe('disk-full');
    expect(dump(anna)).toEqual(before);
    expect(journal()).toEqual(entries);
    expect(heard).toEqual([]);
    anna.reader.pragma('max_page_count = 1000000');
    expect(codeOf(anna.commit({ name: 'import', diff: adding(added), texts }))).toBe('ok');
    expect(heard).toEqual(['changed']);
  });

  it('of a document whose text is nowhere comes to nothing', () => {
    const before = dump(anna);
    const result = anna.commit({ name: 'import', diff: adding(documentOf('lost.txt', 'lost')) });
    expect(codeOf(result)).toBe('unexpected');
    expect(dump(anna)).toEqual(before);
  });

  it('can be followed through the life of one annotation', () => {
    const annotation = tag(anna, document.id, 0, 9);
    tag(anna, document.id, 10, 18);
    valueOf(
      run(boris, {
        name: 'annotation.retype',
        annotations: [annotation.id],
        type: 'entity.office' as TypeId,
      }),
    );
    valueOf(run(anna, { name: 'annotation.delete', annotations: [annotation.id] }));
    const history = anna.reader
      .query<{ name: string; coder: string; before: string | null; after: string | null }>(
        `SELECT change.name, coder.name AS coder, before ->> 'type' AS before, after ->> 'type' AS after
         FROM change_record JOIN change ON change.number = change_record.change
         JOIN coder ON coder.id = change.coder WHERE change_record.id = ? ORDER BY change.number`,
      )
      .all(annotation.id);
    expect(history).toEqual([
      { name: 'annotation.create', coder: 'Anna', before: null, after: 'entity.person' },
      { name: 'annotation.retype', coder: 'Boris', before: 'entity.person', after: 'entity.office' },
      { name: 'annotation.delete', coder: 'Anna', before: 'entity.office', after: null },
    ]);
  });

  it('concerns the place of its first annotation, or its document while that is there', () => {
    const annotation = tag(anna, document.id, 10, 18);
    const undoneAt = () => placeOf(valueOf(anna.undo()).diff ?? emptyDiff, anna.view);
    expect(undoneAt()).toEqual({ document: document.id, offset: 10 });
    valueOf(run(anna, { name: 'document.note', document: document.id, note: 'read' }));
    expect(undoneAt()).toEqual({ document: document.id, offset: null });
    expect(undoneAt()).toBeNull();
    expect(isThere(annotation)).toBe(false);
  });

  it('is refused in a project that can only be looked at', () => {
    const access: Access = { mode: 'read-only', reader: anna.reader, reason: 'asked-for' };
    const project = joinProject({ ...anna, access }, 'Vera');
    expect(codeOf(project.commit({ name: 'import', diff: adding() }))).toBe('project-read-only');
    expect(codeOf(project.undo())).toBe('project-read-only');
    expect(project.journal).toEqual({ undo: null, redo: null });
    expect(anna.reader.query('SELECT name FROM coder ORDER BY name').all()).toEqual([
      { name: 'Anna' },
      { name: 'Boris' },
    ]);
  });
});
