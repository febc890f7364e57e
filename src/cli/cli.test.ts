import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { corpus, corpusFiles } from '../../tests/e2e/support/places';
import { buildCommandLine, type CommandLine, type Outcome } from '../../tests/support/command-line';
import { temporaryFolder } from '../../tests/support/folder';
import { folderFile, folderWith } from '../../tests/support/import';
import { withRawSql } from '../../tests/support/project';
import { openProject } from '../engine/engine';
import { projectJsonSchema } from '../formats/json/project-schema';

// Every command is a process that starts, opens a file and waits for the disk.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let commandLine: CommandLine;
let emptyProject: Buffer;
beforeAll(async () => {
  commandLine = await buildCommandLine();
  const path = join(mkdtempSync(join(tmpdir(), 'postil-test-')), 'new.postil');
  const made = await postil('new', path);
  expect(made).toEqual({ code: 0, out: `Made ${path}.\n`, err: '' });
  emptyProject = readFileSync(path);
  rmSync(dirname(path), { recursive: true });
});
afterAll(() => commandLine.remove());

let folder: string;
let project: string;
beforeEach(() => {
  folder = temporaryFolder();
  project = join(folder, 'news.postil');
  writeFileSync(project, emptyProject);
});

const postil = (...args: string[]): Promise<Outcome> => commandLine.run(args);

const info = async (path = project): Promise<{ counts: Record<string, number> }> =>
  JSON.parse((await postil('info', path, '--json')).out) as { counts: Record<string, number> };

const exported = async (path: string): Promise<string> => {
  const out = join(temporaryFolder(), 'out.json');
  expect((await postil('export', path, '--format', 'json', '--out', out)).code).toBe(0);
  return readFileSync(out, 'utf8');
};

const texts = async (path = project): Promise<string[]> =>
  (JSON.parse(await exported(path)) as { documents: { text: string }[] }).documents.map(({ text }) => text);

