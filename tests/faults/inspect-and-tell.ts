import { openProject } from '../../src/engine/engine';
import { plainImport, questionOf } from '../../src/contract/engine-calls';

/** Reads files of a format with the real engine, and tells what is in them and how much memory that took, in MB. */
const [path = '', format = '', ...paths] = process.argv.slice(2);
const opened = await openProject({ path, coderName: 'Anna', how: 'normally' });
if (!opened.ok) throw new Error(opened.problem.code);
const engine = opened.value;
const about = { ...questionOf(plainImport(paths)), format };
const inspected = await engine.calls['import.inspect']({ job: 'inspect', about });
await engine.close();
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ inspected, megabytes })}\n`);
