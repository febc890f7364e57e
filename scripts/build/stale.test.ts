import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from './stale.ts';

let root: string;

/** Writes an empty file that says it was last written `hour` hours after midnight of some day. */
function write(path: string, hour: number): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  const time = new Date(2020, 1, 1, hour);
  utimesSync(file, time, time);
  utimesSync(dirname(file), new Date(2020, 1, 1), new Date(2020, 1, 1));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postil-stale-'));
  write('src/core/a.ts', 8);
  write('package.json', 7);
  for (const file of ['main/index.js', 'engine/process.js', 'cli/index.js', 'preload/index.cjs'])
    write(`out/${file}`, 10);
  write('out/renderer/index.html', 10);
  utimesSync(join(root, 'src'), new Date(2020, 1, 1), new Date(2020, 1, 1));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('a build', () => {
  it('is fresh when it is younger than all that it is made of', () => {
    expect(isStale(root)).toBe(false);
  });

  it('is stale when a source deep in a folder is younger', () => {
    write('src/core/a.ts', 11);
    expect(isStale(root)).toBe(true);
  });

  it('is stale when a locale is younger', () => {
    write('resources/locales/ru/editor.json', 11);
    expect(isStale(root)).toBe(true);
  });

  it('is stale when one of its parts is missing', () => {
    rmSync(join(root, 'out/preload/index.cjs'));
    expect(isStale(root)).toBe(true);
  });

  it('is stale when there is none', () => {
    rmSync(join(root, 'out'), { recursive: true });
    expect(isStale(root)).toBe(true);
  });
});
