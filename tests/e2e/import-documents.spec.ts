// Documents that are no plain texts: web pages, Word, tables and archives come in through the review.
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeDocx, makeZip } from '../support/document-files';
import { dropFiles } from './support/drop';
import { createProject, documentRow, documents, openDocument, writeFiles } from './support/project';
import { shownLines } from './support/reader';
import { expect, test } from './support/test';

const review = (page: Page) => page.getByRole('dialog', { name: 'Before the import' });
const rows = (page: Page) => documents(page).getByRole('option');

const sentence =
  'The council met in Minsk, and the ministers discussed the exercise, the news, and the budget. ';
const page1 = `<!doctype html><html><head><title>Talks</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Talks</h1><p>${sentence.repeat(4)}</p><p>${sentence.repeat(4)}</p></article></body></html>`;

const csv =
  'Заметка;Заголовок;Дата;Автор\n"Первый текст; из таблицы";Один;2024-05-17;А. Б.\n;Два;;\nТретий текст;Три;;';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a table becomes a document for each row, after its columns are given their meaning', async ({
  application,
}) => {
  const page = await createProject(application);
  await dropFiles(page, [join(writeFiles(application, { 'notes.csv': csv }), 'notes.csv')]);
  const table = review(page).getByRole('region', { name: 'notes.csv: a table of 3 rows' });
  const choice = (name: string) => table.getByRole('button', { name: new RegExp(`${name}$`, 'u') });

  // Nothing is known by the name of a text, and so nothing would be imported.
  const go = review(page).getByRole('button', { name: /^(Import|Nothing to import)/u });
  await expect(choice('Text')).toContainText('Leave out');
  await expect(go).toBeDisabled();
  await expectNoViolations(page);

  // By keyboard: the list opens, a letter leads to the column, Enter takes it.
  await choice('Text').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Заметка' }).press('Enter');
  await expect(table.getByRole('columnheader').first()).toHaveText('ЗаметкаText');
  await expect(choice('Text')).toBeFocused();
  await choice('Name').click();
  await page.getByRole('option', { name: 'Заголовок' }).click();
  await choice('Date').click();
  await page.getByRole('option', { name: 'Дата' }).click();
  await expect(table.getByRole('checkbox', { name: 'Автор' })).toBeChecked();
  await expectNoViolations(page);
  await go.click();

  const finished = page.getByRole('dialog', { name: 'Import finished' });
  await expect(finished).toContainText('Row 3 has no text; it was left out.');
  await finished.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(rows(page)).toHaveText([/Один/u, /Три/u]);
  await openDocument(page, 'Один');
  expect(await shownLines(page)).toEqual(['Первый текст; из таблицы']);
});

test('a web page comes in as its article, or with all its text where that is chosen', async ({
  application,
}) => {
  const page = await createProject(application);
  const file = join(writeFiles(application, { 'talks.html': page1 }), 'talks.html');
  await dropFiles(page, [file]);
  const question = review(page).getByRole('region', { name: '1 web page' });
  await expect(question.getByRole('listitem')).toContainText('Talks The council met');
  await expect(question.getByRole('radio', { name: /The article/u })).toBeChecked();
  await question.getByText('All text').click();
  await review(page).getByRole('button', { name: 'Import 1 file' }).click();
  await openDocument(page, 'talks.html');
  expect((await shownLines(page)).slice(0, 3)).toEqual(['Home', '', 'Talks']);
});

test('an archive comes in like a folder, with documents of Word among its files', async ({ application }) => {
  const page = await createProject(application);
  const archive = makeZip({
    'texts/plain.txt': 'A plain text.',
    'texts/word.docx': makeDocx(
      '<w:p><w:r><w:t>From Word.</w:t></w:r></w:p><w:p><w:r><w:t>Twice.</w:t></w:r></w:p>',
    ),
    '../escape.txt': 'never',
  });
  await dropFiles(page, [join(writeFiles(application, { 'all.zip': archive }), 'all.zip')]);
  await expect(review(page).getByRole('region', { name: '1 file cannot be imported' })).toContainText(
    'leads out of its archive',
  );
  await review(page).getByRole('button', { name: 'Import 2 files' }).click();
  await page
    .getByRole('dialog', { name: 'Import finished' })
    .getByRole('button', { name: 'Done', exact: true })
    .click();
  await expect(documentRow(page, 'texts/plain')).toBeVisible();
  await openDocument(page, 'texts/word.docx');
  expect(await shownLines(page)).toEqual(['From Word.', '', 'Twice.']);
});
