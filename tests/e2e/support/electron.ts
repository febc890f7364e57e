import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type Electron from 'electron';
import { findRuntime } from '../../../scripts/electron/runtime';
import type { Application } from './application';
import { root } from './places';

/** Postil in Electron, not yet started. */
export interface ElectronHost extends Application {
  /** For what only Electron's main process can tell. */
  readonly electron: ElectronApplication;
}

export async function launchElectron(home: string): Promise<ElectronHost> {
  let electron: ElectronApplication;
  let page: Page;

  async function start(...files: readonly string[]): Promise<Page> {
    const { executable, args } = electronArguments(files);
    electron = await _electron.launch({
      executablePath: executable,
      args,
      env: electronEnvironment(home),
    });
    await electron.evaluate(keepMouseOut);
    page = await electron.firstWindow();
    await page.waitForLoadState();
    return page;
  }

  const answerDialogs = (path: string): Promise<void> =>
    electron.evaluate(({ dialog }, answer) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
    }, path);

  await start();
  return {
    host: 'electron',
    home,
    get electron() {
      return electron;
    },
    get page() {
      return page;
    },
    start: (project) => (project === undefined ? start() : start(project)),
    async quit() {
      await electron.close();
    },
    async openWindow(project) {
      const opened = electron.waitForEvent('window');
      await page.evaluate(async (path) => {
        await window.postil.invoke('projects.open', { path, how: 'normally' });
      }, project);
      page = await opened;
      await page.waitForLoadState();
      return page;
    },
    enginePids: () =>
      electron.evaluate(({ app }) =>
        app
          .getAppMetrics()
          .filter(({ name }) => name === 'Postil engine')
          .map(({ pid }) => pid),
      ),
    answerDialogs,
    async exportedFile(name, doExport) {
      const path = join(home, name);
      await answerDialogs(path);
      await doExport();
      return path;
    },
  };
}

/**
 * Keeps the machine's own mouse out of the windows: where one test's window comes to lie above another's, the display
 * tells the lower one that the pointer has left, with no button down, in the middle of the drag of a test.
 */
function keepMouseOut({ app, BrowserWindow }: typeof Electron): void {
  for (const window of BrowserWindow.getAllWindows()) window.setIgnoreMouseEvents(true);
  app.on('browser-window-created', (_event, window) => window.setIgnoreMouseEvents(true));
}

/** How Electron is started on the application, with files to open. */
export function electronArguments(files: readonly string[]): { executable: string; args: string[] } {
  const runtime = findRuntime(root, process.env);
  if (!runtime.found) throw new Error(runtime.why);
  // Chromium's sandbox refuses to run as root, as tests in a container do. The product never does this.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executable: runtime.executable, args: [...asRoot, '--lang=en', root, ...files] };
}

/** Our own environment, without what an editor's terminal may have set for an Electron of its own. */
export function electronEnvironment(home: string): Record<string, string> {
  const entries = Object.entries(process.env).filter(([key]) => key !== 'ELECTRON_RUN_AS_NODE');
  const known = entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { ...Object.fromEntries(known), POSTIL_HOME: home };
}
