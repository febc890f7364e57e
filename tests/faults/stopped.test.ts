// What a command leaves behind that is told to stop in the middle of its work: nothing, and everything as it was.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeLargeProject } from '../bench/large-project';
import { buildCommandLine, type CommandLine } from '../support/command-line';
import { newProject } from '../support/engine';
import { temporaryFolder } from '../support/folder';

// Every command is a process that starts, opens a file and waits for the disk.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const signals = ['SIGTERM', 'SIGINT'] as const;

let commandLine: CommandLine;
/** The folder of what is made once: a large project, and its JSON. */
let shared: string;
let large: string;
let project: string;
beforeAll(async () => {
  commandLine = await buildCommandLine();
  shared = mkdtempSync(join(tmpdir(), 'postil-test-'));
  large = join(shared, 'large.json');
  writeLargeProject(large, 250, 100);
  project = join(shared, 'large.postil');
  newProject(project).reader.close();
  expect(await commandLine.run(['import', project, large])).toMatchObject({ code: 0 });
});
afterAll(() => {
  commandLine.remove();
  rmSync(shared, { recursive: true, force: true });
});

/** Waits for what a command does on the disk. */
const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(isSo()).toBe(true), { timeout: 60_000, interval: 1 });

describe.each(signals)('a command that gets %s', (signal) => {
  it.each([
    { format: 'json', out: 'out.json' },
    { format: 'csv', out: 'out.zip' },
    { format: 'webanno-tsv', out: 'out' },
  ])('leaves the target of an export to $out as it was', async ({ format, out }) => {
    const folder = temporaryFolder();
    const path = join(folder, out);
    const isFolder = out === 'out';
    if (isFolder) mkdirSync(path);
    else writeFileSync(path, 'precious');
    const running = commandLine.start(['export', project, '--format', format, '--out', path]);
    const isBegun = (): boolean =>
      readdirSync(folder).length > 1 || (isFolder && readdirSync(path).length > 0);
    await until(isBegun);
    running.stop(signal);
    const { code, err } = await running.ended;
    expect([code, err]).toEqual([1, expect.stringContaining('cancelled')]);
    expect(readdirSync(folder)).toEqual([out]);
    if (isFolder) expect(readdirSync(path)).toEqual([]);
    else expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('says nothing on the standard output, and leaves no temporary file', async () => {
    const TMPDIR = temporaryFolder();
    const running = commandLine.start(['export', project, '--format', 'brat', '--out', '-'], { TMPDIR });
    await until(() => readdirSync(TMPDIR).some((name) => readdirSync(join(TMPDIR, name)).length > 0));
    running.stop(signal);
    expect(await running.ended).toMatchObject({ code: 1, out: '' });
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  it('leaves nothing of an import in the project', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'news.postil');
    newProject(path).reader.close();
    const running = commandLine.start(['import', path, large]);
    const journal = `${path}-wal`;
    await until(() => existsSync(journal) && statSync(journal).size > 1_000_000);
    running.stop(signal);
    const { code, err } = await running.ended;
    expect([code, err]).toEqual([1, expect.stringContaining('cancelled')]);
    expect(readdirSync(folder)).toEqual(['news.postil']);
    expect(await commandLine.run(['check', path])).toMatchObject({ code: 0, out: 'ok\n' });
    const { out } = await commandLine.run(['info', path, '--json']);
    expect(JSON.parse(out)).toMatchObject({ counts: { document: 0, annotation: 0, link: 0 } });
  });
});
