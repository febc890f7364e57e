import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { root } from '../e2e/support/places';
import { projectJson } from './project-json';
import type { WorkDocument } from './workload';

const postil = (...args: readonly string[]): void => {
  execFileSync(process.execPath, [join(root, 'bin/postil.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

/** Makes a project file that holds these documents with their annotations. Answers its path. */
export function makeProject(folder: string, name: string, documents: readonly WorkDocument[]): string {
  const project = join(folder, `${name}.postil`);
  const source = join(folder, `${name}.json`);
  writeFileSync(source, projectJson(documents));
  postil('new', project);
  postil('import', project, source);
  return project;
}

/** Runs a command of the command line and waits for its end. */
export const runPostil = postil;

export const documentList = (page: Page): Locator => page.getByRole('listbox', { name: 'Documents' });

/** Chooses a document in the list with the mouse. */
export async function choose(page: Page, name: string): Promise<void> {
  await documentList(page).getByRole('option').filter({ hasText: name }).first().click();
}

/** The engine that paints: Chromium's version as the window tells it. */
export const engineVersion = (page: Page): Promise<string> =>
  page.evaluate(
    () => /Chrome\/(?<version>[\d.]+)/u.exec(navigator.userAgent)?.groups?.['version'] ?? 'unknown',
  );
