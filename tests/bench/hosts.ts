import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, test as base } from '@playwright/test';
import { findRuntime } from '../../scripts/electron/runtime';
import { findBrowser } from '../../scripts/test/browser';
import type { Application } from '../e2e/support/application';
import { launchBrowser } from '../e2e/support/browser';
import { launchElectron } from '../e2e/support/electron';
import { root } from '../e2e/support/places';

/** True where this machine has an Electron and a display to show it on. */
export const isElectronWanted = (): boolean =>
  findRuntime(root, process.env).found &&
  (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined);

/** An application that shows nothing yet, and how to be rid of it. */
export interface Launched {
  readonly application: Application;
  end(): Promise<void>;
}

async function launch(host: string, home: string): Promise<Launched> {
  if (host === 'electron') {
    const application = await launchElectron(home);
    return { application, end: () => application.quit() };
  }
  const executablePath = findBrowser(process.env);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 800 } });
  const application = await launchBrowser(home, context);
  return {
    application,
    async end() {
      await application.quit();
      await browser.close();
    },
  };
}

interface Fixtures {
  /** A folder for settings and projects that is gone afterwards. */
  readonly home: string;
  /** Starts the application in the host of this run; it is ended with the test. */
  readonly startApplication: () => Promise<Application>;
}

export const bench = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing.
  home: async ({}, use) => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'postil-bench-')));
    mkdirSync(join(home, 'projects'));
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ language: 'en', coderName: 'Bench' }));
    await use(home);
    rmSync(home, { recursive: true, force: true });
  },
  startApplication: async ({ home }, use, { project }) => {
    const launched: Launched[] = [];
    await use(async () => {
      const started = await launch(project.name, home);
      launched.push(started);
      return started.application;
    });
    for (const one of launched) await one.end();
  },
});
