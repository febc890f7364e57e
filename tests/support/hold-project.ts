import { openProjectFile } from '../../src/engine/project-file/open';

/** Opens a project's file to work on it and holds it until its input is closed; tells what came of the opening. */
const [path = '', how = 'normally'] = process.argv.slice(2);
const opened = await openProjectFile(path, how === 'take-over' ? 'take-over' : 'normally', 'Berta');
process.stdout.write(
  `${JSON.stringify(opened.ok ? { mode: opened.value.access.mode, notices: opened.value.notices } : opened.problem)}\n`,
);
process.stdin.resume().once('end', () => {
  if (opened.ok) opened.value.close();
});
