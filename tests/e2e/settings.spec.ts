// Preferences take effect while one works, and are there again the next time.
import type { Page } from '@playwright/test';
import { createProject, inspector, openTexts, statusLine } from './support/project';
import { clickText, dragOver } from './support/reader';
import { meeting } from './support/texts';
import { expect, test } from './support/test';

const dialog = (page: Page) => page.getByRole('dialog', { name: /^(Settings|Настройки)$/u });

test('theme and language change at once, and are remembered', async ({ application }) => {
  let page = await createProject(application);
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.keyboard.press('ControlOrMeta+Comma');
  await dialog(page).getByText('Light', { exact: true }).click();
  const light = await ground();
  await dialog(page).getByText('Dark', { exact: true }).click();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();

  await dialog(page)
    .getByRole('button', { name: /Language/u })
    .click();
  await page.getByRole('option', { name: 'Русский' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Настройки');
  await expect(dialog(page).getByText('Тёмная')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Готово' }).click();
  await expect(page.getByRole('option', { name: /^Персона/u })).toBeVisible();

  await application.quit();
  page = await application.start();
  await expect(page.getByRole('button', { name: 'Новый проект' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  expect(await ground()).toBe(dark);
});

test('nothing of the old language stays behind when it is switched at work', async ({ application }) => {
  const page = await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  const said = page.getByText(/^Tagged as Person/u);
  await expect(said).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Comma');
  await dialog(page)
    .getByRole('button', { name: /Language/u })
    .click();
  await page.getByRole('option', { name: 'Русский' }).click();
  await dialog(page).getByRole('button', { name: 'Готово' }).click();
  await expect(said).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Уведомления' })).not.toContainText(/[a-z]{4}/u);
});

test('the sizes of panes and of the text are remembered', async ({ application }) => {
  let page = await openTexts(application, { 'meeting.txt': meeting });
  const width = async (): Promise<number> =>
    Math.round((await page.getByRole('navigation', { name: 'Documents' }).boundingBox())?.width ?? 0);
  const textSize = (): Promise<string> =>
    page.getByRole('textbox', { name: /^Text of/u }).evaluate((root) => getComputedStyle(root).fontSize);

  const edge = await page.getByRole('separator', { name: 'Width of the documents' }).boundingBox();
  if (!edge) throw new Error('The pane has no edge');
  const before = await width();
  await page.mouse.move(edge.x + edge.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, 400, { steps: 5 });
  await page.mouse.up();
  const wider = await width();
  expect(wider).toBeGreaterThan(before + 40);
  await page.keyboard.press('ControlOrMeta+Equal');
  await expect.poll(textSize).toBe('19px');

  await application.quit();
  page = await application.start();
  await page.getByRole('button', { name: /^News/u }).click();
  await expect.poll(textSize).toBe('19px');
  await expect.poll(width).toBe(wider);
});

test('a name is changed here and on every annotation', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('ControlOrMeta+Comma');
  await dialog(page).getByRole('textbox', { name: 'Your name' }).fill('Anna Karenina');
  await page.keyboard.press('Enter');
  await expect(statusLine(page).getByRole('button')).toHaveText('Anna Karenina');
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await clickText(page, 'Иванов');
  await expect(inspector(page)).toContainText('Anna Karenina');
});
