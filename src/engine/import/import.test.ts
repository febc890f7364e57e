import { closeSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import { codeOf, dump, newProject, reopenProject, valueOf } from '../../../tests/support/engine';
import { folderWith, importFiles, inspectFiles, textsOf } from '../../../tests/support/import';
import type { Change } from '../../contract/engine-answers';
import type { Progress } from '../../contract/events';
import type { Project } from '../project';
import { documents } from '../storage/records/documents';

// Some of these write megabytes, on whatever disk there is.
vi.setConfig({ testTimeout: 60_000 });

const awkward = '\u00a0№ 1\r\n\r\n🇧🇾 «Да», — сказал он. "Yes" 👩‍💻 е\u0301\n\n\tконец\r';

const staged = (project: Project): unknown =>
  project.reader.query('SELECT count(*) AS n FROM document_text').first();
const changes = (project: Project): unknown =>
  project.reader.query('SELECT count(*) AS n FROM change').first();

describe('importing texts', () => {
  it('keeps them exactly as they are, from files and folders, in the order of their names', async () => {
    const project = newProject();
    const folder = folderWith({
      '10.txt': 'ten',
      '2.txt': awkward,
      'a/deep/er.txt': 'deeper',
      'a/.hidden.txt': 'hidden',
      '.git/config': 'hidden too',
      'notes.md': '# notes',
    });
    const report = valueOf(await importFiles(project, [folder]));
    expect(report.problems).toEqual([]);
    expect(report.added.document).toBe(4);
    expect(Object.entries(textsOf(project))).toEqual([
      ['2', awkward],
      ['10', 'ten'],
      ['a/deep/er', 'deeper'],
      ['notes.md', '# notes'],
    ]);
    const [first] = documents.all(project.reader);
    expect(first).toMatchObject({
      position: 0,
      length: Array.from(awkward).length,
      encoding: 'utf-8',
      byteOrderMark: false,
      origin: { format: 'text', id: `${basename(folder)}/2.txt`, fields: {} },
    });
  });

  it('is one change, told to every listener, which undo takes back and redo brings again', async () => {
    const project = newProject();
    const before = dump(project);
    const heard: Change[] = [];
    project.events.subscribe((name, event) => {
      if (name === 'changed') heard.push(event as Change);
    });
    const report = valueOf(await importFiles(project, [folderWith({ 'a.txt': 'a', 'b.txt': 'b' })]));
    const after = dump(project);
    expect(heard.map(({ number, name }) => ({ number, name }))).toEqual([
      { number: report.change, name: 'import' },
    ]);
    valueOf(project.undo());
    expect(dump(project)).toEqual(before);
    valueOf(project.redo());
    expect(dump(project)).toEqual(after);
    expect(textsOf(project)).toEqual({ a: 'a', b: 'b' });
  });

  it('comes behind the documents that are there', async () => {
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'z.txt': 'first' })]));
    valueOf(await importFiles(project, [folderWith({ 'a.txt': 'second' })]));
    expect(documents.all(project.reader).map(({ name, position }) => [name, position])).toEqual([
      ['z', 0],
      ['a', 1],
    ]);
  });

  it('drops a byte-order mark and remembers it', async () => {
    const project = newProject();
    const utf16 = Buffer.from('\uFEFFдва', 'utf16le');
    const folder = folderWith({
      '1.txt': '\uFEFFодин',
      '2.txt': utf16,
      '3.txt': Buffer.from(utf16).swap16(),
    });
    valueOf(await importFiles(project, [folder], { duplicates: true }));
    expect(textsOf(project)).toEqual({ '1': 'один', '2': 'два', '3': 'два' });
    expect(
      documents.all(project.reader).map(({ encoding, byteOrderMark }) => [encoding, byteOrderMark]),
    ).toEqual([
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
    ]);
  });

  it('takes a file once that is reached by several ways, and is not caught in a loop of links', async () => {
    const project = newProject();
    const folder = folderWith({ 'a/text.txt': 'once' });
    symlinkSync(folder, join(folder, 'a', 'up'));
    symlinkSync(join(folder, 'a', 'text.txt'), join(folder, 'again.txt'));
    const report = valueOf(
      await importFiles(project, [folder, join(folder, 'a'), join(folder, 'a/text.txt')]),
    );
    expect(Object.values(textsOf(project))).toEqual(['once']);
    expect(report.skippedDuplicates).toEqual([]);
  });

  it('skips a text that is there already, and says whose it is, unless asked for', async () => {
    const project = newProject();
    const folder = folderWith({ 'a.txt': 'same', 'b.txt': 'same', 'c.txt': 'other' });
    const report = valueOf(await importFiles(project, [folder]));
    expect(report.skippedDuplicates).toEqual([{ path: join(folder, 'b.txt'), duplicateOf: 'a' }]);
    const again = valueOf(await importFiles(project, [folder]));
    expect(again.change).toBeNull();
    expect(again.skippedDuplicates.map(({ duplicateOf }) => duplicateOf)).toEqual(['a', 'a', 'c']);
    valueOf(await importFiles(project, [folder], { duplicates: true }));
    expect(documents.all(project.reader).map(({ name }) => name)).toEqual(['a', 'c', 'a', 'b', 'c']);
  });

  it('decodes what is not certain only as a person has said', async () => {
    const project = newProject();
    const text = 'Переговоры прошли в Минске.';
    const folder = folderWith({ 'old.txt': iconv.encode(text, 'koi8-r'), 'new.txt': 'Новый текст' });
    const refused = valueOf(await importFiles(project, [folder]));
    expect(refused.problems).toEqual([
      { path: join(folder, 'old.txt'), problem: { code: 'encoding-unknown', params: { likely: 'koi8-r' } } },
    ]);
    valueOf(await importFiles(project, [folder], { encoding: 'KOI8-R' }));
    expect(textsOf(project)).toEqual({ new: 'Новый текст', old: text });
    expect(documents.all(project.reader).map(({ encoding }) => encoding)).toEqual(['utf-8', 'koi8-r']);
  });

  it('refuses what cannot be imported, each with its reason, and imports the rest', async () => {
    const project = newProject();
    const folder = folderWith({
      'binary.txt': Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
      'blank.txt': ' \n\u00a0\r\n',
      'broken.txt': Buffer.concat([Buffer.from('Целый текст'), Buffer.from([0xd0])]),
      'empty.txt': '',
      'good.txt': 'good',
      'nul.txt': `Текст с ${'нулём '.repeat(20)}\0`,
      'surrogate.txt': Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from([0x00, 0xd8])]),
    });
    const missing = join(folder, 'missing.txt');
    const report = valueOf(await importFiles(project, [folder, missing]));
    expect(
      report.problems.map(({ path, problem }) => [basename(path), problem.code, problem.params]),
    ).toEqual([
      ['binary.txt', 'text-binary', {}],
      ['blank.txt', 'document-empty', {}],
      ['broken.txt', 'encoding-invalid', { encoding: 'utf-8', offset: 21 }],
      ['empty.txt', 'document-empty', {}],
      ['nul.txt', 'text-nul', { offset: 128 }],
      ['surrogate.txt', 'text-lone-surrogate', { offset: 6 }],
      ['missing.txt', 'file-missing', { path: missing }],
    ]);
    expect(textsOf(project)).toEqual({ good: 'good' });
  });

  it('reads each text in the encoding that is likeliest for it, where that was chosen', async () => {
    const [visit, exercise] = ['Визит длился два дня.', 'Учения начались в понедельник.'];
    const folder = folderWith({
      'dos.txt': iconv.encode(exercise, 'ibm866'),
      'windows.txt': iconv.encode(visit, 'windows-1251'),
    });
    const project = newProject();
    const report = valueOf(await importFiles(project, [folder], { encoding: 'guessed' }));
    expect(report.problems).toEqual([]);
    expect(textsOf(project)).toEqual({ dos: exercise, windows: visit });
  });

  it('refuses text that is not valid in the encoding that was chosen', async () => {
    const folder = folderWith({ 'a.txt': Buffer.from([0xcf, 0xf0, 0xe8, 0x98, 0xe2, 0xe5, 0xf2]) });
    const report = valueOf(await importFiles(newProject(), [folder], { encoding: 'windows-1251' }));
    expect(report.problems[0]?.problem).toEqual({
      code: 'encoding-invalid',
      params: { encoding: 'windows-1251', offset: 3 },
    });
  });

  it('says so where there is nothing to import, and where the encoding is unheard of', async () => {
    expect(codeOf(await importFiles(newProject(), [folderWith({})]))).toBe('import-nothing');
    const folder = folderWith({ 'a.txt': 'a' });
    expect(codeOf(await importFiles(newProject(), [folder], { encoding: 'klingon' }))).toBe(
      'encoding-unsupported',
    );
  });
});

