import { utilityProcess } from 'electron';
import type { EngineProcess, FromEngine, SpawnEngine } from '../engine/process/protocol';

/** How the process is called in lists of processes. */
const engineServiceName = 'Postil engine';

/** Starts engines as utility processes of this application. `entry` is the built `engine/process.js`. */
export const utilityEngine =
  (entry: string): SpawnEngine =>
  (): EngineProcess => {
    const child = utilityProcess.fork(entry, [], { serviceName: engineServiceName, stdio: 'inherit' });
    return {
      send(message) {
        child.postMessage(message);
      },
      onMessage(listener) {
        child.on('message', (message) => {
          listener(message as FromEngine);
        });
      },
      onEnd(listener) {
        child.once('exit', listener);
      },
      kill() {
        child.kill();
      },
    };
  };
