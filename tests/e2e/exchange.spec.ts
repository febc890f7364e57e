// Files of other tools come in with a look at them first, and go out with a report of what is lost.
import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dropFiles } from './support/drop';
import {
  annotationRow,
  annotations,
  chooseInMenu,
  createProject,
  documents,
  openDocument,
  statusLine,
  writeFiles,
} from './support/project';
import { expect, test } from './support/test';

const review = (page: Page) => page.getByRole('dialog', { name: 'Before the import' });

/** A folder as brat keeps it: two entities, a relation, a note, and a line that refers to nothing. */
const brat = {
  'annotation.conf':
    '[entities]\nPerson\nPlace\n[relations]\nLives\tArg1:Person, Arg2:Place\n[events]\n[attributes]\n',
  'talks.txt': 'Anna lives in Minsk.\n',
  'talks.ann': [
    'T1\tPerson 0 4\tAnna',
    'T2\tPlace 14 19\tMinsk',
    'R1\tLives Arg1:T1 Arg2:T2',
    '#1\tAnnotatorNotes T1\tthe first',
    'R2\tLives Arg1:T1 Arg2:T9',
    '',
  ].join('\n'),
};

test('a folder of brat is looked at, imported, exported with its losses read, and taken in again', async ({
  application,
}) => {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, brat, 'brat')]);
  const question = review(page).getByRole('region', { name: 'Files of other tools' });
  await expect(question).toContainText('brat standoff');
  await expect(question).toContainText('1 document');
  await question.getByText('1 remark').click();
  await expect(question).toContainText('T9');
  await expect(question.getByRole('radio', { name: 'Instead of the one of this project' })).toBeChecked();
  await review(page).getByRole('button', { name: 'Import 3 files' }).click();

  const report = page.getByRole('dialog', { name: 'Import finished' });
  await expect(report).toContainText('T9');
  const saved = await application.exportedFile('News-import-report.txt', () =>
    report.getByRole('button', { name: 'Save as text…' }).click(),
  );
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain('T9');
  await report.getByRole('button', { name: 'Done', exact: true }).click();
  await openDocument(page, 'talks');
  await expect(annotationRow(page, 'Anna').first()).toContainText('Person');

  const exported = await application.exportedFile('News.jsonl', async () => {
    await chooseInMenu(page, 'Export…');
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
    await dialog.getByRole('searchbox', { name: 'Find a format' }).fill('prodigy');
    await dialog.getByRole('option', { name: 'Prodigy' }).click();
    await dialog.getByRole('button', { name: 'See what is lost…' }).click();
    const losses = page.getByRole('dialog', { name: 'Export to Prodigy: what is lost' });
    await expect(losses).toContainText('Will be written: ');
    await expect(losses.getByText('1 note on an annotation')).toBeVisible();
    await losses.getByRole('button', { name: 'Export…' }).click();
    const done = page.getByRole('dialog', { name: 'Exported to Prodigy' });
    await expect(done.getByText('1 note on an annotation')).toBeVisible();
    if (application.host === 'browser') await done.getByRole('button', { name: 'Download' }).click();
    await done.getByRole('button', { name: 'Done', exact: true }).click();
  });
  expect(readFileSync(exported, 'utf8')).toContain('Anna lives in Minsk.');

  await dropFiles(page, [exported]);
  const again = review(page).getByRole('region', { name: 'Files of other tools' });
  await expect(again).toContainText('Prodigy');
  await again.getByText('Import them once more').click();
  await expect(again.getByRole('radio', { name: 'Import them once more' })).toBeChecked();
  await review(page).getByRole('button', { name: 'Import 1 file' }).click();
  await expect(statusLine(page)).toContainText('2 documents');
});

test('another format can be chosen for files that were recognised', async ({ application }) => {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, brat, 'brat')]);
  const question = review(page).getByRole('region', { name: 'Files of other tools' });
  await question.getByRole('button', { name: /Read as/u }).click();
  await page.getByRole('option', { name: 'Plain text' }).click();
  await expect(question.getByRole('listitem')).toHaveCount(0);
  await review(page)
    .getByRole('button', { name: /^Import \d files?$/u })
    .click();
  await expect(documents(page).getByRole('option')).toHaveCount(3);
});

test('an example of a loss leads to its place in the text', async ({ application }) => {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, brat, 'brat')]);
  await review(page).getByRole('button', { name: 'Import 3 files' }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(documents(page).getByRole('option')).toHaveCount(1);
  await openDocument(page, 'talks');
  await chooseInMenu(page, 'Export…');
  await page.getByRole('option', { name: 'Prodigy' }).click();
  await page.getByRole('button', { name: 'See what is lost…' }).click();
  await page.getByText('1 note on an annotation').click();
  await page.getByRole('button', { name: 'Anna talks' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(annotations(page).getByRole('option', { selected: true })).toContainText('Anna');
  await chooseInMenu(page, 'Export…');
  await page.getByRole('button', { name: 'Last report' }).click();
  await expect(page.getByText('1 note on an annotation')).toBeVisible();
});
