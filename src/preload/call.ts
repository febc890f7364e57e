import { ipcRenderer } from 'electron';

const waiting = new Map<string, (text: string) => void>();

/** An answer may outlive the page that asked for it: the next one in the same window must not take it for its own. */
const page = crypto.getRandomValues(new Uint32Array(4)).join('-');
let lastCall = 0;

ipcRenderer.on('postil:answer', (_event, id: string, text: string) => {
  waiting.get(id)?.(text);
  waiting.delete(id);
});

/** Asks the main process; answers with the JSON text of a Result. */
export function call(name: string, input: unknown): Promise<string> {
  return new Promise((resolve) => {
    lastCall += 1;
    const id = `${page}:${lastCall}`;
    ipcRenderer.send('postil:call', id, name, input);
    waiting.set(id, resolve);
  });
}
