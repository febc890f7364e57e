// Texts as they come: in old encodings, twice, broken, too long, and exports with other opinions.
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Page } from '@playwright/test';
import { dropFiles } from './support/drop';
import { exportProject } from './support/export';
import {
  annotationRow,
  annotations,
  createProject,
  documentRow,
  documents,
  notifications,
  openDocument,
  openTexts,
  statusLine,
  writeFiles,
} from './support/project';
import { dragOver, shownLines } from './support/reader';
import { exercise, meeting, visit } from './support/texts';
import { expect, test } from './support/test';

const review = (page: Page) => page.getByRole('dialog', { name: 'Before the import' });
const rows = (page: Page) => documents(page).getByRole('option');

test('an old encoding is guessed, shown with samples, and confirmed once', async ({ application }) => {
  const page = await createProject(application);
  const texts = {
    'exercise.txt': iconv.encode(exercise, 'win1251'),
    'visit.txt': iconv.encode(visit, 'win1251'),
  };
  await dropFiles(page, [writeFiles(application, texts)]);
  const question = review(page).getByRole('region', { name: '2 texts do not tell their encoding' });
  await expect(question.getByRole('button', { name: /Encoding/u })).toContainText('WINDOWS-1251');
  await expect(question.getByRole('listitem')).toHaveText([/Учения начались/u, /Президент посетил/u]);

  // Another choice shows what it would do to the text.
  await question.getByRole('button', { name: /Encoding/u }).click();
  await page.getByRole('option', { name: 'KOI8-R' }).click();
  await expect(question.getByRole('listitem').first()).not.toContainText('Учения');
  await question.getByRole('button', { name: /Encoding/u }).click();
  await page.getByRole('option', { name: 'WINDOWS-1251' }).click();
  await review(page).getByRole('button', { name: 'Import 2 files' }).click();
  await expect(rows(page)).toHaveCount(2);
  await openDocument(page, 'visit');
  expect(await shownLines(page)).toEqual(visit.split('\n'));
});

test('texts in different old encodings are each read in their own, where a person says so', async ({
  application,
}) => {
  const page = await createProject(application);
  const texts = {
    'exercise.txt': iconv.encode(exercise, 'ibm866'),
    'meeting.txt': iconv.encode(meeting, 'win1251'),
    'visit.txt': iconv.encode(visit, 'win1251'),
  };
  await dropFiles(page, [writeFiles(application, texts)]);
  const question = review(page).getByRole('region', { name: '3 texts do not tell their encoding' });
  await expect(question).toContainText('1 of them looks like another encoding.');
  await question.getByRole('button', { name: /Encoding/u }).click();
  await page.getByRole('option', { name: 'For each its own, as guessed' }).click();
  await expect(question.getByRole('listitem').first()).toHaveText(/^exercise · IBM866Учения начались/u);
  await review(page).getByRole('button', { name: 'Import 3 files' }).click();
  await openDocument(page, 'exercise');
  expect(await shownLines(page)).toEqual(exercise.split('\n'));
  await openDocument(page, 'visit');
  expect(await shownLines(page)).toEqual(visit.split('\n'));
});

test('the same text is not imported twice unless asked for', async ({ application }) => {
  const page = await openTexts(application, { 'visit.txt': visit });
  const again = writeFiles(application, { 'again.txt': visit, 'exercise.txt': exercise }, 'more');
  await dropFiles(page, [again]);
  await expect(review(page).getByRole('region', { name: '1 text is there already' })).toContainText(
    'the same text as “visit”',
  );
  await review(page).getByRole('button', { name: 'Import 1 file' }).click();
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toContainText('1 text was skipped');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(rows(page)).toHaveText([/visit/u, /exercise/u]);

  await dropFiles(page, [join(again, 'again.txt')]);
  await review(page).getByText('Import them all the same').click();
  await review(page).getByRole('button', { name: 'Import 1 file' }).click();
  await expect(documentRow(page, 'again')).toBeVisible();
});

