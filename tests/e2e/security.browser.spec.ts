// Whom the browser host lets in. The same for windows of Electron: security.electron.spec.ts
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { WebSocket } from 'ws';
import type { BrowserHost } from './support/browser';
import { expect, test } from './support/test';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks the server as no browser would: the path is sent as it is, and any header can be claimed. */
function send(
  { origin }: Pick<BrowserHost, 'origin'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, headers: answered, body: Buffer.concat(chunks).toString() });
      });
    });
    asking.on('error', reject);
    asking.end(method === 'PUT' ? 'text' : undefined);
  });
}

/** The cookie that the browser of this test was given. */
async function cookieOf({ page }: BrowserHost): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

const upload = '/uploads/0b8bd5d0-3c4c-4f0e-9d3e-2b7f7d5f2a10/a.txt';

test('the address lets one browser in, once', async ({ browserHost }) => {
  const { address } = browserHost;
  const used = await send(browserHost, new URL(address).pathname + new URL(address).search);
  expect(used.status).toBe(403);
  expect(used.headers['set-cookie']).toBeUndefined();
  for (const token of ['', 'wrong', '%F0%9F%98%80', 'a'.repeat(5000)])
    expect((await send(browserHost, `/?token=${token}`)).status).toBe(403);
});

test('a browser that has lost its address is told what to do, in its language', async ({ browserHost }) => {
  const english = await send(browserHost, '/', { 'accept-language': 'en' });
  const russian = await send(browserHost, '/', { 'accept-language': 'ru-RU,ru;q=0.9' });
  expect(english.body).toContain('postil serve');
  expect(russian.body).toContain('Запустите');
});

test('the cookie is kept from scripts and from other sites', async ({ browserHost, page }) => {
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  // Servers on other ports of this machine share its cookies; the name keeps them apart.
  expect(cookie?.name).toContain(new URL(browserHost.origin).port);
});

test('the token does not stay in the address of the page', ({ page }) => {
  expect(page.url()).not.toContain('token');
});

test('without the cookie there is nothing to see', async ({ browserHost }) => {
  const { body } = await send(browserHost, '/', { Cookie: await cookieOf(browserHost) });
  const script = /src="(?<path>[^"]+\.js)"/u.exec(body)?.groups?.['path']?.replace(/^\./u, '') ?? '';
  expect((await send(browserHost, script, { Cookie: await cookieOf(browserHost) })).status).toBe(200);
  for (const path of ['/', '/index.html', script, '/downloads/x', '/bridge'])
    expect((await send(browserHost, path)).status, path).toBe(403);
  expect((await send(browserHost, upload, { Origin: browserHost.origin }, 'PUT')).status).toBe(403);
  const { port } = new URL(browserHost.origin);
  const forged = { Cookie: `postil-${port}=guessed` };
  expect((await send(browserHost, '/', forged)).status).toBe(403);
});

test('a page elsewhere whose name points to this machine is refused', async ({ browserHost }) => {
  const { port } = new URL(browserHost.origin);
  const Cookie = await cookieOf(browserHost);
  for (const Host of [`evil.example:${port}`, 'evil.example', '127.0.0.1', `127.0.0.1.evil.example:${port}`])
    expect((await send(browserHost, '/', { Cookie, Host })).status, Host).toBe(421);
  expect((await send(browserHost, '/', { Cookie, Host: `localhost:${port}` })).status).toBe(200);
});

test('an upload from another origin is refused', async ({ browserHost }) => {
  const Cookie = await cookieOf(browserHost);
  const status = async (headers: Readonly<Record<string, string>>) =>
    (await send(browserHost, upload, { Cookie, ...headers }, 'PUT')).status;
  expect(await status({ Origin: browserHost.origin })).toBe(201);
  expect(await status({})).toBe(403);
  expect(await status({ Origin: 'http://evil.example' })).toBe(403);
  expect(await status({ Origin: 'http://127.0.0.1:1' })).toBe(403);
  expect(await status({ Origin: 'null' })).toBe(403);
});

test('a WebSocket needs the cookie, the host and the origin', async ({ browserHost }) => {
  const { origin } = browserHost;
  const Cookie = await cookieOf(browserHost);
  const outcome = (headers: Readonly<Record<string, string>>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/bridge`, { headers });
      socket.once('open', () => {
        resolve('open');
        socket.close();
      });
      socket.once('error', () => resolve('refused'));
    });
  expect(await outcome({ Cookie, Origin: origin })).toBe('open');
  expect(await outcome({ Origin: origin })).toBe('refused');
  expect(await outcome({ Cookie })).toBe('refused');
  expect(await outcome({ Cookie, Origin: 'http://evil.example' })).toBe('refused');
  const evil = `evil.example:${new URL(origin).port}`;
  expect(await outcome({ Cookie, Host: evil, Origin: `http://${evil}` })).toBe('refused');
});

test('only files of the interface are served', async ({ browserHost }) => {
  const Cookie = await cookieOf(browserHost);
  for (const path of [
    '/../main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e/main/index.js',
    '/..%5cmain%5cindex.js',
    '/assets/../../main/index.js',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/assets',
  ])
    expect((await send(browserHost, path, { Cookie })).status, path).toBe(404);
  expect((await send(browserHost, '/', { Cookie }, 'POST')).status).toBe(405);
});

test('every answer forbids sniffing, framing, embedding and telling where one comes from', async ({
  browserHost,
}) => {
  const Cookie = await cookieOf(browserHost);
  for (const [path, headers] of [
    ['/', { Cookie }],
    ['/missing.js', { Cookie }],
    ['/', {}],
  ] as const) {
    const answer = await send(browserHost, path, headers);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  }
});

test('other machines cannot even connect', async ({ browserHost }) => {
  const port = Number(new URL(browserHost.origin).port);
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  // All of 127/8 is this machine on Linux: who listens everywhere is found there too.
  const elsewhere = process.platform === 'linux' ? [...outside, '127.0.0.2'] : outside;
  for (const host of elsewhere) {
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ host, port, timeout: 2000 });
      socket.once('connect', () => resolve('connected'));
      socket.once('timeout', () => resolve('refused'));
      socket.once('error', () => resolve('refused'));
      socket.once('close', () => socket.destroy());
    });
    expect(outcome, host).toBe('refused');
  }
});
