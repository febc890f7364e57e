// The list of documents: finding one's way, and keeping account of the work.
import type { Page } from '@playwright/test';
import type { Application } from './support/application';
import {
  annotationRow,
  documentRow,
  documents,
  notifications,
  openDocument,
  openTexts,
  statusLine,
} from './support/project';
import { dragOver, placeCaret, text } from './support/reader';
import { exercise, meeting, visit } from './support/texts';
import { expect, test } from './support/test';

const rows = (page: Page) => documents(page).getByRole('option');

const openThree = (application: Application): Promise<Page> =>
  openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit, 'exercise.txt': exercise });

async function arrange(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Sort and filter documents' }).click();
  await page.getByRole('menuitemradio', { name: line, exact: true }).click();
}

/** Chooses a line of the menu of a document's row: of its statuses, or of what can be done with it. */
async function chooseFor(
  page: Page,
  name: string,
  line: string,
  role: 'menuitem' | 'menuitemradio' = 'menuitem',
): Promise<void> {
  await documentRow(page, name).click({ button: 'right' });
  await page.getByRole(role, { name: line }).click();
}

test('documents are filtered by name, sorted, and filtered by status', async ({ application }) => {
  const page = await openThree(application);
  await expect(rows(page)).toHaveText([/exercise/u, /meeting/u, /visit/u]);
  await arrange(page, 'Length');
  await expect(rows(page)).toHaveText([/meeting/u, /exercise/u, /visit/u]);
  await chooseFor(page, 'visit', 'Done', 'menuitemradio');
  await expect(statusLine(page)).toContainText('3 documents, 1 done');
  await arrange(page, 'Unfinished');
  await expect(rows(page)).toHaveText([/meeting/u, /exercise/u]);

  // An open menu has all keys to itself.
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+KeyF');
  await expect(page.getByRole('searchbox', { name: 'Filter documents' })).toBeFocused();
  await page.keyboard.type('exer');
  await expect(rows(page)).toHaveText([/exercise/u]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of “exercise”' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('none');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('Escape empties the fields beside the text, and then goes back to it', async ({ application }) => {
  const page = await openThree(application);
  const filters = [
    ['Control+Shift+F', 'Filter documents'],
    ['Control+/', 'Find a type'],
  ] as const;
  for (const [keys, name] of filters) {
    await text(page).focus();
    await page.keyboard.press(keys);
    const field = page.getByRole('searchbox', { name }).or(page.getByRole('combobox', { name }));
    await expect(field).toBeFocused();
    await page.keyboard.type('vis');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(text(page)).toBeFocused();
  }
});

test('N goes to the next unfinished document', async ({ application }) => {
  const page = await openThree(application);
  await chooseFor(page, 'meeting', 'Done', 'menuitemradio');
  await openDocument(page, 'exercise');
  await text(page).focus();
  // The keyboard goes from text to text: one goes on coding.
  await page.keyboard.press('KeyN');
  await expect(page.getByRole('textbox', { name: 'Text of “visit”' })).toBeFocused();
  await page.keyboard.press('KeyN');
  await expect(page.getByRole('textbox', { name: 'Text of “exercise”' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('textbox', { name: 'Text of “visit”' })).toBeFocused();
  await expect(page.getByText('exercise: Done')).toBeAttached();
  await page.keyboard.press('KeyN');
  await expect(notifications(page)).toContainText('Every other document is done.');
});

test('a document is renamed and gets a note', async ({ application }) => {
  const page = await openThree(application);
  await openDocument(page, 'visit');
  await page.keyboard.press('F2');
  // What is there is selected, to be typed over.
  await expect(page.getByRole('dialog', { name: 'Rename document' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Визит в Минск');
  await page.keyboard.press('Enter');
  await expect(documentRow(page, 'Визит в Минск')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Text of “Визит в Минск”' })).toBeVisible();

  await chooseFor(page, 'Визит в Минск', 'Note…');
  await page.getByRole('textbox', { name: 'About “Визит в Минск”' }).fill('Twice in the feed.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(documentRow(page, 'Визит в Минск').getByLabel('has a note')).toBeVisible();
});

test('a removed document comes back with its annotations', async ({ application }) => {
  const page = await openThree(application);
  await openDocument(page, 'visit');
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Минск')).toBeVisible();

  await chooseFor(page, 'visit', 'Remove');
  const question = page.getByRole('alertdialog', { name: 'Remove document?' });
  await expect(question).toContainText('together with its 1 annotation.');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(rows(page)).toHaveText([/exercise/u, /meeting/u]);
  await notifications(page)
    .getByRole('listitem')
    .filter({ hasText: '“visit” was removed.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(documentRow(page, 'visit')).toHaveAccessibleName(/1 annotation$/u);
  await openDocument(page, 'visit');
  await expect(annotationRow(page, 'Минск')).toBeVisible();
});

test('a field of metadata is emptied, and the keyboard goes on in it', async ({ application }) => {
  const page = await openThree(application);
  await openDocument(page, 'visit');
  await page.keyboard.press('Shift+F2');
  const dialog = page.getByRole('dialog', { name: 'Document details' });
  const source = dialog.getByRole('textbox', { name: 'Source' });
  await source.fill('ТАСС');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove Source' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Remove Source' })).toHaveCount(0);
  await expect(source).toBeFocused();
  await expect(source).toHaveValue('');
});

test('a document is split, and made whole again by undo while its second part is read', async ({
  application,
}) => {
  const page = await openThree(application);
  await openDocument(page, 'exercise');
  await placeCaret(page, 'before', 'В них');
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('Split the document');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Split the document' });
  await expect(dialog.getByRole('textbox', { name: 'Name of the first part' })).toBeFocused();
  await page.keyboard.type('Начало');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Участники');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveText([/Начало/u, /Участники/u, /meeting/u, /visit/u]);
  await openDocument(page, 'Участники');
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(rows(page)).toHaveText([/exercise/u, /meeting/u, /visit/u]);
  await expect(page.getByRole('textbox', { name: 'Text of “exercise”' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
  await expect(page.getByRole('textbox', { name: 'Text of “Начало”' })).toBeFocused();
});
