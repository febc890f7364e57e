// A codebook that changes half-way, on the real corpus: what was coded follows, and nothing is done unseen.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { openCorpusAt } from './support/corpus';
import { annotationRow, annotations, inspector, openTexts } from './support/project';
import { dragOver, placeCaret, text } from './support/reader';
import { meeting } from './support/texts';
import { expect, test } from './support/test';

const tree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Types' });
const typeRow = (page: Page, name: string): Locator => tree(page).getByRole('row', { name, exact: true });

async function showCodebook(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Digit4');
  await expect(tree(page)).toBeVisible();
}

async function showText(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Digit1');
  await expect(text(page)).toBeFocused();
}

async function tag(page: Page, words: string, key: string): Promise<void> {
  const before = await annotations(page).getByRole('option').count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotations(page).getByRole('option')).toHaveCount(before + 1);
}

/** Presses a button of a question, once what the change does is known. */
async function answer(question: Locator, name: string): Promise<void> {
  const button = question.getByRole('button', { name, exact: true });
  await expect(button).toBeEnabled();
  await button.press('Enter');
}

test('a type is merged half-way: seen before, undone and done again', async ({ application }) => {
  const page = await openCorpusAt(application, 'Тасмагамбетов');
  await tag(page, 'ОДКБ', 'Digit2');
  await tag(page, 'Тасмагамбетов', 'Digit1');
  await showCodebook(page);
  await typeRow(page, 'Organisation').click();
  await page.getByRole('button', { name: 'Merge…' }).click();

  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  await expect(question.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await question.getByRole('button', { name: /Merge into/u }).click();
  await page.getByRole('option', { name: 'Country' }).click();
  await expect(question).toContainText('1 annotation gets another type');
  await expect(question.getByText('ОДКБ', { exact: true })).toBeVisible();
  await expect(question).toContainText('Organisation → Country');
  await question.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(typeRow(page, 'Organisation')).toHaveCount(0);

  await showText(page);
  await expect(annotationRow(page, 'ОДКБ')).toContainText(/country/iu);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(page.getByText(/^Undone: /)).toBeVisible();
  await expect(annotationRow(page, 'ОДКБ')).toContainText(/organisation/iu);
  await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
  await expect(annotationRow(page, 'ОДКБ')).toContainText(/country/iu);
});

test('a type that is removed takes its annotations, or gives them another type', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await showCodebook(page);
  await typeRow(page, 'Person').click();
  await page.getByRole('button', { name: 'Remove…' }).click();
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  await expect(question).toContainText('1 annotation is deleted');
  await question.getByRole('button', { name: /Its annotations/u }).click();
  await page.getByRole('option', { name: 'become “Office”' }).click();
  await expect(question).toContainText('1 annotation gets another type');
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(typeRow(page, 'Person')).toHaveCount(0);
  await showText(page);
  await expect(annotationRow(page, 'Сергей Иванов')).toContainText(/office/iu);
});

test('a type is removed with the Delete key, and the keyboard goes on with its neighbour', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await showCodebook(page);
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  // The keyboard is on a kind yet, which cannot be removed.
  await expect(typeRow(page, 'Entities')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(typeRow(page, 'Person')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(question).toContainText('1 annotation is deleted');
  await answer(question, 'Remove');
  await expect(typeRow(page, 'Person')).toHaveCount(0);
  await expect(typeRow(page, 'Organisation')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Organisation', level: 3 })).toBeVisible();
});

test('a colour is chosen by the arrow keys, and undone by the key where the keyboard is', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await showCodebook(page);
  await typeRow(page, 'Person').click();
  const chosen = page.getByRole('radiogroup', { name: 'Colour' }).getByRole('radio', { checked: true });
  const before = (await chosen.getAttribute('value')) ?? '';
  await chosen.press('ArrowRight');
  await expect(chosen).not.toHaveAttribute('value', before);
  await expect(chosen).toBeFocused();
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(chosen).toHaveAttribute('value', before);
});

test('the keyboard stays near what goes, and near a button that cannot be pressed again', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit3');
  await tag(page, 'диалогу', 'KeyA');
  await page.keyboard.press('KeyV');
  await page.keyboard.press('Digit1');
  await expect(inspector(page).getByRole('region', { name: 'Roles' })).toContainText('Сергей Иванов');
  await showCodebook(page);
  await typeRow(page, 'Claim').click();
  const roles = page.getByRole('region', { name: 'Roles' });
  await roles.getByRole('button', { name: /^Speaker/u }).click();
  const types = roles.getByRole('grid', { name: 'Single types' });
  await types.getByRole('row', { name: 'Country' }).focus();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  await answer(question, 'Change');
  await expect(types.getByRole('row', { name: 'Country' })).toHaveCount(0);
  await expect(types.getByRole('row', { name: 'Office' })).toBeFocused();

  await roles.getByRole('button', { name: 'Move “Addressee” up' }).press('Enter');
  await expect(roles.getByRole('button', { name: 'Move “Addressee” up' })).toBeDisabled();
  await expect(roles.getByRole('button', { name: 'Move “Addressee” down' })).toBeFocused();
});

