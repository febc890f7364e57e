// Finding in the document that is open.
import type { Page } from '@playwright/test';
import { openTexts } from './support/project';
import { expectSelected, placeCaret, text } from './support/reader';
import { meeting } from './support/texts';
import { expect, test } from './support/test';

const bar = (page: Page) => page.getByRole('search');
const field = (page: Page) => bar(page).getByRole('searchbox', { name: 'Find in the text' });
const count = (page: Page) => bar(page).getByRole('status');

test('hits are counted, and visited forward and backward', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await placeCaret(page, 'before', 'Меню');
  await page.keyboard.press('ControlOrMeta+KeyF');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('совет');
  await expect(count(page)).toHaveText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('2 of 3');
  await page.keyboard.press('F3');
  await expect(count(page)).toHaveText('3 of 3');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('1 of 3');
  await page.keyboard.press('Shift+F3');
  await expect(count(page)).toHaveText('3 of 3');

  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expectSelected(page, 'Совет');
});

test('case, whole words and regular expressions narrow the search', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await placeCaret(page, 'before', 'Меню');
  await page.keyboard.press('ControlOrMeta+KeyF');
  await field(page).fill('встреч');
  await expect(count(page)).toHaveText('1 of 2');
  await bar(page).getByRole('button', { name: 'Match case' }).click();
  await expect(count(page)).toHaveText('1 of 1');
  await bar(page).getByRole('button', { name: 'Match case' }).click();
  await bar(page).getByRole('button', { name: 'Whole words' }).click();
  await expect(count(page)).toHaveText('Not found');
  await field(page).fill('совет');
  await expect(count(page)).toHaveText('1 of 2');
  await bar(page).getByRole('button', { name: 'Whole words' }).click();
  await bar(page).getByRole('button', { name: 'Regular expression' }).click();
  await field(page).fill(String.raw`\d{4}`);
  await expect(count(page)).toHaveText('2 of 2');
  await field(page).fill('(');
  await expect(count(page)).toHaveText('Not a regular expression');
  await field(page).fill('👩🏽‍🚀');
  await expect(count(page)).toHaveText('1 of 1');
});
