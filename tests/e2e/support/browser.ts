import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, Page } from '@playwright/test';
import type { Application } from './application';
import { root } from './places';
import { childrenOf } from './processes';

/** Postil in the browser host. */
export interface BrowserHost extends Application {
  /** Where the server listens: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The address that the server printed, used up by now. */
  readonly address: string;
  readonly server: ChildProcess;
}

export async function launchBrowser(home: string, context: BrowserContext): Promise<BrowserHost> {
  let server: ChildProcess;
  let address: string;
  let page: Page = await context.newPage();

  async function start(...files: readonly string[]): Promise<Page> {
    server = spawn(process.execPath, [join(root, 'bin/postil.js'), 'serve', ...files], {
      env: { ...process.env, POSTIL_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await printedAddress(server);
    await page.goto(address);
    return page;
  }

  await start();
  return {
    host: 'browser',
    home,
    get page() {
      return page;
    },
    get server() {
      return server;
    },
    get address() {
      return address;
    },
    get origin() {
      return new URL(address).origin;
    },
    start: (project) => (project === undefined ? start() : start(project)),
    async quit() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
    },
    async openWindow(project) {
      page = await context.newPage();
      const query = new URLSearchParams({ project }).toString();
      await page.goto(`${new URL(address).origin}/?${query}`);
      return page;
    },
    enginePids: () => Promise.resolve(childrenOf(server.pid ?? 0, 'engine/process.js')),
    answerDialogs: () => Promise.resolve(),
    async exportedFile(name, doExport) {
      const download = page.waitForEvent('download');
      await doExport();
      const path = join(home, name);
      await (await download).saveAs(path);
      return path;
    },
  };
}

/** The first address that the server prints. */
async function printedAddress(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('The server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+/u.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  const { exitCode, signalCode } = server;
  throw new Error(`The server ended without an address (${String(signalCode ?? exitCode)})`);
}
