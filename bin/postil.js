#!/usr/bin/env node
// Runs the built command line on a Node that its SQLite binding supports, whichever Node was found first.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const oldestNode = 22;
const entry = fileURLToPath(new URL('../out/cli/index.js', import.meta.url));

if (!existsSync(entry)) {
  fail('Postil is not built yet: run `npm run build` in its folder first.');
} else if (Number.parseInt(process.versions.node, 10) >= oldestNode) {
  await import(pathToFileURL(entry).href);
} else {
  const node = bundledNode();
  if (node) runWith(node);
  else fail(`Postil needs Node ${oldestNode} or newer; this is ${process.version}.`);
}

/** The executable of the npm package `node`, or undefined where that is not installed. */
function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    const executable = join(dirname(manifest), typeof bin === 'string' ? bin : bin.node);
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** Hands over to `node`: signals go to it, and its exit is ours. */
function runWith(node) {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
