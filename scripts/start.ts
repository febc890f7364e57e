// `npm start [-- FILE]`: opens Postil in Electron where that can run, else in the browser, and says why.
import { isAbsolute, join, resolve } from 'node:path';
import { isStale } from './build/stale.ts';
import { chooseHost, hasDisplay } from './electron/choose.ts';
import { obtainRuntime } from './electron/runtime.ts';
import { run, runScript } from './run.ts';

/** An Electron that fails within so many milliseconds cannot run here; a later failure is a crash like any other. */
const startUp = 15_000;

const root = join(import.meta.dirname, '..');
/** Paths as the person meant them: npm runs scripts in the project's folder, wherever it was called. */
const args = process.argv
  .slice(2)
  .map((arg) =>
    arg.startsWith('-') || isAbsolute(arg) ? arg : resolve(process.env['INIT_CWD'] ?? '.', arg),
  );

process.exitCode = await start();

/** The exit code of the host that ran. */
async function start(): Promise<number> {
  if (isStale(root)) {
    console.log('Building Postil…');
    const { code } = await runScript('build', '--logLevel', 'warn');
    if (code !== 0) return code;
  }

  const host = chooseHost({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: hasDisplay(process.platform, process.env),
    obtainRuntime: () => obtainRuntime(root, process.env),
  });
  if (host.name === 'browser') return startInBrowser(host.why);

  // An editor's terminal may set this for its own purposes; Electron would start as plain Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined };
  const { code, after } = await run(host.executable, [root, ...args], { env });
  return code === 0 || after > startUp
    ? code
    : startInBrowser('Electron stopped with an error as it started');
}

async function startInBrowser(why: string): Promise<number> {
  console.log(`Postil opens in the browser, because ${why}.`);
  const { code } = await run(process.execPath, [join(root, 'out/cli/index.js'), 'serve', ...args]);
  return code;
}
