// Annotations of several fragments, and coding that is copied, on the real corpus.
import type { Locator, Page } from '@playwright/test';
import { openCorpusAt } from './support/corpus';
import { watchFaults } from './support/faults';
import { annotationRow, annotations, inspector, notifications } from './support/project';
import { clickText, dragOver, paintedText } from './support/reader';
import { expect, test } from './support/test';

const forces = 'Коллективные миротворческие силы';
const strength = 'насчитывают около 3800 человек';

const quote = (page: Page): Locator => inspector(page).getByRole('blockquote');
const fragments = (page: Page): Locator =>
  inspector(page).getByRole('region', { name: 'Fragments' }).getByRole('listitem');
const handles = (page: Page): Locator => page.locator('.postil-handle');

/** Tags words, and waits until they are listed. */
async function tag(page: Page, words: string, key: string): Promise<void> {
  const before = await annotations(page).getByRole('option').count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotations(page).getByRole('option')).toHaveCount(before + 1);
}

test('an annotation gets a further fragment by one key, and each is moved and removed by itself', async ({
  application,
}) => {
  const page = await openCorpusAt(application, forces);
  const faults = watchFaults(page);
  await tag(page, forces, 'Digit2');
  await dragOver(page, strength);
  await page.keyboard.press('Equal');
  await expect(quote(page)).toHaveText(`${forces} … ${strength}`);
  await expect(fragments(page)).toHaveCount(2);
  await expect(annotationRow(page, `${forces} … ${strength}`)).toBeVisible();
  await expect(annotations(page).getByRole('option')).toHaveCount(1);

  // Shown as one: both are painted and have handles, and a dotted line leads from one to the other.
  await expect.poll(() => paintedText(page)).toContain(forces);
  await expect.poll(() => paintedText(page)).toContain(strength);
  await expect(handles(page)).toHaveCount(4);
  await expect(page.locator('.postil-tie').first()).toBeAttached();

  await clickText(page, '3800');
  await page.keyboard.press('Alt+Shift+BracketRight');
  await expect(quote(page)).toHaveText(`${forces} … насчитывают около 3800`);
  await page.keyboard.press('ControlOrMeta+BracketLeft');
  await page.keyboard.press('Alt+Shift+BracketLeft');
  await expect(quote(page)).toHaveText('миротворческие силы … насчитывают около 3800');

  await page.keyboard.press('Minus');
  await expect(quote(page)).toHaveText('насчитывают около 3800');
  await page.keyboard.press('Minus');
  await expect(notifications(page)).toContainText('The last fragment cannot be removed');
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(quote(page)).toHaveText('миротворческие силы … насчитывают около 3800');
  await fragments(page)
    .getByRole('button', { name: /^Remove fragment 2/u })
    .click();
  await expect(quote(page)).toHaveText('миротворческие силы');
  expect(faults).toEqual([]);
});

test('a further fragment that touches another grows together with it', async ({ application }) => {
  const page = await openCorpusAt(application, forces);
  await tag(page, 'Коллективные миротворческие', 'Digit2');
  await dragOver(page, 'миротворческие силы');
  await page.keyboard.press('Equal');
  await expect(quote(page)).toHaveText(forces);
  await expect(fragments(page)).toHaveCount(0);
});

test('coding is copied from one annotation to another, and what does not fit is told', async ({
  application,
}) => {
  const page = await openCorpusAt(application, forces);
  await tag(page, 'Имангали Тасмагамбетов', 'Digit1');
  await clickText(page, 'Тасмагамбетов');
  await expect(quote(page)).toHaveText('Имангали Тасмагамбетов');
  const identity = inspector(page).getByRole('button', { name: /^Refers to/u });
  await page.keyboard.press('Shift+KeyL');
  await expect(identity).toHaveText('Имангали Тасмагамбетов');
  await page.keyboard.press('Alt+KeyC');
  await expect(notifications(page)).toContainText('Coding copied: Имангали Тасмагамбетов');

  // What was just tagged gets it without being selected first.
  await tag(page, 'Генсек', 'Digit1');
  await page.keyboard.press('Alt+KeyV');
  await expect(quote(page)).toHaveText('Генсек');
  await expect(identity).toHaveText('Имангали Тасмагамбетов');

  // An event has no place for the identity of a person.
  await tag(page, 'прокомментировал', 'KeyI');
  await clickText(page, 'прокомментировал');
  await expect(quote(page)).toHaveText('прокомментировал');
  await page.keyboard.press('Alt+KeyV');
  await expect(notifications(page)).toContainText('does not fit: Имангали Тасмагамбетов');
});
