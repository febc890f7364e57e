import { openProject } from '../../src/engine/engine';
import type { Progress } from '../../src/contract/events';
import { plainImport } from '../../src/contract/engine-calls';

/** Imports a file with the real engine, and tells how many records of the change are written. */
const [path = '', file = ''] = process.argv.slice(2);
const opened = await openProject({ path, coderName: 'Anna', how: 'normally' });
if (!opened.ok) throw new Error(opened.problem.code);
const engine = opened.value;
engine.subscribe((name, event) => {
  if (name !== 'progress') return;
  const { phase, done } = event as Progress;
  if (phase === 'writing') process.stdout.write(`${done}\n`);
});
const imported = await engine.calls['import.run']({ job: 'import', plan: plainImport([file]) });
process.stdout.write(`${JSON.stringify(imported.ok)}\n`);
