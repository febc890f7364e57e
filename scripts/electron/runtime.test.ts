import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRuntime } from './runtime.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postil-runtime-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function install(...path: string[]): string {
  const executable = join(root, ...path);
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, '');
  return executable;
}

describe('the Electron runtime', () => {
  it('is the one that the electron package has downloaded', () => {
    const executable = install('node_modules/electron/dist/electron');
    expect(findRuntime(root, {}, 'linux')).toEqual({ found: true, executable });
  });

  it('lies inside the application bundle on macOS', () => {
    const executable = install('node_modules/electron/dist/Electron.app/Contents/MacOS/Electron');
    expect(findRuntime(root, {}, 'darwin')).toEqual({ found: true, executable });
  });

  it('is the one that ELECTRON_OVERRIDE_DIST_PATH names, before any other', () => {
    install('node_modules/electron/dist/electron');
    const executable = install('elsewhere/electron');
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') };
    expect(findRuntime(root, environment, 'linux')).toEqual({ found: true, executable });
  });

  it('is missing where a named folder does not hold it, and the folder is named', () => {
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
    expect(findRuntime(root, environment, 'linux')).toEqual({
      found: false,
      why: `the Electron runtime is not in ${join(root, 'nowhere')}`,
    });
  });
});
