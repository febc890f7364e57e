import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../tests/support/folder';
import {
  addDocuments,
  codeOf,
  newProject,
  reopenProject,
  run,
  tag,
  valueOf,
} from '../../../tests/support/engine';
import { richSample } from '../../../tests/support/exchange/round-trip';
import { makeCorpus } from '../../../tests/support/segments';
import { exportJson, folderWith, importFiles } from '../../../tests/support/import';
import { plainExport, wholeProject, type ExportPlan } from '../../contract/exchange';
import type { ExportReport } from '../../contract/engine-answers';
import type { Progress } from '../../contract/events';
import type { TypeId } from '../../core/ids';
import type { Result } from '../../core/result';
import { everySegment, type SegmentFilter } from '../../core/segments/filter';
import { projectJsonSchema } from '../../formats/json/project-schema';
import { handlers } from '../calls/handlers';
import type { Project } from '../project';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 60_000 });

const exportTo = async (project: Project, out: string, withHistory = false): Promise<Result<ExportReport>> =>
  handlers['export.run'](project, { job: 'export', plan: { ...plainExport('json'), withHistory }, out });

interface Exported {
  readonly coders: readonly { readonly name: string }[];
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly annotations: readonly {
    readonly document: string;
    readonly fragments: readonly { readonly start: number }[];
  }[];
  readonly history?: readonly { readonly number: number; readonly name: string; readonly cause: string }[];
  readonly removedTexts?: readonly { readonly text: string }[];
}

const parsed = async (project: Project, withHistory = false): Promise<Exported> =>
  JSON.parse(await exportJson(project, { withHistory })) as Exported;

const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(projectJsonSchema());

/** Does something once, in the middle of an export. */
function amidst(project: Project, action: () => void): void {
  const stop = project.events.subscribe((name, event) => {
    if (name !== 'progress' || (event as Progress).phase !== 'writing') return;
    stop();
    action();
  });
}

