// The table of all annotations: found, looked at in the text, and changed many at once.
import { expect, test } from './support/test';
import { annotationRow, inspector, openDocument, openTexts } from './support/project';
import { dragOver, text } from './support/reader';
import { meeting, visit } from './support/texts';
import type { Locator, Page } from '@playwright/test';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Annotations of the project' });
const row = (page: Page, words: string | RegExp): Locator =>
  grid(page).getByRole('row').filter({ hasText: words });
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'With the selected rows' });

async function tagWords(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotationRow(page, words)).toBeVisible();
}

test('annotations of all documents stand in one table, and lead to the text and back', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(page.getByText('Nothing is annotated yet')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Digit1');
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await tagWords(page, 'Астане', 'Digit4');
  await openDocument(page, 'visit');
  await tagWords(page, 'Президент', 'Digit5');
  await tagWords(page, 'Минск', 'Digit4');

  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page)).toBeFocused();
  await expect(grid(page).getByRole('row')).toHaveCount(4);
  await expect(page.getByText('4 annotations', { exact: true })).toBeVisible();
  await expect(row(page, 'Визит')).toHaveCount(0);
  await expect(row(page, 'Президент посетил Минск.')).toHaveCount(2);

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Минск');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page)).toBeFocused();
  await expect(row(page, 'Минск').last()).toHaveAttribute('data-active', 'true');
});

test('what is filtered is selected and changed at once, in one step that undo takes back', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await tagWords(page, 'Астане', 'Digit4');
  await openDocument(page, 'visit');
  await tagWords(page, 'Минск', 'Digit4');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(3);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Filter by…' }).fill('place');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(2);

  await grid(page).focus();
  await page.keyboard.press('ControlOrMeta+KeyA');
  await expect(bar(page)).toContainText('2 selected');
  await bar(page).getByRole('button', { name: 'Type…' }).click();
  await page.getByRole('combobox', { name: 'Type…' }).fill('organ');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No annotation fits the filter')).toBeVisible();
  await page.getByRole('button', { name: /^Remove the filter/u }).click();
  await expect(row(page, 'Organisation')).toHaveCount(2);

  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(row(page, 'Organisation')).toHaveCount(0);
  await expect(row(page, 'Place')).toHaveCount(2);
});
