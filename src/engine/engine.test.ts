import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/support/folder';
import { addDocuments, codeOf, newProject, valueOf } from '../../tests/support/engine';
import type { Change } from '../contract/engine-answers';
import type { DocumentId, TypeId } from '../core/ids';
import { codePoint } from '../core/offsets';
import { createProject, dispatch, openProject, type Engine } from './engine';

const text = 'Встреча 🇳🇴 и 🇸🇪 прошла в\u00a0Осло.\n\nМинистр\u00a0Ли «доволен».';

let path: string;
let document: DocumentId;
beforeEach(() => {
  path = join(temporaryFolder(), 'news.postil');
  const project = newProject(path);
  document = addDocuments(project, { 'a.txt': text })[0]?.id ?? ('' as DocumentId);
  project.reader.close();
});

const open = async (coderName = 'Anna'): Promise<Engine> =>
  valueOf(await openProject({ path, coderName, how: 'normally' }));

const tagging = (start: number, end: number, type = 'event.meeting') => ({
  command: {
    name: 'annotation.create' as const,
    annotations: [
      { document, type: type as TypeId, fragments: [{ start: codePoint(start), end: codePoint(end) }] },
    ],
  },
});

describe('a new project', () => {
  it('has the default codebook and its coder, and nothing to undo', async () => {
    const file = join(temporaryFolder(), 'my corpus.postil');
    const engine = valueOf(await createProject({ path: file, coderName: 'Boris' }));
    const description = valueOf(await engine.calls['project.describe']({}));
    expect(description).toMatchObject({
      path: file,
      name: 'my corpus',
      readOnly: null,
      counts: { coder: 1, type: 22, document: 0, annotation: 0 },
      annotationsByKind: { entity: 0, event: 0, statement: 0, relation: 0 },
      kindsByCoder: {},
      journal: { undo: null, redo: null },
    });
    const codebook = valueOf(await engine.calls['codebook.read']({}));
    expect(codebook.types.map(({ key }) => key).slice(0, 9)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Digit${digit}`),
    );
    const coders = valueOf(await engine.calls['coders.list']({}));
    expect(coders).toEqual([{ record: 'coder', id: description.coder, name: 'Boris', origin: null }]);
    expect(codeOf(await engine.calls['change.undo']({}))).toBe('nothing-to-undo');
    await engine.close();
  });

  it('is one file once it is closed', async () => {
    const file = join(temporaryFolder(), 'a.postil');
    await valueOf(await createProject({ path: file, coderName: 'Anna' })).close();
    expect(existsSync(file)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(existsSync(`${file}-shm`)).toBe(false);
  });

  it('is not made over another file, nor in a folder that is not there', async () => {
    expect(codeOf(await createProject({ path, coderName: 'Anna' }))).toBe('file-exists');
    const nowhere = join(temporaryFolder(), 'none', 'a.postil');
    expect(codeOf(await createProject({ path: nowhere, coderName: 'Anna' }))).toBe('folder-missing');
  });
});

describe('an engine', () => {
  it('tags, reads, undoes and redoes, and tells its listeners before it answers', async () => {
    const engine = await open();
    const heard: Change[] = [];
    engine.subscribe((name, event) => {
      if (name === 'changed') heard.push(event as Change);
    });
    const change = valueOf(await engine.calls['change.run'](tagging(0, 7)));
    expect(heard).toEqual([change]);
    expect(change).toMatchObject({
      name: 'annotation.create',
      cause: 'do',
      journal: { undo: 'annotation.create', redo: null },
      diff: { added: [{ record: 'annotation', fragments: [{ start: 0, end: 7, quote: 'Встреча' }] }] },
    });

    const content = valueOf(await engine.calls['document.read']({ document }));
    expect(content.text).toBe(text);
    expect(content.annotations).toEqual(change?.diff.added);
    expect(valueOf(await engine.calls['documents.list']({}))).toMatchObject([
      { document: { id: document, name: 'a.txt' }, annotations: 1 },
    ]);
    expect(valueOf(await engine.calls['project.describe']({})).annotationsByKind.event).toBe(1);

    const undone = valueOf(await engine.calls['change.undo']({}));
    expect(undone).toMatchObject({
      change: {
        cause: 'undo',
        diff: { removed: change?.diff.added },
        journal: { redo: 'annotation.create' },
      },
      place: { document, offset: 0 },
    });
    expect(valueOf(await engine.calls['document.read']({ document })).annotations).toEqual([]);
    const redone = valueOf(await engine.calls['change.redo']({}));
    expect(redone.change.diff).toEqual(change?.diff);
    expect(valueOf(await engine.calls['document.read']({ document })).annotations).toEqual(
      change?.diff.added,
    );
    expect(heard.map(({ cause }) => cause)).toEqual(['do', 'undo', 'redo']);
    expect(heard.map(({ number }) => number)).toEqual([change?.number, 4, 5]);
    await engine.close();
  });

  it('counts in code points: flags and astral characters keep their quotes', async () => {
    const engine = await open();
    const change = valueOf(await engine.calls['change.run'](tagging(8, 10, 'entity.country')));
    expect(change?.diff.added).toMatchObject([{ fragments: [{ start: 8, end: 10, quote: '🇳🇴' }] }]);
    await engine.close();
  });

  it('answers null, and writes nothing, where a command asks for what is so already', async () => {
    const engine = await open();
    const command = { name: 'document.status' as const, documents: [document], status: 'draft' as const };
    expect(valueOf(await engine.calls['change.run']({ command }))).toBeNull();
    await engine.close();
  });

  it('remembers where each coder was in a document', async () => {
    const anna = await open('Anna');
    const place = { top: codePoint(3), caret: codePoint(9) };
    expect(valueOf(await anna.calls['document.read']({ document })).place).toBeNull();
    await anna.calls['document.leave']({ document, place });
    await anna.close();
    const boris = await open('Boris');
    expect(valueOf(await boris.calls['document.read']({ document })).place).toBeNull();
    await boris.close();
    const again = await open('Anna');
    expect(valueOf(await again.calls['document.read']({ document })).place).toEqual(place);
    await again.close();
  });

  it('undoes after a restart', async () => {
    const before = await open();
    await before.calls['change.run'](tagging(0, 7));
    await before.close();
    const after = await open();
    expect(valueOf(await after.calls['project.describe']({})).journal.undo).toBe('annotation.create');
    valueOf(await after.calls['change.undo']({}));
    expect(valueOf(await after.calls['document.read']({ document })).annotations).toEqual([]);
    await after.close();
  });

  it('refuses what is no call, no input of it, or nothing that the project has', async () => {
    const engine = await open();
    expect(codeOf(await dispatch(engine, 'constructor', {}))).toBe('input-invalid');
    expect(codeOf(await dispatch(engine, 'document.read', { document: 7 }))).toBe('input-invalid');
    expect(codeOf(await dispatch(engine, 'document.read', { document, more: 1 }))).toBe('input-invalid');
    expect(
      await dispatch(engine, 'change.run', { command: { name: 'annotation.note', annotation: '' } }),
    ).toEqual({
      ok: false,
      problem: {
        code: 'input-invalid',
        params: { place: 'change.run › command › annotation', detail: expect.any(String) as string },
      },
    });
    expect(codeOf(await dispatch(engine, 'document.read', { document: 'none' }))).toBe('record-missing');
    expect(codeOf(await dispatch(engine, 'change.run', tagging(0, 7, 'entity.none')))).toBe('type-missing');
    expect(codeOf(await dispatch(engine, 'change.run', tagging(0, 700)))).toBe('offsets-outside-text');
    await engine.close();
  });
});
