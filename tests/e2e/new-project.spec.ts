// What a project begins with is chosen when it is made, in each host in its own way.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { projectFile } from './support/application';
import { createInDialog } from './support/project';
import { expect, test } from './support/test';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'New project' });
const typeTree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Types' });

async function ask(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'New project' }).click();
  return dialogOf(page);
}

test('a ready-made codebook is chosen with the keyboard, and offered first the next time', async ({
  application,
  page,
}) => {
  await application.answerDialogs(projectFile(application, 'Debates'));
  const dialog = await ask(page);
  const first = dialog.getByRole('radio', { name: 'Political news' });
  await expect(first).toBeChecked();
  await expect(dialog.getByRole('radiogroup', { name: 'Codebook' })).toContainText('22 types');
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Discourse network/u })).toBeChecked();
  await createInDialog(application, 'Debates');
  await page.keyboard.press('ControlOrMeta+Digit4');
  await expect(typeTree(page).getByRole('row', { name: 'Organisation', exact: true })).toBeVisible();
  await expect(typeTree(page).getByRole('row', { name: 'Country', exact: true })).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+KeyN');
  await expect(dialogOf(page).getByRole('radio', { name: /^Discourse network/u })).toBeChecked();
});

test('a project begins empty', async ({ application, page }) => {
  await application.answerDialogs(projectFile(application, 'Bare'));
  const dialog = await ask(page);
  await dialog.getByText('Empty', { exact: true }).click();
  await createInDialog(application, 'Bare');
  await page.keyboard.press('ControlOrMeta+Digit4');
  await expect(typeTree(page).getByRole('row', { name: 'Entities' })).toBeVisible();
  await expect(typeTree(page).getByRole('row', { level: 2 })).toHaveCount(0);
});

test('a project begins with a file, which is looked into before', async ({ application, page }) => {
  const broken = join(application.home, 'broken.json');
  const conf = join(application.home, 'annotation.conf');
  writeFileSync(broken, '{');
  writeFileSync(conf, '[entities]\nShip\nHarbour\n[relations]\n[events]\n[attributes]\n');
  const dialog = await ask(page);
  await dialog.getByText('A file', { exact: true }).click();
  const create = dialog.getByRole('button', { name: /^Create/u });
  await expect(create).toBeDisabled();
  for (const [file, says] of [
    [broken, /The file is not a codebook that can be read/u],
    [conf, /^2 types$/u],
  ] as const) {
    await application.answerDialogs(file);
    const chooser = application.host === 'browser' ? page.waitForEvent('filechooser') : null;
    await dialog.getByRole('button', { name: 'From a file…' }).click();
    await (await chooser)?.setFiles(file);
    await expect(dialog.getByText(says)).toBeVisible();
  }
  await application.answerDialogs(projectFile(application, 'Ships'));
  await createInDialog(application, 'Ships');
  await page.keyboard.press('ControlOrMeta+Digit4');
  await expect(typeTree(page).getByRole('row', { name: 'Harbour', exact: true })).toBeVisible();
});
