import type { BrowserContext, Page } from '@playwright/test';

/** Collects, from now on, what any page of this page's context complains of: errors on the console and uncaught ones. */
export function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  const context: BrowserContext = page.context();
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(error.error().message));
  return faults;
}
