// Annotations whose edges were not quite right at first.
import type { Page } from '@playwright/test';
import type { Application } from './support/application';
import { annotationRow, annotations, inspector, openTexts } from './support/project';
import { clickText, dragEdge, dragOver, paintedText } from './support/reader';
import { meeting } from './support/texts';
import { expect, test } from './support/test';

const quote = (page: Page) => inspector(page).getByRole('blockquote');

/** Tags the minister's name and selects the annotation by a click. */
async function tagMinister(application: Application): Promise<Page> {
  const page = await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);
  await clickText(page, 'Иванов');
  await expect(quote(page)).toHaveText('Сергей Иванов');
  return page;
}

test('edges go by characters and by words with the keyboard', async ({ application }) => {
  const page = await tagMinister(application);
  const steps = [
    ['Shift+BracketLeft', 'министр Сергей Иванов'],
    ['Alt+Shift+BracketLeft', 'Сергей Иванов'],
    ['Shift+BracketRight', 'Сергей Иванов встретился'],
    ['Alt+Shift+BracketRight', 'Сергей Иванов'],
    ['Alt+BracketRight', 'Сергей Ивано'],
    ['BracketRight', 'Сергей Иванов'],
    ['Alt+BracketLeft', 'ергей Иванов'],
    ['BracketLeft', 'Сергей Иванов'],
  ] as const;
  for (const [key, words] of steps) {
    await page.keyboard.press(key);
    await expect(quote(page)).toHaveText(words);
  }
  await page.keyboard.press('Shift+BracketLeft');
  await expect(annotationRow(page, 'министр Сергей Иванов')).toBeVisible();
  await expect.poll(() => paintedText(page)).toContain('министр Сергей Иванов');
});

test('edges of what was just tagged go by the same keys, as fast as those come', async ({ application }) => {
  const page = await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей');
  await page.keyboard.press('Digit1');
  for (let stroke = 0; stroke < 7; stroke += 1) await page.keyboard.press('BracketRight');
  await page.keyboard.press('Alt+BracketLeft');
  await page.keyboard.press('Shift+BracketLeft');
  await expect(quote(page)).toHaveText('Сергей Иванов');
  await expect(annotationRow(page, 'Сергей Иванов')).toHaveAttribute('aria-selected', 'true');
});

test('edges are dragged with the mouse, and snap to words', async ({ application }) => {
  const page = await tagMinister(application);
  await dragEdge(page, 'end', { quote: 'встретился в Аст', side: 'end' });
  await expect(quote(page)).toHaveText(/^Сергей Иванов встретился в( Астане)?$/u);
  await dragEdge(page, 'start', { quote: 'министр', side: 'start' });
  await expect(quote(page)).toHaveText(/^министр Сергей Иванов встретился в( Астане)?$/u);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(quote(page)).toHaveText(/^Сергей Иванов встретился/u);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(quote(page)).toHaveText('Сергей Иванов');
});

test('an edge that is dragged with Alt stops between two letters', async ({ application }) => {
  const page = await tagMinister(application);
  await page.keyboard.down('Alt');
  await dragEdge(page, 'end', { quote: 'Иван', side: 'end' });
  await page.keyboard.up('Alt');
  await expect(quote(page)).toHaveText('Сергей Иван');
});
