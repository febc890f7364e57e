import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, codeOf, dump, newProject, run, tag, valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import type { CodebookTaking } from '../../contract/codebook-calls';
import type { RoleId, TypeId } from '../../core/ids';
import { bindCalls } from '../calls/bind';
import { checkProject } from '../check/check-project';
import { makeJobs } from '../jobs/jobs';
import type { Project } from '../project';

let project: Project;
let folder: string;

beforeEach(() => {
  project = newProject();
  folder = temporaryFolder();
});

const calls = () => bindCalls(project);
const type = (id: string): TypeId => id as TypeId;
const fromFile = (path: string, how: CodebookTaking['how'] = 'add'): CodebookTaking => ({
  source: { from: 'file', path },
  how,
  language: 'en',
});

async function faults() {
  return valueOf(await makeJobs(() => undefined).run('check', (job) => checkProject(project.reader, job)));
}

describe('a change of the codebook', () => {
  it('carries annotations along in one undoable step, and tells of it beforehand', async () => {
    const [document] = addDocuments(project, { 'a.txt': 'Oslo and Bergen' });
    if (!document) throw new Error('no document');
    tag(project, document.id, 0, 4, 'entity.place');
    tag(project, document.id, 9, 15, 'entity.country');
    const before = dump(project);
    const merge = {
      name: 'type.merge',
      type: type('entity.place'),
      into: type('entity.country'),
      keep: true,
      join: false,
    } as const;

    const preview = valueOf(await calls()['codebook.preview']({ command: merge }));
    expect(preview.effects).toMatchObject([
      { kind: 'retyped', count: 1, examples: [{ quote: 'Oslo', documentName: 'a.txt' }] },
    ]);
    expect(dump(project)).toEqual(before);

    valueOf(run(project, merge));
    expect(project.view.annotationsOfTypes([type('entity.country')])).toHaveLength(2);
    expect(project.view.find('role', 'event.visit.place' as RoleId)?.fillers.types).toEqual([
      'entity.country',
    ]);
    expect(await faults()).toEqual([]);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
    valueOf(project.redo());
    expect(await faults()).toEqual([]);
  });

  it('makes a new version only once annotations were made under the latest', async () => {
    const rename = (en: string) =>
      valueOf(run(project, { name: 'type.change', type: type('entity.place'), change: { names: { en } } }));
    rename('spot');
    const [document] = addDocuments(project, { 'a.txt': 'Oslo' });
    if (!document) throw new Error('no document');
    const first = tag(project, document.id, 0, 4);
    rename('locality');
    const second = tag(project, document.id, 0, 4);
    const [latest, before] = valueOf(await calls()['codebook.versions']({}));
    expect([before?.version.number, before?.annotations]).toEqual([1, 1]);
    expect([latest?.version.number, latest?.annotations]).toEqual([2, 1]);
    expect([first.version, second.version]).toEqual([before?.version.id, latest?.version.id]);
    const nameIn = (summary: typeof latest) =>
      summary?.version.types.find(({ id }) => id === 'entity.place')?.names['en'];
    expect([nameIn(before), nameIn(latest)]).toEqual(['spot', 'locality']);
  });

  it('clears the values of an attribute with it', async () => {
    valueOf(
      run(project, {
        name: 'attribute.create',
        owner: { of: 'document' },
        attribute: {
          names: { en: 'checked' },
          key: null,
          domain: { kind: 'yes-no' },
          required: false,
          default: null,
        },
      }),
    );
    const attribute = project.view.codebook().attributes.find(({ names }) => names['en'] === 'checked')?.id;
    const [document] = addDocuments(project, { 'a.txt': 'Oslo' });
    if (!document || !attribute) throw new Error('nothing to work on');
    const with_ = { ...document, attributes: { [attribute]: true } };
    valueOf(
      project.commit({ name: 'import', diff: { added: [], updated: [[document, with_]], removed: [] } }),
    );
    valueOf(run(project, { name: 'attribute.remove', attribute: attribute }));
    expect(project.view.find('document', document.id)?.attributes).toEqual({});
    expect(await faults()).toEqual([]);
  });
});

