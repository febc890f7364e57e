import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCommandLine, type CommandLine, type Outcome } from '../../tests/support/command-line';
import { addDocuments, newProject, tag } from '../../tests/support/engine';
import { temporaryFolder } from '../../tests/support/folder';
import { folderFile, folderWith } from '../../tests/support/import';
import { describedFormats } from '../engine/calls/formats';

// Every command is a process that starts, opens a file and waits for the disk.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let commandLine: CommandLine;
beforeAll(async () => {
  commandLine = await buildCommandLine();
});
afterAll(() => commandLine.remove());

const postil = (...args: string[]): Promise<Outcome> => commandLine.run(args);

let project: string;
let out: string;
beforeEach(() => {
  const made = newProject();
  const [talks, visit] = addDocuments(made, { talks: 'Anna came.', 'visit, second': 'Boris went.' });
  if (!talks || !visit) throw new Error('No documents');
  tag(made, talks.id, 0, 4);
  tag(made, visit.id, 0, 5);
  project = made.path;
  out = join(temporaryFolder(), 'out.json');
});

interface Exported {
  readonly documents: readonly { readonly name: string }[];
  readonly annotations: readonly unknown[];
}

async function exported(...args: string[]): Promise<Exported> {
  const { code, err } = await postil('export', project, '--out', out, ...args);
  expect(code, err).toBe(0);
  return JSON.parse(readFileSync(out, 'utf8')) as Exported;
}

describe('what is exported', () => {
  it('is what was named, by names with commas between them, names with commas, and ids', async () => {
    const names = async (...args: string[]): Promise<readonly string[]> =>
      (await exported(...args)).documents.map(({ name }) => name);
    expect(await names('--documents', 'Talks')).toEqual(['talks']);
    expect(await names('--documents', 'visit, second')).toEqual(['visit, second']);
    expect(await names('--documents', 'talks', '--documents', 'visit, second')).toHaveLength(2);
    expect((await exported('--status', 'done,doubtful')).annotations).toEqual([]);
    expect((await exported('--types', 'person', '--coder', 'Anna')).annotations).toHaveLength(2);
    expect((await exported('--types', 'place')).annotations).toEqual([]);
  });

  it.each([
    ['--documents', 'talks,nothing', 'nothing'],
    ['--coder', 'Zoe', 'Zoe'],
    ['--types', 'dragon', 'dragon'],
    ['--status', 'perfect', 'perfect'],
  ])('ends with 2 where %s names nothing', async (option, value, name) => {
    const { code, err } = await postil('export', project, '--out', out, option, value);
    expect(code).toBe(2);
    expect(err).toBe(`${option}: the project has no “${name}”.\n`);
    expect(existsSync(out)).toBe(false);
  });
});

describe('an option of a format', () => {
  it('has to be one that the format has', async () => {
    const file = folderFile('a.json', '{}');
    const outcomes = await Promise.all([
      postil('export', project, '--out', out, '--option', 'colour=red'),
      postil('export', project, '--out', out, '--option', 'colour'),
      postil('import', project, file, '--option', 'colour=red'),
      postil('import', project, file, '--format', 'json', '--option', 'colour=red'),
      postil('import', project, file, '--format', 'none'),
      postil('import', project, file, '--codebook-only', '--beside'),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 2));
    for (const { err } of outcomes) expect(err).not.toBe('');
  });
});

describe('postil formats', () => {
  it('lists every format with its directions and what it carries', async () => {
    const { code, out: listed } = await postil('formats');
    expect(code).toBe(0);
    for (const { name, title } of describedFormats()) expect(listed).toContain(`${name}  ${title} (`);
    expect(listed).not.toMatch(/undefined|formats\./u);
  });

  it('lists them as data', async () => {
    const { out: listed } = await postil('formats', '--json');
    expect(JSON.parse(listed)).toEqual(describedFormats());
  });
});

describe('a report of losses', () => {
  it('is written as JSON or as text, by the ending of its name', async () => {
    const report = join(temporaryFolder(), 'report.json');
    await exported('--report', report);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      format: { name: 'json', title: 'Postil JSON' },
      path: out,
      written: { document: 2, annotation: 2 },
      losses: [],
    });
    const text = join(temporaryFolder(), 'report.txt');
    await exported('--report', text);
    expect(readFileSync(text, 'utf8')).toContain(`Written to: ${out}\n`);
    expect(readFileSync(text, 'utf8')).toContain('Nothing is lost.\n');
  });

  it('tells of everything that a format does not carry, on the standard error and in full', async () => {
    const report = join(temporaryFolder(), 'report.json');
    const done = await postil('export', project, '--format', 'prodigy', '--out', out, '--report', report);
    expect(done.code).toBe(0);
    expect(done.err).toContain('Lost, or carried only in part:\n');
    expect(done.err).toContain('2 times of annotations: the format has no place for such a thing\n');
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      losses: expect.arrayContaining([
        expect.objectContaining({ thing: 'time', reason: 'no-place', count: 2 }),
      ]) as unknown,
    });
  });

  it('is all that --strict gives where anything would be lost', async () => {
    const report = join(temporaryFolder(), 'report.txt');
    const args = ['--format', 'prodigy', '--out', out, '--strict', '--report', report];
    const { code, err } = await postil('export', project, ...args);
    expect(code).toBe(1);
    expect(err).toContain('2 times of annotations: ');
    expect(err).toContain('Nothing was written');
    expect(existsSync(out)).toBe(false);
    expect(readFileSync(report, 'utf8')).toContain('2 times of annotations: ');
    // A change of the history has no words: nothing is listed that there could be more of.
    expect(readFileSync(report, 'utf8')).not.toMatch(/^- .*\n {4}and \d+ more/mu);
    expect((await postil('export', project, '--out', out, '--strict')).code).toBe(0);
  });

  it('that cannot be written is told of', async () => {
    const { code, err } = await postil('export', project, '--out', out, '--report', '/nowhere/at/all.json');
    expect(code).toBe(1);
    expect(err).toContain('/nowhere/at/all.json');
  });
});

describe('an import that is only looked at', () => {
  const conf = '[entities]\n!Named\n\tPerson\n[relations]\n[events]\n[attributes]\n';
  const folder = (annotations: string): string =>
    folderWith({ 'annotation.conf': conf, 'a.txt': 'Anna came.', 'a.ann': annotations });

  it.each([
    ['comes in, though not all of it as it stood there', 'T1\tPerson 0 4\tAnna\n', 0],
    ['would be left out in part', 'T1\tPerson 0 4\tAnna\nT2\tPerson 40 44\tAnna\n', 1],
  ])('ends as the import itself does where what is there %s', async (_, annotations, ends) => {
    const path = folder(annotations);
    // One that nobody has open.
    const fresh = join(temporaryFolder(), 'fresh.postil');
    await postil('new', fresh);
    const looked = await postil('import', fresh, path, '--dry-run');
    expect(looked.err).toContain('only groups other types there');
    expect(looked.code).toBe(ends);
    const done = await postil('import', fresh, path);
    expect(done.err).toContain('only groups other types there');
    expect(done.code).toBe(ends);
  });
});
