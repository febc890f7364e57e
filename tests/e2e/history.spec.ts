// What was done is read, gone back over, and what was deleted is found again.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { lengthenJournal } from '../bench/journal';
import { documentWith, openCorpusAt } from './support/corpus';
import { watchFaults } from './support/faults';
import {
  annotationRow,
  annotations,
  documents,
  inspector,
  notifications,
  openDocument,
} from './support/project';
import { clickText, dragOver, text } from './support/reader';
import { expect, test } from './support/test';

const secretary = 'Имангали Тасмагамбетов';
const agency = 'агентству ТАСС';
const resolution = 'резолюцию Генассамблеи ООН';

const changes = (page: Page): Locator => page.getByRole('listbox', { name: 'Changes' });
const change = (page: Page, words: string | RegExp): Locator =>
  changes(page).getByRole('option').filter({ hasText: words });
const detail = (page: Page): Locator => page.getByRole('region', { name: 'The change' });
const deleted = (page: Page): Locator => page.getByRole('listbox', { name: 'Deleted' });

async function tag(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotationRow(page, words)).toBeVisible();
}

const undo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+KeyZ');

test('the history is read and gone back in by keyboard, and undo takes even that back', async ({
  application,
}) => {
  test.slow();
  let page = await openCorpusAt(application, resolution);
  const faults = watchFaults(page);
  await tag(page, secretary, 'Digit1');
  await tag(page, agency, 'Digit2');
  await clickText(page, 'агентству');
  await page.keyboard.press('Digit5');
  await expect(annotationRow(page, agency)).toContainText(/office/iu);
  await tag(page, resolution, 'Digit6');

  await page.keyboard.press('ControlOrMeta+Digit5');
  await expect(changes(page)).toBeFocused();
  await expect(changes(page).getByRole('option').first()).toContainText(resolution);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(detail(page)).toContainText('Changed the type');
  await expect(detail(page)).toContainText(/Organisation.*Office/isu);
  await page.keyboard.press('ArrowDown');
  await expect(detail(page).getByRole('heading')).toHaveText('Tagged');
  await expect(detail(page)).toContainText(agency);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Go back?' });
  await expect(question).toContainText('2 changes after this one will be taken back');
  await expect(question).toContainText('1 annotation will be as before');
  await expect(question).toContainText('1 annotation will go');
  await question.getByRole('button', { name: 'Go back' }).press('Enter');
  await expect(changes(page).getByRole('option').first()).toContainText('Went back');
  await expect(change(page, resolution).first()).toContainText('taken back');

  await page.keyboard.press('ControlOrMeta+Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
  await expect(annotationRow(page, agency)).toContainText(/organisation/iu);

  expect(faults).toEqual([]);
  // It is a change like any other: tomorrow it can still be undone.
  await application.quit();
  page = await application.start();
  await page.getByRole('button', { name: /^Corpus/u }).click();
  await expect(text(page)).toBeVisible();
  await text(page).focus();
  await undo(page);
  await expect(annotations(page).getByRole('option')).toHaveCount(3);
  await expect(annotationRow(page, agency)).toContainText(/office/iu);
});

test('a history of thousands of changes is gone through by keys, also where it was not read yet', async ({
  application,
}) => {
  let page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await application.quit();
  lengthenJournal(join(application.home, 'projects', 'Corpus.postil'), 3000);
  page = await application.start();
  await page.getByRole('button', { name: /^Corpus/u }).click();
  await expect(text(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Digit5');
  await expect(changes(page)).toBeFocused();
  await expect(change(page, 'Set the status').first()).toBeVisible();

  await page.keyboard.press('End');
  await expect(detail(page).getByRole('heading')).toHaveText('Made the project');
  await expect(changes(page).getByRole('option', { selected: true })).toContainText('Made the project');
  await page.keyboard.press('ArrowUp');
  await expect(changes(page).getByRole('option', { selected: true })).not.toContainText('Made the project');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('PageUp');
  await expect(detail(page).getByRole('heading')).toHaveText('Set the status');
  await page.keyboard.press('Home');
  await expect(changes(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
});

test('an annotation tells its own history, and a document its own', async ({ application }) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await clickText(page, 'Тасмагамбетов');
  await page.keyboard.press('Digit5');
  await inspector(page).getByRole('button', { name: 'History', exact: true }).click();
  const steps = inspector(page).getByRole('listitem').filter({ hasText: 'Anna' });
  await expect(steps).toHaveText([/Changed the type.*Person.*Office/isu, /Tagged/u]);

  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('History of the document');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Changes' })).toBeFocused();
  await expect(change(page, 'Tagged')).toHaveCount(1);
  await expect(change(page, 'Imported')).toHaveCount(1);
});

test('values are told by the names that the codebook has for them', async ({ application }) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'KeyA');
  await clickText(page, 'Тасмагамбетов');
  await page.keyboard.press('KeyZ');
  await expect(inspector(page).getByRole('region', { name: 'Attributes' })).toContainText('Support');
  await page.keyboard.press('ControlOrMeta+Digit5');
  await expect(changes(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(detail(page)).toContainText(/Stance\s*none\s*Support/u);
});

test('what was deleted is found by its words and restored, documents with all that was in them', async ({
  application,
}) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await tag(page, agency, 'Digit2');
  await clickText(page, 'агентству');
  await page.keyboard.press('Delete');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);

  await page.keyboard.press('ControlOrMeta+Digit5');
  await page.getByRole('radio', { name: 'Deleted' }).click({ force: true });
  await page.getByRole('searchbox', { name: 'Find deleted' }).fill('ТАСС');
  await expect(deleted(page).getByRole('option')).toHaveText([new RegExp(agency, 'u')]);
  await deleted(page).focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(notifications(page)).toContainText('Restored');
  await page.keyboard.press('ControlOrMeta+Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);

  const all = await documents(page).getByRole('option').count();
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('Remove document');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Remove/u })
    .click();
  await expect(documents(page).getByRole('option')).toHaveCount(all - 1);
  await page.keyboard.press('ControlOrMeta+Digit5');
  await page.getByRole('searchbox', { name: 'Find deleted' }).fill(documentWith(resolution));
  // The rows of other words go on standing there until those of these have come.
  await expect(deleted(page).getByRole('option')).toHaveCount(1);
  await deleted(page).focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.keyboard.press('ControlOrMeta+Digit1');
  await expect(documents(page).getByRole('option')).toHaveCount(all);
  await openDocument(page, documentWith(resolution));
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
});

test('several deleted things are chosen by keyboard, under different words, and come back in one change', async ({
  application,
}) => {
  const page = await openCorpusAt(application, resolution);
  for (const [words, key] of [
    [secretary, 'Digit1'],
    [agency, 'Digit2'],
    [resolution, 'Digit6'],
  ] as const)
    await tag(page, words, key);
  for (const [index, words] of [secretary, agency, resolution].entries()) {
    await annotationRow(page, words).click();
    await expect(inspector(page).getByRole('blockquote')).toHaveText(words);
    await annotations(page).press('Delete');
    await expect(annotations(page).getByRole('option')).toHaveCount(2 - index);
  }

  await page.keyboard.press('ControlOrMeta+Digit5');
  await page.getByRole('radio', { name: 'Deleted' }).click({ force: true });
  await expect(deleted(page).getByRole('option')).toHaveCount(3);
  const find = page.getByRole('searchbox', { name: 'Find deleted' });
  for (const words of ['ТАСС', 'Тасмагамбетов']) {
    await find.fill(words);
    // The rows of other words go on standing there until those of these have come.
    await expect(deleted(page).getByRole('option')).toContainText([words]);
    await deleted(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect(deleted(page).getByRole('option')).toHaveAttribute('aria-selected', 'true');
  }
  await find.fill('');
  await expect(deleted(page).getByRole('option', { selected: true })).toHaveCount(2);
  await page.getByRole('button', { name: 'Restore 2' }).press('Enter');
  await expect(notifications(page)).toContainText('Restored: 2');
  await expect(deleted(page)).toBeFocused();
  await expect(deleted(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
  await undo(page);
  await expect(annotations(page).getByRole('option')).toHaveCount(0);
});

test('changes are narrowed to days, typed or chosen from a calendar in the language of Postil', async ({
  application,
}) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await page.keyboard.press('ControlOrMeta+Digit5');
  await expect(change(page, 'Tagged')).toHaveCount(1);

  const from = page.getByRole('group', { name: 'From' });
  await from.getByRole('spinbutton', { name: /month/u }).focus();
  await page.keyboard.type('01019000');
  await expect(page.getByText('No such changes')).toBeVisible();
  await from.getByRole('button', { name: 'Clear: From' }).click();
  await expect(change(page, 'Tagged')).toHaveCount(1);

  await from.getByRole('button', { name: /^Calendar/u }).click();
  const calendar = page.getByRole('dialog').getByRole('application');
  await expect(calendar).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(calendar).toHaveCount(0);
  await expect(change(page, 'Tagged')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Show all changes' })).toBeVisible();
});
