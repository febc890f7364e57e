// Electron's main process. Nothing here is awaited at the top: the application is ready only after this file has run.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, nativeTheme, session } from 'electron';
import { makeHost, type Host } from '../host/host';
import { ownFolders } from '../host/own-folders';
import { hostTexts } from '../host/texts';
import type { Settings } from '../contract/settings';
import { registerAppScheme, serveRenderer } from './app-protocol';
import { makeApplicationMenu } from './application-menu';
import { answerCalls } from './calls';
import { filesOnCommandLine, isProjectFile } from './command-line';
import { confineWindows } from './security';
import { utilityEngine } from './utility-engine';
import { makeWindows, type Windows } from './windows';

/** Where all that was built lies: this file, and every chunk of it, is one folder deep. */
const built = join(import.meta.dirname, '..');
const folders = ownFolders();

app.setPath('userData', folders.browserData);
registerAppScheme();

const files = filesOnCommandLine(process.argv, process.cwd(), process.defaultApp);
if (app.requestSingleInstanceLock({ files })) begin();
// The instance that runs already has been handed the files.
else app.quit();

function begin(): void {
  /** macOS hands files over even before the application is ready. */
  const early = [...files];
  const keep = (event: { preventDefault(): void }, path: string): void => {
    event.preventDefault();
    early.push(path);
  };
  app.on('open-file', keep);
  void app.whenReady().then(async () => {
    app.off('open-file', keep);
    await run(early);
  });
}

async function run(early: readonly string[]): Promise<void> {
  let texts = hostTexts(app.getLocale());
  const host = makeHost({
    folders,
    spawn: utilityEngine(join(built, 'engine/process.js')),
    linger: 0,
    onSettings: apply,
    onRecent: (path) => {
      app.addRecentDocument(path);
      void menu.refresh(texts);
    },
  });
  const windows = makeWindows(host, join(built, 'preload/index.cjs'), () => texts);
  const menu = makeApplicationMenu(host, windows);

  function apply({ language, theme }: Settings): void {
    texts = hostTexts(language === 'system' ? app.getPreferredSystemLanguages().join(',') : language);
    nativeTheme.themeSource = theme;
    void menu.refresh(texts);
  }

  confineWindows(session.defaultSession);
  serveRenderer(join(built, 'renderer'));
  answerCalls(windows);
  apply(await host.settings.read());
  quitCleanly(host, windows);
  openWhatIsAskedFor(windows);
  await openFiles(windows, early);
}

/** How long an engine may take to close its project, in milliseconds. All that was painted is committed by then. */
const patience = 30_000;

/** Projects are closed, which leaves one file of each behind, before the process ends. */
function quitCleanly(host: Host, windows: Windows): void {
  let isClosed = false;
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const closed = Promise.allSettled([host.close(), windows.saved()]);
    void Promise.race([closed, setTimeout(patience)]).then(() => {
      isClosed = true;
      // Within the event that was just prevented, Electron would take this for the same attempt, and ignore it.
      setImmediate(() => {
        app.quit();
      });
    });
  });
}

function openWhatIsAskedFor(windows: Windows): void {
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    void openFiles(windows, (handedOver as { readonly files: readonly string[] }).files);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openFiles(windows, [path]);
  });
  app.on('activate', () => void windows.showAny());
}

/** Opens projects, each in its window, and hands other files to be imported. Without any, shows a window. */
async function openFiles(windows: Windows, paths: readonly string[]): Promise<void> {
  for (const path of paths.filter(isProjectFile)) await windows.openProject(path);
  const others = paths.filter((path) => !isProjectFile(path));
  if (others.length > 0) await windows.importFiles(others);
  if (paths.length === 0) await windows.showAny();
}
