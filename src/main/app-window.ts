import { BrowserWindow, nativeTheme } from 'electron';
import type { Handlers } from '../contract/call';
import type { HostCalls } from '../contract/host-calls';
import type { Session } from '../host/session';
import { appPage } from './app-protocol';
import { smallestWindow, type WindowPlace } from './window-place';

/** A window and what it shows. */
export interface AppWindow {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly handlers: Handlers<HostCalls>;
}

/** The page's own background, so that nothing flashes before it is painted. */
const backgrounds = { dark: '#17181b', light: '#fbfaf8' };

/** Makes a window, confined as windows are, and loads the interface into it. It shows itself once it is painted. */
export function makeBrowserWindow(place: WindowPlace, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize();
    window.show();
  });
  void window.loadURL(appPage);
  return window;
}

/** Brings a window to the front, wherever it is hidden. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
