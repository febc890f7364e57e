// The table of all annotations: found, looked at in the text, and changed many at once.
import { expect, test } from './support/test';
import type { DocumentId, TypeId } from '../../src/core/ids';
import { obtain } from './support/calls';
import { annotationRow, inspector, notifications, openDocument, openTexts } from './support/project';
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

/** Gives persons an attribute of a kind. */
async function addAttribute(page: Page, name: string, kind: 'number' | 'date' | 'text'): Promise<void> {
  await obtain(page, 'change.run', {
    command: {
      name: 'attribute.create',
      owner: { of: 'type', type: 'entity.person' as TypeId },
      attribute: { names: { en: name }, key: null, domain: { kind }, required: false, default: null },
    },
  });
}

const asked = (page: Page): Locator => page.getByRole('dialog', { name: /^A value for/u });

/** Chooses by keyboard the attribute that the selected rows are to get a value of. */
async function chooseAttribute(page: Page, name: string): Promise<void> {
  await bar(page).getByRole('button', { name: 'Attribute…' }).press('Enter');
  await asked(page).getByRole('button', { name: 'Attribute choose an attribute' }).press('Enter');
  await page.getByRole('combobox', { name: 'Attribute' }).fill(name);
  await page.keyboard.press('Enter');
}

test('a number, a date and a text are set in all selected rows, and one that is none is refused', async ({
  application,
  page,
}) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await openDocument(page, 'visit');
  await tagWords(page, 'Президент', 'Digit1');
  await addAttribute(page, 'Age', 'number');
  await addAttribute(page, 'Born', 'date');
  await addAttribute(page, 'Remark', 'text');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+KeyA');

  await chooseAttribute(page, 'Age');
  const age = asked(page).getByRole('textbox', { name: 'Age' });
  await age.fill('old');
  await expect(asked(page)).toContainText('This is no number.');
  await asked(page).getByRole('button', { name: 'Set', exact: true }).click();
  await expect(asked(page)).toContainText('Say which value.');
  await age.fill('74');
  await asked(page).getByRole('button', { name: 'Set', exact: true }).click();
  await expect(asked(page)).toHaveCount(0);
  await expect(notifications(page)).toContainText('2 annotations changed');

  await chooseAttribute(page, 'Born');
  await asked(page).getByRole('textbox', { name: 'Born' }).fill('март 1950');
  await page.keyboard.press('Enter');
  await asked(page).getByRole('button', { name: 'Set', exact: true }).press('Enter');
  await expect(asked(page)).toHaveCount(0);
  await chooseAttribute(page, 'Remark');
  await asked(page).getByRole('textbox', { name: 'Remark' }).fill('министр');
  await asked(page).getByRole('button', { name: 'Set', exact: true }).press('Enter');
  await expect(asked(page)).toHaveCount(0);

  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const values = inspector(page).getByRole('region', { name: 'Attributes' });
  await expect(values.getByRole('textbox', { name: 'Age' })).toHaveValue('74');
  await expect(values.getByRole('textbox', { name: 'Born' })).toHaveValue('1950-03');
  await expect(values.getByRole('textbox', { name: 'Remark' })).toHaveValue('министр');
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(values.getByRole('textbox', { name: 'Remark' })).toHaveValue('');
  await expect(values.getByRole('textbox', { name: 'Age' })).toHaveValue('74');
});

test('metadata are asked for a part of a value, for dates between two, and for none', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await openDocument(page, 'visit');
  await tagWords(page, 'Минск', 'Digit4');
  const all = await obtain(page, 'documents.list', {});
  const [first, second] = ['meeting', 'visit'].map(
    (name) => all.find(({ document }) => document.name === name)?.document.id,
  );
  if (!first || !second) throw new Error('No documents');
  const give = (document: DocumentId, values: Readonly<Record<string, string>>) =>
    obtain(page, 'change.run', { command: { name: 'document.metadata', documents: [document], values } });
  await give(first, { date: '14.09.2023', source: 'ТАСС, Москва' });
  await give(second, { date: '2024-05' });
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(2);

  const askFor = async (field: string): Promise<Locator> => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('combobox', { name: 'Filter by…' }).fill(`${field}: contains`);
    await page.keyboard.press('Enter');
    return page.getByRole('dialog', { name: `Filter by “${field}”` });
  };
  const dates = await askFor('date');
  await expect(dates.getByRole('textbox', { name: 'From' })).toBeFocused();
  await page.keyboard.type('soon');
  await expect(dates).toContainText('This is no date');
  await dates.getByRole('textbox', { name: 'From' }).fill('2023-09-14');
  await dates.getByRole('textbox', { name: 'To' }).fill('2023');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await expect(row(page, 'Сергей Иванов')).toHaveCount(1);
  await expect(page.getByText('date: 2023-09-14 to 2023')).toBeVisible();
  await page.getByRole('button', { name: /^Remove the filter/u }).click();

  const sources = await askFor('source');
  await sources.getByRole('textbox', { name: 'Contains' }).fill('тасс');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await page.getByRole('button', { name: /^Remove the filter/u }).click();

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Filter by…' }).fill('source: none');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await expect(row(page, 'Минск')).toHaveCount(1);
});

test('attributes are asked for numbers between two, and those of several types that are alike are one', async ({
  application,
  page,
}) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await tagWords(page, 'Мы готовы', 'KeyA');
  await page.keyboard.press('KeyZ');
  await tagWords(page, 'предложила', 'KeyG');
  await page.keyboard.press('KeyZ');
  await openDocument(page, 'visit');
  await tagWords(page, 'Президент', 'Digit1');
  await addAttribute(page, 'Age', 'number');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(4);
  await grid(page).press('End');
  await page.keyboard.press('Space');
  await chooseAttribute(page, 'Age');
  await asked(page).getByRole('textbox', { name: 'Age' }).fill('74');
  await asked(page).getByRole('button', { name: 'Set', exact: true }).click();
  await expect(asked(page)).toHaveCount(0);

  const choose = async (words: string): Promise<void> => {
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await page.getByRole('combobox', { name: 'Filter by…' }).fill(words);
  };
  await choose('stance: support');
  await expect(page.getByRole('option', { name: /^Stance: Support/u })).toHaveText([/Claim.*Demand/u]);
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Remove the filter/u }).press('Enter');

  await choose('age: contains');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Filter by “Age”' });
  await expect(question.getByRole('textbox', { name: 'From' })).toBeFocused();
  await page.keyboard.type('70');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await expect(row(page, 'Президент')).toHaveCount(1);
  await expect(page.getByText('Age: from 70')).toBeVisible();
  await page.getByRole('button', { name: /^Remove the filter/u }).press('Enter');
  await choose('age: none');
  await page.keyboard.press('Enter');
  // Only a person could have one.
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await expect(row(page, 'Сергей Иванов')).toHaveCount(1);
});

test('the way back from the text leads to the same annotation, though others came before it', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await openDocument(page, 'visit');
  await tagWords(page, 'Минск', 'Digit4');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await tagWords(page, 'Президент', 'Digit1');
  await openDocument(page, 'meeting');
  await tagWords(page, 'Сергей Иванов', 'Digit1');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(grid(page).getByRole('row')).toHaveCount(3);
  await expect(row(page, 'Минск').last()).toHaveAttribute('data-active', 'true');
  await expect(row(page, 'Сергей Иванов')).not.toHaveAttribute('data-active', 'true');
});
