// What windows of the Electron host cannot do. The same for the browser host: security.browser.spec.ts
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronHost } from './support/electron';
import { dropFiles } from './support/drop';
import { root } from './support/places';
import { expect, test } from './support/test';

test('a window is isolated, sandboxed and without Node', async ({ electronHost, page }) => {
  const preferences = await electronHost.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron's types leave this method out.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  });
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);
});

test('the preload lends invoke and subscribe, and nothing else', async ({ page }) => {
  const lent = await page.evaluate(() =>
    Object.entries(window.postilHost ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
  );
  expect(lent).toEqual(['invoke: function', 'subscribe: function']);
  const refused = await page.evaluate(() => {
    try {
      window.postilHost?.subscribe('ipc-anything', () => undefined);
      return 'subscribed';
    } catch {
      return 'refused';
    }
  });
  expect(refused).toBe('refused');
});

test('a window stays where it is, wherever its page wants to go', async ({ electronHost, page }) => {
  const address = page.url();
  for (const target of ['https://example.com/', 'app://other/', `${address}other`]) {
    const { isPrevented } = await nextNavigation(electronHost);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    }, target);
    expect(await isPrevented, target).toBe(true);
    expect(page.url()).toBe(address);
  }
  await dropFiles(page, [`${root}/README.md`]);
  expect(page.url()).toBe(address);
});

test('a page opens no further window', async ({ electronHost, page }) => {
  const opened = await page.evaluate(() => window.open('https://example.com/') !== null);
  expect(opened).toBe(false);
  const windows = await electronHost.electron.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(windows).toBe(1);
});

test('a page gets no permission', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const located = new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('located'),
        ({ code }) => resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'not found'),
      );
    });
    const played = navigator.requestMIDIAccess().then(
      () => 'played',
      (error: unknown) => (error instanceof DOMException ? error.name : 'failed'),
    );
    return Promise.all([located, played, Notification.requestPermission()]);
  });
  expect(answers).toEqual(['denied', 'NotAllowedError', 'denied']);
});

test('a page cannot embed a webview', async ({ electronHost, page }) => {
  const before = await electronHost.electron.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  const kind = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    return 'getWebContentsId' in view ? 'webview' : 'unknown element';
  });
  expect(kind).toBe('unknown element');
  const after = await electronHost.electron.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(after).toBe(before);
});

test('a call from anything but a window of ours, showing our page, is refused', async ({ electronHost }) => {
  const answers = await electronHost.electron.evaluate(
    async ({ BrowserWindow }, { preload }) => {
      const describe = async (window: Electron.BrowserWindow | undefined): Promise<unknown> => {
        const asks = `window.postilHost.invoke('host.describe', {})`;
        return JSON.parse(String(await window?.webContents.executeJavaScript(asks)));
      };
      const [own] = BrowserWindow.getAllWindows();
      const trusted = await describe(own);

      // A page of ours in a window that nobody has registered.
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://postil/');
      const unregistered = await describe(stranger);
      stranger.destroy();

      // A foreign page in a registered window, brought there by other means than navigation.
      await own?.loadURL('data:text/html,foreign');
      return [trusted, unregistered, await describe(own)];
    },
    { preload: `${root}/out/preload/index.cjs` },
  );
  const refused = { ok: false, problem: { code: 'sender-unknown' } };
  expect(answers).toMatchObject([{ ok: true }, refused, refused]);
});

test('nothing is asked of the network, even past the policy of the page', async ({ electronHost }) => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await electronHost.electron.evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    `http://127.0.0.1:${port}/`,
  );
  server.close();
  expect(outcome).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(asked).toBe(0);
});

test('app: serves the files of the interface and no others', async ({ electronHost }) => {
  const statuses = await electronHost.electron.evaluate(
    ({ net }, paths) =>
      Promise.all(paths.map(async (path) => [path, (await net.fetch(path)).status] as const)),
    [
      'app://postil/',
      'app://postil/index.html',
      'app://postil/../main/index.js',
      'app://postil/..%2fmain/index.js',
      'app://postil/%2e%2e/main/index.js',
      'app://postil/..%5cmain/index.js',
      'app://postil/%00',
      'app://postil//etc/passwd',
      'app://other/index.html',
    ],
  );
  expect(Object.fromEntries(statuses)).toEqual({
    'app://postil/': 200,
    'app://postil/index.html': 200,
    'app://postil/../main/index.js': 404,
    'app://postil/..%2fmain/index.js': 404,
    'app://postil/%2e%2e/main/index.js': 404,
    'app://postil/..%5cmain/index.js': 404,
    'app://postil/%00': 404,
    'app://postil//etc/passwd': 404,
    'app://other/index.html': 404,
  });
});

/** Waits for the next navigation that a page begins, from now on: whether it is prevented. */
async function nextNavigation({ electron }: ElectronHost): Promise<{ isPrevented: Promise<boolean> }> {
  const next = await electron.evaluateHandle(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isPrevented = new Promise<boolean>((resolve) => {
      // Added last, so that it sees what the others have decided.
      contents?.once('will-navigate', (event) => resolve(event.defaultPrevented));
    });
    return { isPrevented };
  });
  return { isPrevented: next.evaluate(({ isPrevented }) => isPrevented) };
}
