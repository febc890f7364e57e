// `npm run bench`: measures the built application on every host that this machine has. Words after `--` choose
// measurements by name, and `--project=browser` a host, as Playwright has them.
import { join } from 'node:path';
import { runScript } from './run.ts';
import { equip, leftOut } from './test/playwright.ts';

const root = join(import.meta.dirname, '..');

const { code } = await runScript('build', '--logLevel', 'warn');
if (code === 0) {
  const { plans, playwright } = equip(root);
  for (const { sentence } of leftOut(plans, 'measurements')) console.log(sentence);
  const measured = await playwright([
    'test',
    '--config=tests/bench/playwright.config.ts',
    ...process.argv.slice(2),
  ]);
  process.exitCode = measured.code;
} else process.exitCode = code;