test('a role is made and narrowed, a guideline written and shown in the text with one key', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await showCodebook(page);
  await typeRow(page, 'Person').click();

  await page
    .getByRole('textbox', { name: 'Guideline (English)' })
    .fill('Take **whole** names.\n\n- no titles');
  await page.getByRole('textbox', { name: 'Name (English)' }).first().focus();
  await expect(page.getByRole('group', { name: 'The guideline as it is read' }).locator('strong')).toHaveText(
    'whole',
  );

  await page.getByRole('button', { name: 'New role' }).click();
  const roles = page.getByRole('region', { name: 'Roles' });
  await roles.getByRole('button', { name: /^New role 0 or more/u }).click();
  await roles.getByRole('textbox', { name: 'Name (English)' }).fill('boss');
  await roles.getByRole('textbox', { name: 'Name (English)' }).press('Enter');
  await roles.getByRole('textbox', { name: 'At most' }).fill('1');
  await roles.getByRole('textbox', { name: 'At most' }).press('Enter');
  await expect(roles.getByRole('button', { name: /^Boss 0 to 1/u })).toBeVisible();

  await showText(page);
  await placeCaret(page, 'before', 'Иванов');
  await page.keyboard.press('F1');
  const guideline = page.getByRole('region', { name: 'Guideline', exact: true });
  await expect(guideline.getByRole('heading', { name: 'Person' })).toBeVisible();
  await expect(guideline.locator('strong')).toHaveText('whole');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('F1');
  await expect(guideline).toBeHidden();
  await expect(text(page)).toBeFocused();
});

test('the guideline stays beside the text while it is coded, and follows what is in hand', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await page.keyboard.press('F1');
  const guideline = page.getByRole('region', { name: 'Guideline', exact: true });
  await expect(guideline).toContainText('No type in hand');
  const shown = (name: string): Locator => guideline.getByRole('heading', { name, exact: true });

  await page.getByRole('listbox', { name: 'Types' }).getByRole('option', { name: 'Meeting' }).hover();
  await expect(shown('Meeting')).toBeVisible();
  await tag(page, 'Сергей Иванов', 'Digit1');
  await annotationRow(page, 'Сергей Иванов').click();
  await expect(shown('Person')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Slash');
  await page.keyboard.type('place');
  await page.keyboard.press('ArrowDown');
  await expect(shown('Place')).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

  await text(page).focus();
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(guideline.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(guideline).toBeVisible();

  const edge = page.getByRole('separator', { name: 'Width of the guideline' });
  const width = async (): Promise<number> => (await guideline.boundingBox())?.width ?? 0;
  const before = await width();
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeGreaterThan(before);
  const after = await width();
  await page.reload();
  await expect(guideline).toBeVisible();
  await expect.poll(width).toBe(after);
});

test('a type is made in the text, gets a key, and is moved with keys', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.getByRole('combobox', { name: 'Find a type' }).fill('Diplomat');
  await page.getByRole('option', { name: 'Create “Diplomat”: Entities' }).click();
  await expect(annotationRow(page, 'Сергей Иванов')).toContainText('Diplomat');

  await showCodebook(page);
  await typeRow(page, 'Diplomat').click();
  await page.getByRole('button', { name: 'Set the key' }).click();
  await page.keyboard.press('KeyQ');
  await expect(page.getByText('This key also belongs to: Meeting')).toBeVisible();
  await page.getByRole('button', { name: 'Set the key' }).click();
  await page.keyboard.press('KeyV');
  await expect(page.getByText(/This key also belongs to: .*Agent of “Meeting”/u)).toBeVisible();
  await page.getByRole('button', { name: 'Set the key' }).click();
  await page.keyboard.press('KeyO');
  await expect(page.getByText('This key also belongs to')).toBeHidden();

  await typeRow(page, 'Diplomat').click();
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expect(typeRow(page, 'Diplomat')).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await expect(typeRow(page, 'Diplomat')).toHaveAttribute('aria-level', '2');
});

