import { fork } from 'node:child_process';
import type { EngineProcess, FromEngine, SpawnEngine } from './protocol';

/** Starts engines as children of this Node process. `entry` is the built `engine/process.js`. */
export const forkEngine =
  (entry: string): SpawnEngine =>
  (): EngineProcess => {
    const child = fork(entry, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return {
      send(message) {
        // A child that is gone is reported by its end; the error of writing to it says nothing more.
        child.send(message, () => undefined);
      },
      onMessage(listener) {
        child.on('message', (message) => {
          listener(message as FromEngine);
        });
      },
      onEnd(listener) {
        // Messages may still arrive between the exit and the end of the channel.
        const exited = new Promise((resolve) => child.once('exit', resolve));
        const disconnected = new Promise((resolve) => child.once('disconnect', resolve));
        const failed = new Promise((resolve) => child.once('error', resolve));
        void Promise.race([Promise.all([exited, disconnected]), failed]).then(listener);
      },
      kill() {
        child.kill('SIGKILL');
      },
    };
  };