test('files that are dropped while others are reviewed are reviewed with them', async ({ application }) => {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, { 'visit.txt': iconv.encode(visit, 'win1251') })]);
  await expect(review(page).getByRole('button', { name: 'Import 1 file' })).toBeVisible();
  await dropFiles(page, [writeFiles(application, { 'exercise.txt': exercise }, 'more')]);
  await review(page).getByRole('button', { name: 'Import 2 files' }).click();
  await expect(rows(page)).toHaveText([/visit/u, /exercise/u]);
});

test('what cannot be imported gets a sentence, and the rest is imported', async ({ application }) => {
  const page = await createProject(application);
  const files = {
    'picture.txt': Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
    'empty.txt': '',
    'visit.txt': visit,
  };
  await dropFiles(page, [writeFiles(application, files)]);
  const refused = review(page).getByRole('region', { name: '2 files cannot be imported' });
  await expect(refused).toContainText('This is not a text file: its contents are binary data.');
  await expect(refused).toContainText('The file has no text: there is nothing to import.');
  await review(page).getByRole('button', { name: 'Import 1 file' }).click();
  await expect(rows(page)).toHaveText([/visit/u]);
});

test('a text that is longer than a document is split', async ({ application }) => {
  const page = await createProject(application);
  // Numbered, since parts that are the same text twice would be imported once.
  const lines = Array.from(
    { length: 110_000 },
    (_, index) => `${index}. Совет собрался в Минске и обсудил новости.`,
  );
  const long = lines.join('\n');
  await dropFiles(page, [join(writeFiles(application, { 'long.txt': long }), 'long.txt')]);
  const question = review(page).getByRole('region', { name: '1 text is too long for one document' });
  await expect(question).toContainText('A document holds up to 5,000,000 characters.');
  await expect(question.getByRole('radio', { name: /Into parts of equal size/u })).toBeChecked();
  const length = question.getByRole('textbox', { name: 'Characters in a part, at most' });
  await expect(length).toHaveValue('1000000');
  await length.fill('999');
  const accept = review(page).getByRole('button', { name: 'Import 1 file' });
  await expect(accept).toBeDisabled();
  await length.fill('2000000');
  await accept.click();
  await expect(statusLine(page)).toContainText('3 documents');
  await expect(documentRow(page, 'long').first()).toBeVisible();
});

test('an import that is cancelled leaves nothing behind', async ({ application }) => {
  const page = await createProject(application);
  const megabytes = meeting.repeat(6000);
  const texts = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `${index}. ${megabytes}`]),
  );
  await dropFiles(page, [writeFiles(application, texts)]);
  await statusLine(page)
    .getByRole('button', { name: /^Cancel: (Looking at files|Importing)$/u })
    .click();
  await expect(notifications(page)).toContainText('The import was cancelled. Nothing was changed.');
  await expect(statusLine(page)).toContainText('0 documents');
  await expect(statusLine(page).getByRole('progressbar')).toHaveCount(0);
});

test('an export with other opinions asks how to settle them', async ({ application }) => {
  const page = await openTexts(application, { 'visit.txt': visit });
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Минск')).toContainText('Place');
  const file = await exportProject(application);

  await annotationRow(page, 'Минск').click();
  await page.keyboard.press('Digit3');
  await expect(annotationRow(page, 'Минск')).toContainText('Country');
  await dropFiles(page, [file]);
  const conflict = review(page).getByRole('region', { name: '1 record differs from the project’s' });
  await expect(conflict.getByRole('row').nth(1)).toContainText('annotation');
  const go = review(page).getByRole('button', { name: 'Import 1 file' });
  await expect(go).toBeDisabled();
  await conflict.getByText('Take the file’s').click();
  await go.click();
  await expect(annotationRow(page, 'Минск')).toContainText('Place');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);
  await expect(rows(page)).toHaveCount(1);
});