test('a codebook goes out as a file and comes back, and versions are compared', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await showCodebook(page);
  await typeRow(page, 'Place').click();
  await page.getByRole('textbox', { name: 'Name (English)' }).first().fill('locality');
  await page.getByRole('textbox', { name: 'Name (English)' }).first().press('Enter');
  await expect(typeRow(page, 'Locality')).toBeVisible();

  const file = join(application.home, 'book.json');
  await application.answerDialogs(file);
  const download = application.host === 'browser' ? page.waitForEvent('download') : null;
  await page.getByRole('button', { name: 'Export the codebook…' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const saved = await (await download)?.path();
  await expect
    .poll(() => {
      try {
        return (JSON.parse(readFileSync(saved ?? file, 'utf8')) as { format: string }).format;
      } catch {
        return null;
      }
    })
    .toBe('postil-codebook');
  const book = readFileSync(saved ?? file, 'utf8');
  expect(book).toContain('"locality"');
  writeFileSync(file, book.replace('"locality"', '"venue"'));

  await page.getByRole('button', { name: 'Take in a codebook…' }).click();
  await application.answerDialogs(file);
  const chooser = application.host === 'browser' ? page.waitForEvent('filechooser') : null;
  await page.getByRole('button', { name: 'From a file…' }).click();
  await (await chooser)?.setFiles(file);
  await expect(
    page.getByText(/^There already: \d+\. New: 0, widened: 0, changed: 1, removed: 0\.$/u),
  ).toBeVisible();
  await expect(page.getByText('Nothing that was coded is touched.')).toBeVisible();
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(typeRow(page, 'Venue')).toBeVisible();

  await page.getByRole('button', { name: 'Versions of the codebook' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions of the codebook' });
  await expect(versions).toContainText('1 annotation made under it');
  await expect(versions.getByRole('list', { name: 'Differences' })).toContainText('name: Place → Venue');
});

test('a role and an attribute get keys, and are told what has them already', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await showCodebook(page);
  await typeRow(page, 'Meeting').click();

  await page.getByRole('button', { name: 'New role' }).click();
  const roles = page.getByRole('region', { name: 'Roles' });
  const role = roles.getByRole('button', { name: /^New role 0 or more/u });
  await role.click();
  await roles.getByRole('button', { name: 'Set the key of “New role”: By itself' }).click();
  await page.keyboard.press('KeyQ');
  await expect(roles.getByText('This key also belongs to: Meeting', { exact: true })).toBeVisible();
  await roles.getByRole('button', { name: 'Set the key of “New role”: Q' }).click();
  await page.keyboard.press('Shift+KeyX');
  await expect(roles.getByText('This key also belongs to')).toBeHidden();
  await expect(role.locator('kbd')).toHaveText(['Shift', 'X']);

  await page.getByRole('button', { name: 'New attribute' }).click();
  const attributes = page.getByRole('region', { name: 'Attributes' });
  await attributes.getByRole('button', { name: /^New attribute yes or no/u }).click();
  await attributes.getByRole('button', { name: /^Set the key of “New attribute”/u }).click();
  await page.keyboard.press('Shift+KeyX');
  await expect(attributes.getByText('This key also belongs to: New role of “Meeting”')).toBeVisible();
  await attributes.getByRole('button', { name: /^Set the key of “New attribute”/u }).click();
  await page.keyboard.press('KeyO');
  await expect(attributes.getByText('This key also belongs to')).toBeHidden();

  await showText(page);
  await tag(page, 'Сергей Иванов', 'KeyQ');
  await annotationRow(page, 'Сергей Иванов').click();
  await page.keyboard.press('KeyO');
  const control = page.getByRole('radiogroup', { name: 'New attribute' });
  await expect(control.getByRole('radio', { name: 'Yes' })).toBeChecked();
});

test('what becomes unfinished with a change is shown before it is made', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'KeyQ');
  await showCodebook(page);
  await typeRow(page, 'Meeting').click();
  await page.getByRole('button', { name: 'New attribute' }).click();
  const attributes = page.getByRole('region', { name: 'Attributes' });
  await attributes.getByRole('button', { name: /^New attribute yes or no/u }).click();
  await attributes.getByRole('checkbox', { name: 'Required' }).focus();
  await page.keyboard.press('Space');
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  await expect(question).toContainText('1 annotation becomes unfinished');
  await expect(question.getByText('Сергей Иванов', { exact: true })).toBeVisible();
  await expect(question).toContainText('New attribute');
  await question.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(question).toBeHidden();
  await expect(attributes.getByRole('checkbox', { name: 'Required' })).toBeChecked();
});

