// Keys are places on the keyboard, whatever the layout prints on them; and every command can be found by its name.
import type { Page } from '@playwright/test';
import { annotationRow, annotations, documents, openTexts } from './support/project';
import { clickText, dragOver, expectSelected } from './support/reader';
import { meeting, visit } from './support/texts';
import { expect, test } from './support/test';

/** Presses a key as a keyboard with another layout does: its place, and what that layout has there. */
async function pressOn(page: Page, code: string, key: string, virtualKey: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = { code, key, windowsVirtualKeyCode: virtualKey };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, ...press });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press });
  await session.detach();
}

test('a Russian layout tags with the same keys, and the palette shows what is printed on them', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  const types = page.getByRole('listbox', { name: 'Types' });
  await expect(types.getByRole('option', { name: /^Meeting/u })).toHaveAccessibleName('Meeting Q');
  await dragOver(page, 'встретился');
  await pressOn(page, 'KeyQ', 'й', 81);
  await expect(annotationRow(page, 'встретился')).toContainText('Meeting');
  await expect(types.getByRole('option', { name: /^Meeting/u })).toHaveAccessibleName('Meeting Й');
  await expect(types.getByRole('option', { name: /^Agreement/u })).toHaveAccessibleName('Agreement Ц');

  await clickText(page, 'встретился');
  await pressOn(page, 'KeyT', 'е', 84);
  await expect(annotationRow(page, 'встретился')).toContainText('Visit');
});

test('keys type in a field, and tag nothing', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await dragOver(page, 'встретился');
  const filter = page.getByRole('searchbox', { name: 'Filter documents' });
  await filter.click();
  await page.keyboard.type('q1n?');
  await expect(filter).toHaveValue('q1n?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await expect(documents(page).getByRole('option')).toHaveCount(2);
  await expect(page.getByText('No annotations yet')).toBeVisible();
});

test('the palette finds a command, a type and a document by a few letters', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  const palette = page.getByRole('dialog', { name: 'All commands…' });
  const first = palette.getByRole('option').first();

  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('mark document done');
  await expect(first).toHaveText(/^Mark document as done/u);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByRole('button', { name: 'Status: Done' })).toBeVisible();

  await dragOver(page, 'встретился');
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('tag meet');
  await expect(first).toHaveText(/^Tag as: meeting/iu);
  await page.keyboard.press('Enter');
  await expect(annotationRow(page, 'встретился')).toContainText('Meeting');

  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('visit');
  await palette.getByRole('option', { name: 'visit', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Text of “visit”' })).toBeVisible();
});

test('a command of the palette works on what was selected before', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await clickText(page, 'основан', 'before');
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('select the word');
  await page.keyboard.press('Enter');
  await expectSelected(page, 'основан');
});

test('? shows the keys of the active layout', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await clickText(page, 'основан');
  await page.keyboard.press('Shift+Slash');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('region', { name: 'Annotations' })).toContainText('Next annotation');
  await expect(keys.getByRole('region', { name: 'Documents' })).toContainText('Next unfinished document');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(annotations(page)).toHaveCount(0);
});
