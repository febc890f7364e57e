import { contextBridge, ipcRenderer } from 'electron';
import type { TextBridge } from '../contract/bridge';
import { eventNames } from '../contract/events';
import { call } from './call';
import { stageFiles } from './stage-files';

type Listener = (text: string) => void;

const listeners = new Map(eventNames.map((name) => [name as string, new Set<Listener>()]));

ipcRenderer.on('postil:event', (_event, name: string, text: string) => {
  for (const listener of listeners.get(name) ?? []) listener(text);
});

const bridge: TextBridge = {
  // The main process knows the calls and refuses any other name.
  invoke: (name, input) => (name === 'files.stage' ? stageFiles(input, call) : call(name, input)),
  subscribe(name, listener) {
    const those = listeners.get(name);
    if (!those) throw new Error(`There is no event ${name}`);
    those.add(listener);
    return () => {
      those.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('postilHost', bridge);