describe('an export', () => {
  it('holds everything in the order of documents and places, and keeps to its schema', async () => {
    const project = newProject();
    const [b, a] = addDocuments(project, { b: 'Раз, два, три. 🇧🇾', a: 'Другой текст' });
    if (!a || !b) throw new Error('No documents');
    tag(project, a.id, 0, 6);
    tag(project, b.id, 10, 13);
    tag(project, b.id, 0, 3);
    const file = await parsed(project);
    expect(validate(file) || validate.errors).toBe(true);
    expect(file.documents.map(({ name, text }) => [name, text])).toEqual([
      ['b', 'Раз, два, три. 🇧🇾'],
      ['a', 'Другой текст'],
    ]);
    expect(file.annotations.map(({ document, fragments }) => [document, fragments[0]?.start])).toEqual([
      [b.id, 0],
      [b.id, 10],
      [a.id, 0],
    ]);
  });

  it('tells which roles are lost with what fills them, and is not made where nothing may be lost', async () => {
    const project = richSample();
    const selection = { ...wholeProject, types: ['statement.claim' as TypeId] };
    const out = join(temporaryFolder(), 'claims.json');
    const plan = { ...plainExport('json'), selection };
    const run = (part: Partial<ExportPlan>, path: string | null) =>
      handlers['export.run'](project, { job: 'export', plan: { ...plan, ...part }, out: path });
    const looked = valueOf(await run({}, null));
    expect(looked.losses).toMatchObject([
      { thing: 'role', reason: 'filler-missing', count: 2, examples: [{ words: 'Да' }, { words: 'Да' }] },
    ]);
    expect(looked.written).toMatchObject({ annotation: 1, link: 1, document: 1 });
    expect(codeOf(await run({ strict: true }, out))).toBe('export-would-lose');
    expect(existsSync(out)).toBe(false);
    expect(valueOf(await run({}, out))).toMatchObject({ losses: looked.losses, written: looked.written });
    expect(valueOf(await run({ selection: wholeProject, strict: true }, out)).losses).toEqual([]);
  });

  it('is of what the table shows, where that is chosen', async () => {
    const { project, second } = makeCorpus();
    const look = async (filter: Partial<SegmentFilter>) => {
      const selection = { ...wholeProject, filter: { ...everySegment, ...filter } };
      const plan = { ...plainExport('doccano'), selection };
      const out = join(temporaryFolder(), 'out.jsonl');
      const { written } = valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
      const lines = readFileSync(out, 'utf8').trim().split('\n');
      const tasks = lines.map((line) => JSON.parse(line) as { entities: readonly unknown[] });
      expect(tasks.flatMap(({ entities }) => entities)).toHaveLength(written.annotation);
      return [written.document, written.annotation];
    };
    expect(await look({})).toEqual([2, 6]);
    expect(await look({ text: 'лавров' })).toEqual([2, 3]);
    expect(await look({ text: 'лавров', documents: [second] })).toEqual([1, 1]);
    expect(await look({ kinds: ['event'] })).toEqual([2, 1]);
  });

  it('is the same, byte by byte, as often as it is made', async () => {
    const project = newProject();
    const [document] = addDocuments(project, { a: 'Раз, два' });
    if (document) tag(project, document.id, 0, 3);
    expect(await exportJson(project)).toBe(await exportJson(project));
    expect(await exportJson(reopenProject(project.path))).toBe(await exportJson(project));
  });

  it('names the coders whose annotations or codebook it holds; who only opened the project is part of its history', async () => {
    const project = newProject();
    const [document] = addDocuments(project, { a: 'Раз, два' });
    const boris = reopenProject(project.path, 'Boris');
    reopenProject(project.path, 'Clara');
    if (document) tag(boris, document.id, 0, 3);
    expect((await parsed(project)).coders.map(({ name }) => name)).toEqual(['Anna', 'Boris']);
    expect((await parsed(project, true)).coders.map(({ name }) => name)).toEqual(['Anna', 'Boris', 'Clara']);
  });

  it('has the journal only where that is asked for, with the texts that it can bring back', async () => {
    const project = newProject();
    const [document] = addDocuments(project, { a: 'Удалённый текст' });
    if (!document) throw new Error('No document');
    tag(project, document.id, 0, 3);
    valueOf(project.undo());
    valueOf(run(project, { name: 'document.remove', documents: [document.id] }));
    expect(Object.keys(await parsed(project))).not.toContain('history');
    const file = await parsed(project, true);
    expect(validate(file) || validate.errors).toBe(true);
    expect(file.history?.map(({ name, cause }) => `${cause} ${name}`)).toEqual([
      'do project.create',
      'do import',
      'do annotation.create',
      'undo annotation.create',
      'do document.remove',
    ]);
    expect(file.removedTexts?.map(({ text }) => text)).toEqual(['Удалённый текст']);
  });

  it.each(['wal', 'delete'] as const)('is of one moment, while work goes on (%s)', async (mode) => {
    const project = newProject();
    const access = project.access;
    if (access.mode === 'read-write') access.writer.setJournalMode(mode);
    const [document] = addDocuments(project, { a: 'Раз, два' });
    if (!document) throw new Error('No document');
    const before = await exportJson(project);
    amidst(project, () => {
      tag(project, document.id, 0, 3);
      valueOf(run(project, { name: 'document.rename', document: document.id, to: 'renamed' }));
    });
    expect(await exportJson(project)).toBe(before);
    expect((await parsed(project)).documents[0]?.name).toBe('renamed');
  });

  it('can be cancelled, and leaves the target as it was', async () => {
    const project = newProject();
    addDocuments(
      project,
      Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}`, `${n} `.repeat(3000)])),
    );
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'out.json'), 'precious');
    amidst(project, () => project.jobs.cancel('export'));
    expect(codeOf(await exportTo(project, join(folder, 'out.json')))).toBe('job-cancelled');
    expect(readdirSync(folder)).toEqual(['out.json']);
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('precious');
  });

  it('replaces an older one whole, and says how much it wrote', async () => {
    const project = newProject();
    addDocuments(project, { a: 'текст' });
    const folder = temporaryFolder();
    const out = join(folder, 'out.json');
    writeFileSync(out, 'x'.repeat(100_000));
    const report = valueOf(await exportTo(project, out));
    expect(readdirSync(folder)).toEqual(['out.json']);
    expect(report).toMatchObject({
      path: out,
      bytes: readFileSync(out).length,
      written: { document: 1, type: 22 },
    });
  });

  it('never overwrites a project, and says what is wrong with a place', async () => {
    const project = newProject();
    const before = readFileSync(project.path);
    expect(codeOf(await exportTo(project, project.path))).toBe('file-exists');
    expect(readFileSync(project.path).equals(before)).toBe(true);
    const folder = temporaryFolder();
    expect(codeOf(await exportTo(project, join(folder, 'none', 'out.json')))).toBe('folder-missing');
    mkdirSync(join(folder, 'sub'));
    expect(codeOf(await exportTo(project, join(folder, 'sub')))).toBe('target-is-folder');
    expect(readdirSync(folder)).toEqual(['sub']);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('keeps every character of what was imported', async () => {
    const text = '\u00a0№ 1\r\n\r\n🇧🇾 «Да», — сказал он. "Yes"\\ 👩‍💻 е\u0301\u2028\u0007\tконец\r';
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'a.txt': text })]));
    expect((await parsed(project)).documents[0]?.text).toBe(text);
  });
});
