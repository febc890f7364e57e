import { screen, type BrowserWindow, type WebContents, type WebFrameMain } from 'electron';
import type { Events } from '../contract/events';
import { ok, type Result } from '../core/result';
import type { ProjectRequest } from '../engine/process/protocol';
import type { Host } from '../host/host';
import { hostHandlers } from '../host/host-calls';
import { readJsonFile, writeJsonFile } from '../host/json-file';
import { oneAtATime } from '../host/one-at-a-time';
import { ownPath } from '../host/open-projects';
import { makeSession, type Session } from '../host/session';
import type { HostTexts } from '../host/texts';
import { bringToFront, makeBrowserWindow, type AppWindow } from './app-window';
import { appOrigin } from './app-protocol';
import { electronPlatform } from './electron-platform';
import { placeWindow, windowPlace } from './window-place';

/** The windows of the application: one for each project, and the welcome screen where there is none. */
export interface Windows {
  /** The window whose own page sent something; null for any other sender. */
  ofFrame(frame: WebFrameMain | null): AppWindow | null;
  /** Brings a window to the front, or opens the first one. */
  showAny(): Promise<void>;
  /** Shows a project that was asked for from outside; where it cannot be opened, the reason. */
  openProject(path: string): Promise<void>;
  /** Hands files that were opened from outside to the window that was used last. */
  importFiles(paths: readonly string[]): Promise<void>;
  /** Runs a command of the menu in the window that was used last. */
  runCommand(command: string): Promise<void>;
  /** Settles when everything that is to be remembered of windows is written. */
  saved(): Promise<void>;
}

/** A window's session before there is a window. */
interface Prepared {
  readonly session: Session;
  open(): Promise<AppWindow>;
}

/** Makes the register of windows. `preload` is the built preload script. */
export function makeWindows(host: Host, preload: string, texts: () => HostTexts): Windows {
  /** In the order in which they were used, the last one at the end. */
  let windows: readonly AppWindow[] = [];
  /** Two requests for one project must not open two windows of it. */
  const inTurn = oneAtATime();
  const savePlace = oneAtATime();

  function prepare(): Prepared {
    let page: WebContents | null = null;
    const session = makeSession(host.projects, (name, text) => {
      if (page && !page.isDestroyed()) page.send('postil:event', name, text);
    });
    return {
      session,
      async open() {
        const window = await makeWindow();
        page = window.webContents;
        return register(window, session);
      },
    };
  }

  async function makeWindow(): Promise<BrowserWindow> {
    const last = await readJsonFile(host.folders.windowsFile, windowPlace.nullable(), null);
    const open = windows.map(({ window }) => window.getNormalBounds());
    const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
    const areas = screens.map(({ workArea }) => workArea);
    return makeBrowserWindow(placeWindow(last, open, areas), preload);
  }

  function register(window: BrowserWindow, session: Session): AppWindow {
    const showProject = (request: ProjectRequest) => inTurn(() => showFrom(own, request));
    const handlers = hostHandlers(host, session, electronPlatform(host, window, texts, showProject));
    const own: AppWindow = { window, session, handlers };
    const others = () => windows.filter((other) => other !== own);
    windows = [...windows, own];
    host.sessions.add(session);
    window.on('focus', () => {
      windows = [...others(), own];
    });
    window.on('close', () => {
      const place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
      void savePlace(() => writeJsonFile(host.folders.windowsFile, place)).catch(console.error);
    });
    window.on('closed', () => {
      windows = others();
      host.sessions.delete(session);
      void session.settled.then(() => session.leave());
    });
    return own;
  }

  const showing = (path: string): AppWindow | undefined =>
    windows.find(({ session }) => session.project?.path === path);

  /** Brings a project to the front that has its window; opens it anew there if its engine was given up. */
  async function showAgain({ session, window }: AppWindow, request: ProjectRequest): Promise<Result<string>> {
    bringToFront(window);
    if (session.project && !session.project.isStopped) return ok(session.project.path);
    return session.show(request);
  }

  /** Shows a project for a window that asked for it: there, if it shows none. */
  async function showFrom(own: AppWindow, request: ProjectRequest): Promise<Result<string>> {
    const shown = request.make === 'existing' ? showing(await ownPath(request.path)) : undefined;
    if (shown) return showAgain(shown, request);
    if (!own.session.project) return own.session.show(request);
    const next = prepare();
    const opened = await next.session.show(request);
    if (opened.ok) await next.open();
    return opened;
  }

  async function showFromOutside(path: string): Promise<void> {
    const request: ProjectRequest = { make: 'existing', path, how: 'normally' };
    const shown = showing(await ownPath(path));
    if (shown) {
      await showAgain(shown, request);
      return;
    }
    const idle = windows.findLast(({ session }) => !session.project);
    const place = idle ?? prepare();
    const opening = place.session.show(request);
    // The page is loaded while the project is opened: its calls wait for that.
    if (idle) {
      idle.window.webContents.reload();
      bringToFront(idle.window);
    } else if ('open' in place) await place.open();
    const opened = await opening;
    if (opened.ok) await host.remember(opened.value);
  }

  /** The window that was used last, in front; the first one where there is none. */
  async function lastUsed(): Promise<AppWindow> {
    const window = windows.at(-1) ?? (await prepare().open());
    bringToFront(window.window);
    return window;
  }

  async function tellLastUsed<Name extends 'files' | 'menu'>(name: Name, event: Events[Name]): Promise<void> {
    const { window, session } = await inTurn(lastUsed);
    const { webContents } = window;
    if (webContents.isLoading()) {
      await new Promise<void>((resolve) => {
        webContents.once('did-finish-load', resolve);
      });
    }
    session.tell(name, JSON.stringify(event));
  }

  return {
    ofFrame: (frame) =>
      windows.find(
        ({ window }) =>
          frame !== null && frame === window.webContents.mainFrame && frame.origin === appOrigin,
      ) ?? null,
    async showAny() {
      await inTurn(lastUsed);
    },
    openProject: (path) => inTurn(() => showFromOutside(path)),
    importFiles: (paths) => tellLastUsed('files', { paths }),
    runCommand: (command) => tellLastUsed('menu', { command }),
    saved: () => savePlace(() => Promise.resolve()),
  };
}
