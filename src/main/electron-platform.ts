import { app, shell, type BrowserWindow } from 'electron';
import type { Host } from '../host/host';
import type { Platform } from '../host/platform';
import type { HostTexts } from '../host/texts';
import { askForExport, askForImports, askForNewProject, askForProject } from './dialogs';

/** What this host does in its own way for one window. */
export const electronPlatform = (
  host: Host,
  window: BrowserWindow,
  texts: () => HostTexts,
  showProject: Platform['showProject'],
): Platform => ({
  facts: {
    host: 'electron',
    nativeDialogs: true,
    versions: {
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
    },
  },
  askForNewProject: () => askForNewProject(window, texts(), host.folders.projects),
  askForProject: () => askForProject(window, texts(), host.folders.projects),
  askForFiles: (folders) => askForImports(window, texts(), folders),
  askForTarget: (suggestedName) => askForExport(window, texts(), app.getPath('documents'), suggestedName),
  showProject,
  handOver(path) {
    shell.showItemInFolder(path);
    return Promise.resolve({ download: null });
  },
  quit: () => {
    app.quit();
  },
});
