// Long imports and exports tell how far they are, leave the window to the person, and leave nothing where they are given up.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeLargeProject } from '../bench/large-project';
import { dropFiles } from './support/drop';
import {
  annotationRow,
  chooseInMenu,
  documentRow,
  documents,
  notifications,
  openDocument,
  openTexts,
  statusLine,
} from './support/project';
import { dragOver, text } from './support/reader';
import { expect, test } from './support/test';

const progress = (page: Page, name: string) => statusLine(page).getByRole('progressbar', { name });
const begun = /^[1-9]\d?(?:\.|$)/u;

test('a long import is given up, and one goes on reading; a long export is given up, and one goes on tagging', async ({
  application,
}) => {
  test.setTimeout(600_000);
  const page = await openTexts(application, { 'visit.txt': 'Министр прибыл в Минск.' });
  const file = join(application.home, 'vast.json');
  writeLargeProject(file, 250, 100);

  await dropFiles(page, [file]);
  await expect(progress(page, 'Importing')).toHaveAttribute('aria-valuenow', begun, { timeout: 120_000 });
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('Минск');
  await expect(page.getByRole('status').filter({ hasText: '1 of 1' })).toBeVisible();
  await page.keyboard.press('Escape');
  await statusLine(page).getByRole('button', { name: 'Cancel: Importing' }).click();
  await expect(notifications(page)).toContainText('The import was cancelled. Nothing was changed.');
  await expect(documents(page).getByRole('option')).toHaveCount(1);
  await dragOver(page, 'Министр');
  await page.keyboard.press('Digit1');
  await expect(annotationRow(page, 'Министр')).toBeVisible();

  await dropFiles(page, [file]);
  await expect(statusLine(page)).toContainText('251 documents', { timeout: 240_000 });
  const folder = join(application.home, 'exports');
  mkdirSync(folder);
  await application.answerDialogs(join(folder, 'News'));
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  const begin = async (): Promise<void> => {
    await chooseInMenu(page, 'Export…');
    await dialog.getByRole('option', { name: 'WebAnno TSV' }).click();
    await dialog.getByRole('button', { name: 'See what is lost…' }).click();
    const losses = page.getByRole('dialog', { name: 'Export to WebAnno TSV: what is lost' });
    await losses.getByRole('button', { name: 'Export…' }).click({ timeout: 120_000 });
    await expect(dialog.getByRole('progressbar', { name: 'Writing…' })).toHaveAttribute(
      'aria-valuenow',
      begun,
    );
  };
  await begin();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(notifications(page)).toContainText('The export was cancelled.');
  await expect(page.getByRole('button', { name: 'Download' })).toHaveCount(0);
  if (application.host === 'electron') expect(readdirSync(folder)).toEqual([]);
  await page.keyboard.press('Escape');

  // What is written goes on while one works, and is told of when it is there.
  await begin();
  await dialog.getByRole('button', { name: 'Go on working meanwhile' }).click();
  // On a quick machine it may be done by now.
  const told = notifications(page).getByRole('button', { name: 'Show the report' });
  await expect(progress(page, 'Exporting').or(told)).toBeVisible();
  await documentRow(page, 'visit').click();
  await openDocument(page, 'visit');
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Минск')).toBeVisible();
  await expect(text(page)).toBeFocused();
  await told.click({ timeout: 120_000 });
  await expect(page.getByRole('dialog', { name: 'Exported to WebAnno TSV' })).toBeVisible();
  if (application.host === 'electron') expect(readdirSync(join(folder, 'News'))).toHaveLength(251);
});
