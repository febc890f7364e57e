import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';
import { serveRenderer } from './app-protocol';

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

void app.whenReady().then(async () => {
  serveRenderer(join(import.meta.dirname, '../renderer'));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
    },
  });
  await window.loadURL('app://postil/index.html');
});

app.on('window-all-closed', () => {
  app.quit();
});
