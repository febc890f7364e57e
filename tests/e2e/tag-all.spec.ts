// Every further occurrence of a name in the real corpus, found in its forms and tagged in one change.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Application } from './support/application';
import { dropFiles } from './support/drop';
import { corpus, corpusFiles, hasRealCorpus } from './support/places';
import { annotations, createProject, documents, inspector, openDocument } from './support/project';
import { clickText, dragOver } from './support/reader';
import { expect, test } from './support/test';

const files = corpusFiles();
const contents = new Map(files.map((file) => [basename(file, '.txt'), readFileSync(file, 'utf8')]));

function documentWith(words: string): string {
  const name = [...contents].find(([, content]) => content.includes(words))?.[0];
  if (name === undefined) throw new Error(`No document holds ${words}`);
  return name;
}

async function openCorpus(application: Application): Promise<Page> {
  test.skip(!hasRealCorpus, 'its words are those of the real corpus');
  const page = await createProject(application, 'Corpus');
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(contents.size);
  // It would lie over the end of the text.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  return page;
}

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Tag all occurrences' });
/** How many hits there are; while more are looked for, how far that is stands beside it. */
const found = (page: Page): Locator => dialog(page).getByRole('status').filter({ hasText: 'hits' });
const hits = (page: Page): Locator => dialog(page).getByRole('listbox', { name: 'Hits' });
const forms = (page: Page): Locator => dialog(page).getByRole('group', { name: 'Forms' });
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Annotations of the project' });

test('the forms of a name are found in all documents, and tagged but for those that were refused', async ({
  application,
}) => {
  const page = await openCorpus(application);
  await openDocument(page, documentWith('Тасмагамбетова'));
  await dragOver(page, 'Тасмагамбетова');
  await page.keyboard.press('Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);
  await clickText(page, 'Тасмагамбетова');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Тасмагамбетова');

  await page.keyboard.press('F4');
  await expect(dialog(page).getByRole('textbox', { name: 'Words' })).toHaveValue('Тасмагамбетова');
  await expect(found(page)).toHaveText('5 hits · 1 already tagged');
  await expect(forms(page).getByRole('checkbox')).toHaveCount(2);
  await expect(hits(page).getByRole('option').first()).toContainText('Already tagged');

  // One by one, with one key each: the second hit is left, the third taken, the rest stays as it is.
  await hits(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Tag 3' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog(page)).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
});

test('a whole form is refused at once, and a search can be narrowed, widened and mistaken', async ({
  application,
}) => {
  const page = await openCorpus(application);
  await openDocument(page, documentWith('Тасмагамбетова'));
  await page.keyboard.press('F6');
  await dragOver(page, 'ОДКБ');
  await page.keyboard.press('F4');
  await expect(found(page)).toHaveText(/^\d\d hits$/u);
  const everywhere = Number.parseInt(await found(page).innerText(), 10);
  await dialog(page).getByText('This document').click();
  await expect(found(page)).not.toHaveText(`${everywhere} hits`);

  await dialog(page).getByText('Regular expression').click();
  await dialog(page).getByRole('textbox', { name: 'Words' }).fill('(');
  await expect(dialog(page).getByRole('alert')).toHaveText(
    'This is not a regular expression: Unterminated group.',
  );
  await expect(dialog(page).getByRole('textbox', { name: 'Words' })).toHaveAttribute('aria-invalid', 'true');
  await dialog(page).getByRole('textbox', { name: 'Words' }).fill('ОДКБ|СНГ');
  await expect(forms(page).getByRole('checkbox')).toHaveCount(2);
  await forms(page).getByText('СНГ').click();
  await expect(forms(page).getByRole('checkbox', { name: 'СНГ' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
});
