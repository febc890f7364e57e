// What a coder does most: selecting words, and saying with one key what they are.
import type { Page } from '@playwright/test';
import {
  annotationRow,
  annotations,
  documentRow,
  documents,
  inspector,
  openTexts,
  statusLine,
} from './support/project';
import {
  clickText,
  dragOver,
  expectSelected,
  paintedText,
  placeCaret,
  pressTimes,
  text,
} from './support/reader';
import { meeting, visit } from './support/texts';
import { expect, test } from './support/test';

const minister = 'Сергей Иванов';

/** Tags words that were dragged over. */
async function tag(page: Page, words: string, key: string): Promise<void> {
  const before = await annotations(page).getByRole('option').count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotations(page).getByRole('option')).toHaveCount(before + 1);
}

test('a selection by mouse snaps to words, and a key tags it', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await dragOver(page, 'ергей Иван');
  await expectSelected(page, minister);
  await page.keyboard.press('Digit1');
  await expect(annotations(page).getByRole('option')).toHaveText([/Сергей Иванов.*person.*Anna/iu]);
  await expect.poll(() => paintedText(page)).toContain(minister);
  await expect(statusLine(page)).toContainText('Here: 1 entity · 0 events · 0 statements');
  await expect(statusLine(page)).toContainText('In the project: 1 entity · 0 events · 0 statements');
  await expect(documentRow(page, 'meeting')).toHaveAccessibleName(/1 annotation$/u);
  await expect(documentRow(page, 'visit')).toHaveAccessibleName(/0 annotations$/u);
});

test('with Alt, a selection by mouse takes exact characters', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await page.keyboard.down('Alt');
  await dragOver(page, 'ергей Иван');
  await page.keyboard.up('Alt');
  await expectSelected(page, 'ергей Иван');
});

test('a type of the palette tags the selection by a click', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, minister);
  await page.getByRole('combobox', { name: 'Find a type' }).fill('pers');
  // Below what is found stands what a new type of this name could be.
  const options = page.getByRole('listbox', { name: 'Types' }).getByRole('option');
  await expect(options).toHaveText([/person/iu, 'Entities', 'Events', 'Statements']);
  await page.getByRole('option', { name: 'person' }).click();
  await expect(annotationRow(page, minister)).toContainText(/person/iu);
  await expect(text(page)).toBeFocused();
});

test('words, sentences and paragraphs are selected and tagged by keyboard alone', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  // Two lines down from the beginning, then over two words with their space.
  await page.keyboard.press('Shift+F6');
  await expect(documents(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await pressTimes(page, 'ArrowDown', 2);
  await page.keyboard.press('Home');
  await pressTimes(page, 'Shift+ArrowRight', 'Встреча'.length);
  await expectSelected(page, 'Встреча');
  await page.keyboard.press('KeyQ');
  await expect(annotationRow(page, 'Встреча')).toContainText(/meeting/iu);

  await placeCaret(page, 'before', 'Он заявил');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectSelected(page, 'Он заявил: «Мы готовы к диалогу».');
  await page.keyboard.press('KeyA');
  await expect(annotationRow(page, 'Он заявил')).toContainText(/claim/iu);

  await placeCaret(page, 'before', 'Делегация предложила');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await expectSelected(page, 'Делегация предложила');

  // The word, the sentence, the paragraph, and back.
  await placeCaret(page, 'before', 'был основан');
  await page.keyboard.press('ControlOrMeta+KeyD');
  await expectSelected(page, 'был');
  await page.keyboard.press('ControlOrMeta+KeyD');
  await expectSelected(page, 'Совет был основан в 1992 году.');
  await page.keyboard.press('ControlOrMeta+KeyD');
  await expectSelected(page, 'Совет был основан в 1992 году. Сергей Иванов поблагодарил Совет за работу.');
  await page.keyboard.press('ControlOrMeta+Shift+KeyD');
  await expectSelected(page, 'Совет был основан в 1992 году.');
  await page.keyboard.press('KeyD');
  await expect(annotationRow(page, 'основан')).toContainText(/evaluation/iu);
  await expect(statusLine(page)).toContainText('Here: 0 entities · 1 event · 2 statements');
});

test('Tab and Shift+Tab go through the annotations, a key changes the type, Esc leaves', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, minister, 'Digit1');
  await tag(page, 'Совета', 'Digit2');
  await placeCaret(page, 'before', 'Меню');
  await page.keyboard.press('Tab');
  await expect(inspector(page).getByRole('blockquote')).toHaveText(minister);
  await page.keyboard.press('Tab');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Совета');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Совета')).toContainText(/place/iu);
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Shift+Tab');
  await expect(inspector(page).getByRole('blockquote')).toHaveText(minister);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toBeHidden();
  await expect(text(page)).toBeFocused();
});

test('annotations under the caret come one after the other, from the innermost', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'министр Сергей Иванов', 'Digit5');
  await tag(page, minister, 'Digit1');
  await placeCaret(page, 'before', 'ванов');
  await page.keyboard.press('Escape');
  for (const quote of [minister, 'министр Сергей Иванов', minister]) {
    await page.keyboard.press('Space');
    await expect(inspector(page).getByRole('blockquote')).toHaveText(quote);
  }
  await clickText(page, 'Иванов');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('министр Сергей Иванов');
});

test('Enter opens an annotation, its note is kept, and Delete removes it', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, minister, 'Digit1');
  await tag(page, 'Совета', 'Digit2');
  await clickText(page, 'Иванов');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByRole('button', { name: /Type/u })).toBeFocused();
  await inspector(page).getByRole('textbox', { name: 'Note' }).fill('the minister');
  await inspector(page).getByText('Doubtful').click();
  await expect(annotationRow(page, minister).getByLabel('has a note')).toBeVisible();
  await expect(annotationRow(page, minister)).toContainText('Doubtful');

  await clickText(page, 'Совета');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Совета');
  await page.keyboard.press('Delete');
  await expect(annotations(page).getByRole('option')).toHaveText([/Сергей Иванов/u]);
  await expect.poll(() => paintedText(page)).not.toContain('Совета');
});

test('the list of annotations sorts, filters, and goes along with the text', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Встреча', 'KeyQ');
  await tag(page, minister, 'Digit1');
  await tag(page, 'Астане', 'Digit4');
  const rows = annotations(page).getByRole('option');
  await expect(rows).toHaveText([/Встреча/u, /Астане/u, /Сергей Иванов/u]);

  await page.getByRole('button', { name: 'Sort and filter annotations' }).click();
  await page.getByRole('menuitemradio', { name: 'Type', exact: true }).click();
  await expect(rows).toHaveText([/Сергей Иванов/u, /Астане/u, /Встреча/u]);
  await page.getByRole('button', { name: 'Sort and filter annotations' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Type', exact: true })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Entities' }).click();
  await expect(rows).toHaveText([/Сергей Иванов/u, /Астане/u]);
  await page.getByRole('searchbox', { name: 'Filter annotations' }).fill('аста');
  await expect(rows).toHaveText([/Астане/u]);

  await rows.first().click();
  await expect(inspector(page).getByRole('blockquote')).toHaveText('Астане');
  await clickText(page, 'Астане');
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
});