describe('a codebook as a file', () => {
  it('comes back into the same project without changing anything', async () => {
    const out = join(folder, 'codebook.json');
    const { paths } = valueOf(
      await calls()['codebook.export']({ format: 'json', out, visual: null, language: 'en' }),
    );
    expect(paths).toEqual([out]);
    const { change } = valueOf(await calls()['codebook.import'](fromFile(out)));
    expect(change).toBeNull();
  });

  it('is written for brat with its colours beside it, and read from there', async () => {
    const out = join(folder, 'annotation.conf');
    const written = valueOf(
      await calls()['codebook.export']({ format: 'brat', out, visual: null, language: 'ru' }),
    );
    expect(written.paths.map((path) => existsSync(path))).toEqual([true, true]);
    expect(written.warnings.map(({ code }) => code)).toContain('codebook-keys-lost');
    const before = dump(project);
    for (const language of ['ru', 'en']) {
      const preview = valueOf(await calls()['codebook.previewImport']({ ...fromFile(out), language }));
      expect([preview.known > 0, preview.differences, preview.effects]).toEqual([true, [], []]);
      const { change } = valueOf(await calls()['codebook.import']({ ...fromFile(out), language }));
      expect(change).toBeNull();
    }
    expect(dump(project)).toEqual(before);
  });

  it('goes out for brat and comes into another project, where only what is not there is made', async () => {
    const out = join(folder, 'annotation.conf');
    valueOf(await calls()['codebook.export']({ format: 'brat', out, visual: null, language: 'ru' }));
    const { change } = valueOf(
      await calls()['codebook.import']({
        source: { from: 'ready-made', name: 'discourse-network' },
        how: 'replace',
        language: 'en',
      }),
    );
    expect(change?.name).toBe('codebook.import');
    const before = dump(project);
    valueOf(await calls()['codebook.import']({ ...fromFile(out), language: 'ru' }));
    const types = project.view.codebook().types;
    expect(types.filter(({ names }) => names['ru'] === 'персона').map(({ id }) => id)).toEqual([
      'entity.person',
    ]);
    expect(types.find(({ id }) => id === type('entity.Place'))?.names).toEqual({ ru: 'место' });
    expect(await faults()).toEqual([]);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
  });

  it.each(['add', 'replace'] as const)(
    'is written and read as REFI-QDA codebook, and found again as what it was (%s)',
    async (how) => {
      const out = join(folder, 'book.qdc');
      valueOf(await calls()['codebook.export']({ format: 'qdc', out, visual: null, language: 'en' }));
      expect(readFileSync(out, 'utf8')).toContain('urn:QDA-XML:codebook:1.0');
      const preview = valueOf(await calls()['codebook.previewImport'](fromFile(out, how)));
      expect(preview.known).toBe(project.view.codebook().types.length);
      expect(preview.differences).toEqual([]);
    },
  );

  it('takes the place of what is not used, and leaves what is', async () => {
    const [document] = addDocuments(project, { 'a.txt': 'Oslo' });
    if (!document) throw new Error('no document');
    tag(project, document.id, 0, 4, 'entity.place');
    const taking = {
      source: { from: 'ready-made', name: 'discourse-network' },
      how: 'replace',
      language: 'en',
    } as const;
    const preview = valueOf(await calls()['codebook.previewImport'](taking));
    expect(preview.effects).toEqual([]);
    valueOf(await calls()['codebook.import'](taking));
    expect(project.view.codebook().types.map(({ id }) => id)).toEqual([
      'entity.place',
      'entity.person',
      'entity.organisation',
      'statement.statement',
    ]);
    expect(await faults()).toEqual([]);
  });

  it('is refused where it is none, with a sentence', async () => {
    const path = join(folder, 'x');
    expect(codeOf(await calls()['codebook.import'](fromFile(path)))).toBe('file-missing');
    writeFileSync(path, 'no codebook');
    expect(codeOf(await calls()['codebook.import'](fromFile(path)))).toBe('codebook-without-types');
    writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x00]));
    expect(codeOf(await calls()['codebook.import'](fromFile(path)))).toBe('codebook-unreadable');
    const unknown = { source: { from: 'ready-made', name: 'x' }, how: 'add', language: 'en' } as const;
    expect(codeOf(await calls()['codebook.import'](unknown))).toBe('codebook-unknown');
  });
});