describe('importing a text that is longer than a document may be', () => {
  const long = `${'Строка текста, которая повторяется.\n'.repeat(150_000)}конец 🇧🇾`;
  const article = (number: number): string => `### ${number}\n${`Абзац ${number}.\n`.repeat(200_000)}`;

  it('is refused without a plan, and never shortened', async () => {
    const project = newProject();
    const folder = folderWith({ 'long.txt': long });
    const report = valueOf(await importFiles(project, [folder]));
    expect(report.problems.map(({ problem }) => problem)).toEqual([
      { code: 'document-too-long', params: { longest: 5_000_000 } },
    ]);
    expect(textsOf(project)).toEqual({});
    expect(staged(project)).toEqual({ n: 0 });
  });

  it('is cut by size, at ends of lines, and the parts are the text', async () => {
    const project = newProject();
    const folder = folderWith({ 'long.txt': long, 'short.txt': 'short\nas it is' });
    valueOf(
      await importFiles(project, [folder], {
        split: { by: 'size', codePoints: 2_000_000 },
        duplicates: true,
      }),
    );
    const { short, ...parts } = textsOf(project);
    expect(short).toBe('short\nas it is');
    expect(Object.keys(parts)).toEqual(['long (1 of 3)', 'long (2 of 3)', 'long (3 of 3)']);
    expect(Object.values(parts).join('')).toBe(long);
    expect(parts['long (1 of 3)']?.endsWith('повторяется.\n')).toBe(true);
    expect(documents.all(project.reader)[1]?.origin).toMatchObject({ fields: { part: 2, parts: 3 } });
    expect(staged(project)).toEqual({ n: 0 });
  });

  it('is cut before every separator', async () => {
    const project = newProject();
    const folder = folderWith({ 'all.txt': [1, 2, 3].map(article).join('') });
    valueOf(await importFiles(project, [folder], { split: { by: 'separator', separator: '###' } }));
    expect(textsOf(project)).toEqual({
      'all (1 of 3)': article(1),
      'all (2 of 3)': article(2),
      'all (3 of 3)': article(3),
    });
  });

  it('is cut as it is read, though it has 200 MB, and is never in memory as a whole', async () => {
    const project = newProject();
    const path = join(folderWith({}), 'huge.txt');
    const lines = Buffer.from('Строка текста, которая повторяется.\n'.repeat(30_000));
    const file = openSync(path, 'w');
    let bytes = 0;
    for (let part = 0; bytes < 200_000_000; part += 1)
      bytes += writeSync(file, lines) + writeSync(file, Buffer.from(`${part}\n`));
    closeSync(file);

    const before = process.memoryUsage().rss;
    let most = before;
    project.events.subscribe(() => {
      most = Math.max(most, process.memoryUsage().rss);
    });
    const split = { by: 'size', codePoints: 5_000_000 } as const;
    const report = valueOf(await importFiles(project, [path], { split }));
    // As bytes and as a string, the whole would be twice as much.
    expect(most - before).toBeLessThan(bytes);
    expect(report.problems).toEqual([]);
    const parts = documents.all(project.reader);
    expect(parts.length).toBe(report.added.document);
    const held = project.reader
      .query<{ bytes: number }>('SELECT sum(length(CAST(text AS BLOB))) AS bytes FROM document')
      .first();
    expect(held?.bytes).toBe(bytes);
  });

  it('keeps all of its parts, also those that are equal', async () => {
    const project = newProject();
    const folder = folderWith({ 'all.txt': article(1).repeat(3) });
    valueOf(await importFiles(project, [folder], { split: { by: 'separator', separator: '###' } }));
    expect(Object.keys(textsOf(project))).toHaveLength(3);
  });
});

