import { openProjectFile } from '../../src/engine/project-file/open';
import { dropPrivileges } from './unprivileged';

/** As an ordinary user, tries to open a project's file to work on it, tells what came of that, and closes it again. */
const [path = ''] = process.argv.slice(2);
dropPrivileges();
const opened = await openProjectFile(path, 'normally', 'Berta');
if (opened.ok) {
  const { access, notices } = opened.value;
  const reader = access.mode === 'read-only' ? access.reader : access.writer;
  const coders = reader.query('SELECT id FROM coder').all();
  const reason = access.mode === 'read-only' ? access.reason : null;
  process.stdout.write(`${JSON.stringify({ reason, notices, coders: coders.length })}\n`);
  opened.value.close();
} else process.stdout.write(`${JSON.stringify(opened.problem)}\n`);
