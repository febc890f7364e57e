import { app, type Session as BrowserSession, type WebContents } from 'electron';
import { appPage } from './app-protocol';

/** What a window can never do, whatever its page asks for: go elsewhere, open another, embed, or get a permission. */
export function confineWindows(session: BrowserSession): void {
  app.on('web-contents-created', (_event, contents) => {
    confine(contents);
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  // Postil needs no network, and a document may hold any address.
  const network = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] };
  session.webRequest.onBeforeRequest(network, (_request, answer) => {
    answer({ cancel: true });
  });
  session.setSpellCheckerEnabled(false);
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url !== appPage) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