describe('an import that is stopped', () => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `${index} ${'много текста '.repeat(20_000)}`]),
  );

  it('leaves nothing behind when it is cancelled', async () => {
    const project = newProject();
    const before = changes(project);
    project.events.subscribe((name, event) => {
      const progress = event as Progress;
      if (name === 'progress' && progress.phase === 'reading' && progress.done > (progress.total ?? 0) * 0.8)
        project.jobs.cancel('import');
    });
    expect(codeOf(await importFiles(project, [folderWith(many)]))).toBe('job-cancelled');
    expect(textsOf(project)).toEqual({});
    expect(staged(project)).toEqual({ n: 0 });
    expect(changes(project)).toEqual(before);
  });

  it('leaves nothing behind when the disk is full', async () => {
    const project = newProject();
    project.reader.pragma(`max_page_count = ${Number(project.reader.pragma('page_count')) + 200}`);
    expect(codeOf(await importFiles(project, [folderWith(many)]))).toBe('disk-full');
    project.reader.pragma('max_page_count = 1073741823');
    expect(textsOf(project)).toEqual({});
    expect(staged(project)).toEqual({ n: 0 });
    valueOf(await importFiles(project, [folderWith({ 'a.txt': 'a' })]));
    expect(textsOf(project)).toEqual({ a: 'a' });
  });

  it('leaves nothing behind when the engine dies', async () => {
    const project = newProject();
    const { path } = project;
    const died = new Promise<void>((resolve) => {
      project.events.subscribe((name, event) => {
        const progress = event as Progress;
        if (
          name !== 'progress' ||
          progress.phase !== 'reading' ||
          progress.done < (progress.total ?? 0) * 0.8
        )
          return;
        // What an abrupt end leaves: everything committed so far, and no chance to clean up.
        project.reader.close();
        resolve();
      });
    });
    await importFiles(project, [folderWith(many)]).catch(() => null);
    await died;
    const reopened = reopenProject(path);
    expect(textsOf(reopened)).toEqual({});
    expect(staged(reopened)).toEqual({ n: 0 });
  });

  it('takes nothing from another that runs at the same time', async () => {
    const project = newProject();
    const one = importFiles(
      project,
      [folderWith({ 'one.txt': 'one' }), join('no', 'such', 'file')],
      {},
      'one',
    );
    const other = importFiles(project, [folderWith(many)], {}, 'other');
    const reports = await Promise.all([one, other]);
    expect(reports.map((report) => valueOf(report).added.document)).toEqual([1, 20]);
    expect(documents.all(project.reader).map(({ position }) => position)).toEqual(
      Array.from({ length: 21 }, (_, index) => index),
    );
  });
});

