import type { HostLine, ToEngine } from './protocol';

/** As much of Electron's `process.parentPort` as is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** The line to the host that started this process: Electron's utilityProcess or Node's fork. */
export function hostLine(): HostLine {
  const { parentPort } = process as { readonly parentPort?: ParentPort };
  return parentPort ? lineToElectron(parentPort) : lineToNode();
}

function lineToElectron(port: ParentPort): HostLine {
  return {
    send(message) {
      port.postMessage(message);
    },
    onMessage(listener) {
      port.on('message', ({ data }) => {
        listener(data as ToEngine);
      });
    },
    onEnd() {
      // Electron ends its utility processes itself.
    },
  };
}

function lineToNode(): HostLine {
  return {
    send(message) {
      process.send?.(message);
    },
    onMessage(listener) {
      process.on('message', (message) => {
        listener(message as ToEngine);
      });
    },
    onEnd(listener) {
      process.once('disconnect', listener);
    },
  };
}
