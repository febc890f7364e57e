import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from './choose.ts';

/** Enough for some 120 MB over a slow line; a machine without a way to the download fails in seconds. */
const downloadLimit = 5 * 60_000;

/** Electron's executable inside a distribution's folder. */
const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * The Electron runtime of the checkout at `root`: the folder that ELECTRON_OVERRIDE_DIST_PATH names, or the one
 * that the `electron` package has downloaded.
 */
export function findRuntime(
  root: string,
  environment: NodeJS.ProcessEnv,
  platform = process.platform,
): Runtime {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const executable = join(folder, executables[platform] ?? 'electron');
  if (existsSync(executable)) return { found: true, executable };
  return { found: false, why: `the Electron runtime is not in ${folder}` };
}

/** As {@link findRuntime}; where nothing is found, lets the `electron` package download its runtime first. */
export function obtainRuntime(root: string, environment: NodeJS.ProcessEnv): Runtime {
  const present = findRuntime(root, environment);
  if (present.found || environment['ELECTRON_OVERRIDE_DIST_PATH']) return present;

  console.log('Downloading the Electron runtime (only once)…');
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    env: environment,
    stdio: 'ignore',
    timeout: downloadLimit,
  });
  const downloaded = findRuntime(root, environment);
  if (status === 0 && downloaded.found) return downloaded;
  return { found: false, why: 'the Electron runtime is missing and cannot be downloaded' };
}
