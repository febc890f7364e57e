// The engine's own process: a utilityProcess under Electron, a forked child under the browser host.
import { createProject, dispatch, openProject } from '../engine';
import { keepMemoryLean } from '../lean-memory';
import { hostLine } from './host-line';
import { serveEngine } from './serve';

keepMemoryLean();

const end = serveEngine(hostLine(), {
  open: ({ make, path, how, codebook }, coderName) =>
    make === 'new' ? createProject({ path, coderName, codebook }) : openProject({ path, coderName, how }),
  dispatch,
  exit: (code) => process.exit(code),
});

// Ctrl+C and a closed terminal reach every process there. The host decides what they mean, and closes the project.
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('SIGTERM', end);
