import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('postil', {});