test('a type that goes below one with the same roles shares them, and what was coded follows', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'KeyT');
  await tag(page, 'диалогу', 'Digit1');
  await annotationRow(page, 'Сергей Иванов').click();
  await page.keyboard.press('KeyV');
  await page.keyboard.press('Digit1');
  await showCodebook(page);
  await typeRow(page, 'Visit').click();
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  const doubles = question.getByRole('list', { name: 'What is there twice' });
  await expect(doubles).toContainText('Both “Visit” and “Appointment” have: “Agent”');
  const share = question.getByRole('checkbox', {
    name: 'Make one of roles and attributes that are there twice',
  });
  await share.focus();
  await page.keyboard.press('Space');
  await expect(doubles).toContainText('“Visit” has twice then');
  await expect(share).toBeFocused();
  await page.keyboard.press('Space');
  await expect(doubles).toContainText('Each two become one');
  await answer(question, 'Change');
  await expect(typeRow(page, 'Visit')).toBeFocused();
  await expect(typeRow(page, 'Visit')).toHaveAttribute('aria-level', '3');
  const roles = page.getByRole('region', { name: 'Roles' });
  await expect(roles.getByText('Agent – from “Appointment”')).toHaveCount(1);
  await expect(roles.getByRole('button', { name: /^Agent/u })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(typeRow(page, 'Visit')).toHaveAttribute('aria-level', '2');
  await expect(roles.getByRole('button', { name: /^Agent/u })).toHaveCount(1);
});

test('choices become terms of a vocabulary, with the values that were given', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'KeyA');
  await annotationRow(page, 'Сергей Иванов').click();
  await page.keyboard.press('KeyZ');
  await expect(inspector(page).getByText('Support', { exact: true })).toBeVisible();
  await showCodebook(page);
  await typeRow(page, 'Claim').click();
  const attributes = page.getByRole('region', { name: 'Attributes' });
  await attributes.getByRole('button', { name: /^Stance/u }).click();
  await attributes.getByRole('button', { name: /Values/u }).click();
  await page.getByRole('option', { name: 'open vocabulary' }).click();
  const question = page.getByRole('alertdialog', { name: 'What this change does' });
  await expect(question).toContainText('1 value is kept as one of the new sort');
  await question.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(attributes.getByRole('button', { name: /^Stance open vocabulary/u })).toBeVisible();
  await showText(page);
  await annotationRow(page, 'Сергей Иванов').click();
  await expect(inspector(page).getByText('support', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(inspector(page).getByText('Support', { exact: true })).toBeVisible();
});

test('two types of one kind may have one key, which is told at each, and coding goes on', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await showCodebook(page);
  await typeRow(page, 'Claim').click();
  await page.getByRole('button', { name: /^Set the key of “Claim”/u }).click();
  await page.keyboard.press('KeyS');
  await expect(page.getByText('This key also belongs to: Proposal')).toBeVisible();
  await typeRow(page, 'Proposal').click();
  await expect(page.getByText('This key also belongs to: Claim')).toBeVisible();
  await showText(page);
  await tag(page, 'диалогу', 'KeyS');
  await expect(annotationRow(page, 'диалогу')).toContainText('Claim');
});