describe('the command line', () => {
  it('takes a corpus in, exactly as it is, and gives it away as JSON that keeps to the schema', async () => {
    const imported = await postil('import', project, corpus);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(imported.out).toBe(`Added: ${corpusFiles().length} documents.\n`);
    expect((await info()).counts['document']).toBe(corpusFiles().length);
    const json = await exported(project);
    const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(projectJsonSchema());
    expect(validate(JSON.parse(json)) || validate.errors).toBe(true);
    const kept = corpusFiles().map((path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    expect(await texts()).toEqual(kept);
  });

  it('exports, imports into a new project and exports again the same bytes', async () => {
    await postil('import', project, corpus);
    const json = await exported(project);
    const second = join(folder, 'second.postil');
    await postil('new', second, '--coder', 'Somebody Else');
    expect((await postil('import', second, folderFile('a.json', json))).code).toBe(0);
    expect(await exported(second)).toBe(json);
    expect((await postil('export', second, '--out', '-')).out).toBe(json);
  });

  it('starts from a ready-made codebook, writes it as a file and takes it in elsewhere', async () => {
    const second = join(folder, 'dna.postil');
    expect((await postil('new', second, '--codebook', 'discourse-network')).code).toBe(0);
    expect((await postil('new', join(folder, 'x.postil'), '--codebook', 'none')).code).toBe(2);
    const file = join(folder, 'book.json');
    expect((await postil('codebook', 'export', second, '--out', file)).out).toContain(file);
    const taken = await postil('codebook', 'import', project, file, '--how', 'replace');
    expect([taken.code, taken.out]).toEqual([0, 'The codebook is taken in.\n']);
    expect((await postil('codebook', 'import', project, file)).out).toBe('The codebook is so already.\n');
    const third = join(folder, 'third.postil');
    expect((await postil('new', third, '--codebook', file)).code).toBe(0);
    expect(await postil('codebook', 'import', third, file)).toMatchObject({
      out: 'The codebook is so already.\n',
    });
    expect((await postil('new', join(folder, 'bare.postil'), '--codebook', 'empty')).code).toBe(0);
    expect(JSON.parse(await exported(join(folder, 'bare.postil')))).toMatchObject({ types: [], roles: [] });
    const brat = join(folder, 'annotation.conf');
    const lossy = await postil('codebook', 'export', project, '--format', 'brat', '--out', brat);
    expect(lossy.err).toMatch(/attributes? (is|are) left out/u);
    expect((await postil('codebook', 'import', project, join(folder, 'nowhere'))).code).toBe(1);
  });

  it('leaves one file behind after each command', async () => {
    await postil('import', project, corpus);
    await exported(project);
    expect(readdirSync(folder).filter((name) => !name.endsWith('-backups'))).toEqual(['news.postil']);
  });

  it('tells what a project holds', async () => {
    await postil('import', project, folderFile('a.txt', 'text'));
    const { out, code } = await postil('info', project);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual(expect.arrayContaining([project, '1 coder', '1 document']));
    const { counts } = await info();
    expect(counts).toMatchObject({ coder: 1, document: 1, annotation: 0 });
  });

  it('says when a text is there already, and takes it again when asked to', async () => {
    const path = folderFile('a.txt', 'text');
    await postil('import', project, path);
    const again = await postil('import', project, path);
    expect(again.code).toBe(0);
    expect(again.out).toBe(`${path}: the same text is there already, as “a”; skipped.\nNothing was added.\n`);
    await postil('import', project, path, '--duplicates');
    expect((await info()).counts['document']).toBe(2);
  });

  it('refuses to guess an encoding, names the likeliest, and takes it from --encoding', async () => {
    const text = 'Переговоры прошли в Минске.';
    const path = folderFile('a.txt', iconv.encode(text, 'windows-1251'));
    const refused = await postil('import', project, path);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--encoding windows-1251');
    expect(refused.err.trimEnd().split('\n')).toHaveLength(1);
    expect((await postil('import', project, path, '--encoding', 'windows-1251')).code).toBe(0);
    expect(await texts()).toEqual([text]);
  });

  it('splits what is too long', async () => {
    const path = folderFile('long.txt', 'Строка.\n'.repeat(700_000));
    const refused = await postil('import', project, path);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('--split');
    expect((await postil('import', project, path, '--split', 'size:2000000', '--duplicates')).code).toBe(0);
    expect((await texts()).join('')).toBe('Строка.\n'.repeat(700_000));
  });

  it('looks without touching with --dry-run', async () => {
    const files = folderWith({
      'a.txt': 'text',
      'b.txt': iconv.encode('Встреча прошла в Минске.', 'koi8-r'),
      'c.txt': '',
    });
    const { code, out, err } = await postil('import', project, files, '--dry-run');
    expect(code).toBe(1);
    expect(out).toContain('a.txt: text, utf-8\n');
    expect(out).toContain(
      'b.txt: text, most likely koi8-r; name it with --encoding\n  koi8-r: Встреча прошла в Минске.\n',
    );
    expect(err).toContain('c.txt: The file has no text');
    expect((await info()).counts['document']).toBe(0);
  });

  it('looks with --dry-run at what the other options would do, and asks for nothing that they settle', async () => {
    await postil('import', project, folderFile('a.txt', 'text'));
    const theirs = folderFile(
      'theirs.json',
      (await exported(project)).replace('"note":""', '"note":"theirs"'),
    );
    const files = folderWith({
      'again.txt': 'text',
      'koi.txt': iconv.encode('Встреча прошла в Минске.', 'koi8-r'),
      'long.txt': 'Строка.\n'.repeat(700_000),
    });
    const settled = ['--encoding', 'KOI8-R', '--split', 'size:1000000', '--duplicates'];
    const looked = await postil('import', project, files, '--dry-run', ...settled);
    expect(looked.code).toBe(0);
    expect(looked.out).toContain('again.txt: text, utf-8; the same as “a”; imported once more\n');
    expect(looked.out).toContain('koi.txt: text, koi8-r\n  koi8-r: Встреча прошла в Минске.\n');
    expect(looked.out).toContain('long.txt: text, utf-8; too long for one document; split\n');

    const wrong = await postil('import', project, files, '--dry-run', '--encoding', 'utf-8');
    expect(wrong.err).toContain('koi.txt: The file is not valid utf-8');
    const unknown = await postil('import', project, files, '--dry-run', '--encoding', 'klingon');
    expect(unknown.err).toBe('Postil knows no encoding called “klingon”.\n');
    const conflict = await postil('import', project, theirs, '--dry-run', '--on-conflict', 'keep-both');
    expect(conflict.code).toBe(0);
    expect(conflict.out).toContain('in the file note: "theirs"');
    expect((await info()).counts['document']).toBe(1);
  });

  it('shows conflicts, changes nothing, and settles them as it is told', async () => {
    await postil('import', project, folderFile('a.txt', 'text'));
    const json = await exported(project);
    const theirs = folderFile('theirs.json', json.replace('"note":""', '"note":"theirs"'));
    const looked = await postil('import', project, theirs, '--dry-run');
    expect(looked.code).toBe(1);
    expect(looked.out).toContain('here note: ""; in the file note: "theirs"');
    const refused = await postil('import', project, theirs);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--on-conflict');
    expect(await exported(project)).toBe(json);
    expect((await postil('import', project, theirs, '--on-conflict', 'take-theirs')).code).toBe(0);
    expect(await exported(project)).toContain('"note":"theirs"');
  });

  it('says why a project cannot be changed', async () => {
    const files = folderFile('a.txt', 'text');
    withRawSql(project, (database) => database.pragma('user_version = 9999'));
    const { code, err } = await postil('import', project, files);
    expect(code).toBe(1);
    expect(err).toBe(
      'This project can only be looked at, so nothing was changed. It was made by a newer version of Postil.\n',
    );
  });

  it('says in one sentence what is wrong, never in a stack of calls', async () => {
    const text = folderFile('a.txt', 'not a project');
    const broken = folderFile('broken.json', '{"format": "postil-project", "version": 1, "coders": [');
    const failures = await Promise.all([
      postil('info', join(folder, 'none.postil')),
      postil('info', text),
      postil('export', project, '--out', join(folder, 'none', 'out.json')),
      postil('export', project, '--out', project),
      postil('new', project),
      postil('new', folder),
      postil('import', project, broken),
      postil('import', project, join(folder, 'none.txt')),
      postil('import', project, text, '--encoding', 'klingon'),
    ]);
    for (const { code, err } of failures) {
      expect(code).toBe(1);
      expect(err).toMatch(/^\S.*\.\n$/);
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    }
    expect(existsSync(project)).toBe(true);
  });

  it('ends with 2 for wrong usage, and shows help for every command', async () => {
    const wrong = await Promise.all([
      postil('import'),
      postil('nonsense'),
      postil('export', project),
      postil('export', project, '--out', 'x', '--format', 'xml'),
      postil('import', project, 'a.txt', '--split', 'often'),
      postil('import', project, 'a.txt', '--split', 'size:10'),
      postil('import', project, 'a.txt', '--on-conflict', 'fight'),
      postil('import', project, 'a.txt', '--coder', ' '),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual(wrong.map(() => 2));
    for (const command of ['new', 'info', 'check', 'import', 'export', 'serve']) {
      const { code, out } = await postil(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Usage: postil ${command} `);
      expect(out).toContain('Exit codes: ');
    }
    expect((await postil('--help')).code).toBe(0);
    expect((await postil('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('checks a project, and names each fault', async () => {
    await postil('import', project, corpus);
    expect(await postil('check', project)).toEqual({ code: 0, out: 'ok\n', err: '' });
    withRawSql(project, (database) =>
      database.exec(
        'DROP TRIGGER document_text_never_changes; UPDATE document SET sha256 = hex(zeroblob(32))',
      ),
    );
    const { code, out } = await postil('check', project);
    expect(code).toBe(1);
    expect(out).toContain('text.sha256: document ');
    const text = folderFile('a.txt', 'not a project');
    expect((await postil('check', text)).code).toBe(1);
  });

  it('speaks the language of the terminal', async () => {
    const { out } = await commandLine.run(['info', project], { LC_ALL: '', LANG: 'ru_RU.UTF-8' });
    expect(out).toContain('1 кодировщик\n');
    const { err } = await commandLine.run(['info', 'none.postil'], { LC_ALL: 'ru_RU.UTF-8' });
    expect(err).toMatch(/^Файла .* нет\./);
  });

  it.each([
    ['impotr', 'Команды impotr нет.\nМожет быть, import?\n'],
    ['info', 'Не хватает аргумента: project.\n'],
    ['info a b', 'Слишком много аргументов: 2 вместо 1.\n'],
    ['export a', 'Не хватает параметра: --out <path>.\n'],
    ['export a --out', 'У параметра --out <path> нет значения.\n'],
    ['check a --jsno', 'Параметра --jsno нет.\n'],
    ['serve --port x', '«x» не подходит для --port <number>. Порт — целое число не больше 65535.\n'],
    ['import a b --html c', '«c» не подходит для --html <text>. Можно: readable, all.\n'],
    ['import a b --codebook-only --beside', 'Параметры --codebook-only и --beside вместе не задают.\n'],
  ])('tells of wrong usage in the language of the terminal, and ends with 2: %s', async (usage, told) => {
    const { code, err } = await commandLine.run(usage.split(' '), { LC_ALL: 'ru_RU.UTF-8' });
    expect({ code, err }).toEqual({ code: 2, err: told });
  });

  it('names the choices and the default of an option in the language of the terminal', async () => {
    const { out } = await commandLine.run(['import', '--help'], { LC_ALL: 'ru_RU.UTF-8' });
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('(варианты: "readable", "all", по умолчанию: "readable")');
    expect(out).not.toMatch(/choices:|default:/u);
  });

  it('reads a project that is open elsewhere, and does not write to it', async () => {
    const opened = await openProject({ path: project, coderName: 'Anna', how: 'normally' });
    if (!opened.ok) throw new Error(opened.problem.code);
    const path = folderFile('a.txt', 'text');
    try {
      expect((await postil('info', project)).code).toBe(0);
      expect((await postil('export', project, '--out', '-')).code).toBe(0);
      expect((await postil('import', project, path, '--dry-run')).code).toBe(0);
      const refused = await postil('import', project, path);
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/open in another process already: .+ has had it open since .+\d\d/u);
    } finally {
      await opened.value.close();
    }
  });

  it('leaves the target of an export as it was where the export fails', async () => {
    const out = join(folder, 'out.json');
    writeFileSync(out, 'precious');
    expect((await postil('export', join(folder, 'none.postil'), '--out', out)).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
    expect(readdirSync(folder).filter((name) => basename(name).startsWith('.'))).toEqual([]);
  });
});
