// `npm test`: every check that the project has, in the order in which a failure is cheapest to learn of.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runScript } from './run.ts';
import { add, countEndToEnd, countUnit, none, type Counts } from './test/counts.ts';
import { requiredHosts } from './test/hosts.ts';
import { equip, leftOut } from './test/playwright.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const unitReport = join(reports, 'unit.json');
const endToEndReport = join(reports, 'e2e.json');

/** What went wrong, one line each. */
const faults: string[] = [];
let total: Counts = none;

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

for (const name of ['lint', 'types', 'imports']) await step(name, () => runScript(name));
await step('unit', () =>
  runScript('test:unit', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`),
);
if (existsSync(unitReport)) total = add(total, countUnit(readReport(unitReport)));
if (await step('build', () => runScript('build', '--logLevel', 'warn'))) await endToEnd();
else faults.push('end-to-end: not run, since the build failed');

console.log(faults.length > 0 ? `\n${faults.join('\n')}` : '');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = faults.length > 0 || total.failed > 0 ? 1 : 0;

/** Runs one check under its heading; whether it succeeded. */
async function step(name: string, check: () => Promise<{ readonly code: number }>): Promise<boolean> {
  console.log(`\n== ${name} ==`);
  const { code } = await check();
  if (code !== 0) faults.push(`${name}: failed`);
  return code === 0;
}

/** Runs the end-to-end tests on every host that this machine can run, and says which it cannot, and why. */
async function endToEnd(): Promise<void> {
  console.log('\n== end-to-end ==');
  const { plans, playwright } = equip(root);
  const hosts = plans.filter((plan) => plan.runs).map((plan) => plan.name);
  const required = requiredHosts(process.env);
  for (const { name, sentence } of leftOut(plans, 'tests')) {
    console.log(sentence);
    if (required.includes(name)) faults.push(sentence);
  }
  if (hosts.length === 0) {
    faults.push('end-to-end: no host could be run');
    return;
  }

  // The editor alone needs the browser and no host.
  const projects = hosts.includes('browser') ? [...hosts, 'editor'] : hosts;
  const { code } = await playwright(
    ['test', ...projects.map((name) => `--project=${name}`), '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport },
  );
  if (code !== 0) faults.push('end-to-end: failed');

  const counts = existsSync(endToEndReport)
    ? countEndToEnd(readReport(endToEndReport))
    : new Map<string, Counts>();
  for (const count of counts.values()) total = add(total, count);
  for (const name of projects) {
    const { passed, failed } = counts.get(name) ?? none;
    const where = name === 'editor' ? 'editor alone' : `${name} host`;
    console.log(`${where}: ${passed} passed, ${failed} failed`);
    if (passed + failed === 0) faults.push(`end-to-end: no test ran in the ${where}`);
  }
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
