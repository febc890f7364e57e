import { defineConfig } from '@playwright/test';
import { isElectronWanted } from './hosts';

/**
 * `npm run bench`: measures the built application. Not a test of right and wrong: nothing fails because it was slow.
 * One after the other, so that nothing is measured beside something else.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  fullyParallel: false,
  timeout: 20 * 60_000,
  reporter: 'line',
  globalSetup: './start.ts',
  globalTeardown: './report.ts',
  use: { locale: 'en', viewport: { width: 1280, height: 800 } },
  projects: [{ name: 'browser' }, ...(isElectronWanted() ? [{ name: 'electron' }] : [])],
});
