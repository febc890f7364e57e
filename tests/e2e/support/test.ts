import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser } from '@playwright/test';
import type { Application } from './application';
import { launchBrowser, type BrowserHost } from './browser';
import { launchElectron, type ElectronHost } from './electron';

interface Fixtures {
  /** Where the application keeps everything in this test: an empty folder but for the settings of an English user. */
  readonly home: string;
  /** The application, started without a project, in the host of this run. */
  readonly application: Application;
  /** The same, for files that are about one host alone. */
  readonly browserHost: BrowserHost;
  readonly electronHost: ElectronHost;
}

interface WorkerFixtures {
  /** The browser of the browser host; null in Electron, which brings its own. */
  readonly chromium: Browser | null;
}

/** A test that runs in both hosts. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  chromium: [
    async ({ playwright }, use, { project }) => {
      const browser = project.name === 'electron' ? null : await playwright.chromium.launch();
      await use(browser);
      await browser?.close();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing.
  home: async ({}, use) => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'postil-e2e-')));
    mkdirSync(join(home, 'projects'));
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ language: 'en', coderName: 'Anna' }));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  application: async ({ home, chromium }, use) => {
    const context = await chromium?.newContext();
    const application = context ? await launchBrowser(home, context) : await launchElectron(home);
    await use(application);
    await application.quit();
    await context?.close();
  },
  browserHost: ({ application }, use) => use(application as BrowserHost),
  electronHost: ({ application }, use) => use(application as ElectronHost),
  page: ({ application }, use) => use(application.page),
});

export { expect } from '@playwright/test';
