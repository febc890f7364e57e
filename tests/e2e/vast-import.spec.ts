// An import of more records than are told to a window one by one.
import { join } from 'node:path';
import { writeLargeProject } from '../bench/large-project';
import { dropFiles } from './support/drop';
import { annotations, documentRow, documents, openTexts, statusLine } from './support/project';
import { shownLines } from './support/reader';
import { expect, test } from './support/test';

test('a vast import is shown where somebody is reading, and undo takes it away again', async ({
  application,
  page,
}) => {
  test.setTimeout(180_000);
  await openTexts(application, { 'visit.txt': 'Министр прибыл.' });
  const file = join(application.home, 'vast.json');
  writeLargeProject(file, 210, 100);
  await dropFiles(page, [file]);
  await expect(statusLine(page)).toContainText('211 documents', { timeout: 90_000 });
  // Whoever was reading reads on.
  expect(await shownLines(page)).toEqual(['Министр прибыл.']);
  await documentRow(page, 'text-00000').click();
  await expect(annotations(page).getByRole('option')).not.toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(documents(page).getByRole('option')).toHaveCount(1, { timeout: 90_000 });
});
