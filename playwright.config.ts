import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test/browser.ts';

const isRoot = process.getuid?.() === 0;
const browser = process.env['POSTIL_CHROMIUM'] ?? findBrowser(process.env);

const launchOptions = {
  ...(browser ? { executablePath: browser } : {}),
  // Chromium's sandbox refuses to run as root, as tests in a container do.
  args: isRoot ? ['--no-sandbox'] : [],
};

/**
 * Each end-to-end test is written once and runs in two hosts; the fixture reads the project's name to know
 * which. `npm test` finds a browser and a display first; POSTIL_CHROMIUM names a browser for this file alone.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  // In CI a display or a process may fail to start; a test that passes only at another try is listed as flaky.
  retries: process.env['CI'] ? 2 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    locale: 'en',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // What is about one host alone stands in a file of that ending.
    { name: 'browser', use: { launchOptions }, testIgnore: '**/*.electron.spec.ts' },
    { name: 'electron', testIgnore: '**/*.browser.spec.ts' },
    // The editor alone, on a page of its own: what only pixels, real keys and an input method can show.
    {
      name: 'editor',
      testDir: 'tests/editor',
      testMatch: '*.test.ts',
      outputDir: 'test-results/editor',
      use: { launchOptions },
    },
  ],
});