describe('looking at files before they are imported', () => {
  it('tells what each is, what it repeats, and changes nothing', async () => {
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'known.txt': 'known' })]));
    const before = [dump(project), changes(project)];
    const folder = folderWith({
      '1.txt': 'known',
      '2.txt': 'new',
      '3.txt': 'new',
      '4.txt': iconv.encode('Встреча прошла в Минске.', 'windows-1251'),
      '5.txt': '',
    });
    const { files } = valueOf(await inspectFiles(project, [folder]));
    expect(files).toMatchObject([
      { kind: 'text', name: '1', duplicateOf: 'known', guess: { encoding: 'utf-8', certain: true } },
      { kind: 'text', name: '2', duplicateOf: null, tooLong: false, bytes: 3 },
      { kind: 'text', name: '3', duplicateOf: '2' },
      { kind: 'text', name: '4', guess: { encoding: 'windows-1251', certain: false } },
      { kind: 'refused', name: '5', problem: { code: 'document-empty' } },
    ]);
    const guess = files[3]?.kind === 'text' ? files[3].guess : undefined;
    expect(guess?.candidates[0]?.sample).toBe('Встреча прошла в Минске.');
    expect([dump(project), changes(project)]).toEqual(before);
  });

  it('tells which texts are too long for one document', async () => {
    const folder = folderWith({ 'long.txt': 'слово '.repeat(833_334), 'fits.txt': '🇧🇾'.repeat(2_500_000) });
    const { files } = valueOf(await inspectFiles(newProject(), [folder]));
    expect(files).toMatchObject([
      { name: 'fits', tooLong: false },
      { name: 'long', tooLong: true },
    ]);
  });
});
