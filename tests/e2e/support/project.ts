import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { projectFile, type Application } from './application';
import { dropFiles } from './drop';

/** Makes a project from the welcome screen, as a person does in this host, and waits for its window. */
export async function createProject(application: Application, name = 'News'): Promise<Page> {
  const { page } = application;
  await application.answerDialogs(projectFile(application, name));
  await page.getByRole('button', { name: 'New project' }).click();
  await createInDialog(application, name);
  return page;
}

/** Answers what the dialog for new projects asks, but for the codebook, and waits for the project's window. */
export async function createInDialog({ host, page }: Application, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New project' });
  if (host === 'browser') await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('button', { name: /^Create/u }).click();
  await expectProject(page, name);
}

/** Opens a project of this run from the welcome screen; whether it can be opened is another matter. */
export async function openProject(application: Application, name: string): Promise<void> {
  const { page } = application;
  await application.answerDialogs(projectFile(application, name));
  await page.getByRole('button', { name: 'Open…' }).click();
  if (application.host === 'electron') return;
  const dialog = page.getByRole('dialog', { name: 'Open a project' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Open' }).click();
}

/** Waits until a window shows a project. */
export async function expectProject(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Menu of Postil, project ${name}` })).toBeVisible();
}

/** Writes files into a folder of this run. Answers with the folder. */
export function writeFiles(
  application: Application,
  files: Readonly<Record<string, string | Uint8Array>>,
  folder = 'texts',
): string {
  const path = join(application.home, folder);
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), contents);
  }
  return path;
}

/** Makes a project of these texts, by file name, and opens the first of them. */
export async function openTexts(
  application: Application,
  texts: Readonly<Record<string, string>>,
): Promise<Page> {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, texts)]);
  await expect(documents(page).getByRole('option')).toHaveCount(Object.keys(texts).length);
  await expect(page.getByRole('textbox', { name: /^Text of/u })).toBeVisible();
  return page;
}

export const documents = (page: Page): Locator => page.getByRole('listbox', { name: 'Documents' });

/** The row of a document in the list. */
export const documentRow = (page: Page, name: string): Locator =>
  documents(page).getByRole('option').filter({ hasText: name });

/** Opens a document from the list and waits for its text. */
export async function openDocument(page: Page, name: string): Promise<void> {
  await documentRow(page, name).click();
  await expect(page.getByRole('textbox', { name: `Text of “${name}”` })).toBeVisible();
}

export const annotations = (page: Page): Locator => page.getByRole('listbox', { name: 'Annotations' });

/** The rows of the list of annotations that hold these words. */
export const annotationRow = (page: Page, words: string | RegExp): Locator =>
  annotations(page).getByRole('option').filter({ hasText: words });

export const inspector = (page: Page): Locator =>
  page.getByRole('region', { name: 'Annotation', exact: true });

export const statusLine = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Status' });

export const notifications = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' });

/** Chooses a line of the application's menu, which is the same in both hosts. */
export async function chooseInMenu(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: /^Menu of Postil/u }).click();
  await page.getByRole('menuitem', { name: line }).click();
}
