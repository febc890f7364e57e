import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a build reads. */
const sources = ['src', 'resources', 'electron.vite.config.ts', 'package.json'];

/** One file of each part that a build writes. */
const outputs = [
  'out/main/index.js',
  'out/engine/process.js',
  'out/cli/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Whether the build of the checkout at `root` is missing, incomplete, or older than anything that it is made of. */
export function isStale(root: string): boolean {
  const built = outputs.map((file) => modified(join(root, file)));
  const read = sources.map((path) => newest(join(root, path)));
  return Math.max(...read) > Math.min(...built);
}

/** When the file was last written, in milliseconds since 1970; 0 where there is none. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modified(path);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(modified(path), ...files.map((file) => modified(join(path, file))));
}
