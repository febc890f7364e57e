import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, isOnPath } from './browser.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postil-browser-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

describe('the browser of the tests', () => {
  it('is a Chromium on the PATH, before a Chrome', () => {
    program('google-chrome');
    const chromium = program('chromium');
    expect(findBrowser({ PATH: folder }, 'linux')).toBe(chromium);
  });

  it('is the one that CHROME_PATH names, before any other', () => {
    program('chromium');
    const mine = program('my-chrome');
    expect(findBrowser({ PATH: folder, CHROME_PATH: mine }, 'linux')).toBe(mine);
  });

  it('is none where nothing of the kind is installed', () => {
    expect(findBrowser({ PATH: folder }, 'linux')).toBeUndefined();
  });
});

describe('the PATH', () => {
  it('holds a program that may be run', () => {
    program('xvfb-run');
    expect(isOnPath('xvfb-run', { PATH: folder })).toBe(true);
    expect(isOnPath('apt-get', { PATH: folder })).toBe(false);
  });
});
