import { plainImport } from '../../src/contract/engine-calls';
import { plainExport } from '../../src/contract/exchange';
import { openProject } from '../../src/engine/engine';
import { dropPrivileges } from './unprivileged';

/** As an ordinary user, imports a path into a project, exports it to another, and tells what came of both. */
const [path = '', from = '', out = ''] = process.argv.slice(2);
dropPrivileges();
const opened = await openProject({ path, coderName: 'Berta', how: 'normally' });
if (opened.ok) {
  const engine = opened.value;
  const imported = await engine.calls['import.run']({ job: 'import', plan: plainImport([from]) });
  const exported = await engine.calls['export.run']({
    job: 'export',
    plan: plainExport('json'),
    out,
  });
  await engine.close();
  process.stdout.write(`${JSON.stringify({ imported, exported })}\n`);
} else process.stdout.write(`${JSON.stringify(opened.problem)}\n`);
