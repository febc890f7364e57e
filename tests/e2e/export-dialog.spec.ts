// What goes out, in what form, and what of it is lost: chosen, told and looked into in the dialog for exports.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Application } from './support/application';
import { obtain } from './support/calls';
import { dropFiles } from './support/drop';
import {
  annotations,
  chooseInMenu,
  createProject,
  documents,
  openDocument,
  statusLine,
  writeFiles,
} from './support/project';
import { text } from './support/reader';
import { expect, test } from './support/test';

const folder = {
  'annotation.conf':
    '[entities]\nPerson\nPlace\n[relations]\nLives\tArg1:Person, Arg2:Place\n[events]\n[attributes]\n',
  'anna.txt': 'Anna lives in Minsk.\n',
  'anna.ann': 'T1\tPerson 0 4\tAnna\nT2\tPlace 14 19\tMinsk\nR1\tLives Arg1:T1 Arg2:T2\n',
  'boris.txt': 'Boris has left Brest.\n',
  'boris.ann': 'T1\tPerson 0 5\tBoris\n#1\tAnnotatorNotes T1\tthe younger\n',
  'clara.txt': 'Clara came.\n',
  'clara.ann': 'T1\tPerson 0 5\tClara\n',
};

/** A project of three documents with annotations, the first of which is open. */
async function projectOf(application: Application): Promise<Page> {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, folder, 'brat')]);
  await page
    .getByRole('dialog', { name: 'Before the import' })
    .getByRole('button', { name: /^Import/u })
    .click();
  await expect(documents(page).getByRole('option')).toHaveCount(3);
  await openDocument(page, 'anna');
  return page;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Export', exact: true });

/** Opens the dialog and chooses a format in it. */
async function choose(page: Page, format: string): Promise<void> {
  await chooseInMenu(page, 'Export…');
  await dialogOf(page).getByRole('option', { name: format }).click();
}

const summary = (page: Page) => dialogOf(page).getByRole('status');

test('only the documents that the list shows go out, where that is chosen', async ({ application }) => {
  const page = await projectOf(application);
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('ar');
  await expect(documents(page).getByRole('option')).toHaveCount(1);
  const exported = await application.exportedFile('News.jsonl', async () => {
    await choose(page, 'doccano JSONL');
    await dialogOf(page)
      .getByRole('button', { name: /Documents$/u })
      .click();
    await page.getByRole('option', { name: 'Those shown in the list (1)' }).click();
    await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
    const report = page.getByRole('dialog', { name: 'Export to doccano JSONL: what is lost' });
    await expect(report).toContainText('1 document');
    await report.getByRole('button', { name: 'Export…' }).click();
    const done = page.getByRole('dialog', { name: 'Exported to doccano JSONL' });
    if (application.host === 'browser') await done.getByRole('button', { name: 'Download' }).click();
    await done.getByRole('button', { name: 'Done', exact: true }).click();
  });
  const lines = readFileSync(exported, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['Clara came.\n']);

  // Where the list shows everything again, there is no such choice.
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('');
  await chooseInMenu(page, 'Export…');
  await dialogOf(page)
    .getByRole('button', { name: /Documents$/u })
    .click();
  await expect(page.getByRole('option', { name: /^(All|The open one|Those)/u })).toHaveText([
    'All (3)',
    'The open one',
  ]);
});

test('what the table of annotations is filtered by can go out, from there and from the dialog', async ({
  application,
}) => {
  test.slow();
  const page = await projectOf(application);
  // What was narrowed before does not narrow what the table shows.
  await choose(page, 'doccano JSONL');
  await dialogOf(page)
    .getByRole('button', { name: /Documents$/u })
    .click();
  await page.getByRole('option', { name: 'The open one' }).click();
  await dialogOf(page).getByText('Only some annotations').click();
  await dialogOf(page).getByText('Place', { exact: true }).click();
  await page.keyboard.press('Escape');
  await choose(page, 'doccano JSONL');
  await expect(dialogOf(page).getByRole('checkbox', { name: 'Place' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await page.getByRole('searchbox', { name: 'Words in annotations' }).fill('an');
  await expect(
    page
      .getByRole('region', { name: 'Annotations of the project' })
      .getByText('1 annotation', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Export these rows' }).click();
  await page.getByRole('menuitem', { name: 'In another format…' }).click();
  await dialogOf(page).getByRole('option', { name: 'doccano JSONL' }).click();
  const annotationsChoice = dialogOf(page).getByRole('button', { name: /Annotations$/u });
  await expect(annotationsChoice).toContainText('Those that the table shows');
  await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
  const report = page.getByRole('dialog', { name: 'Export to doccano JSONL: what is lost' });
  await expect(report).toContainText('Will be written: 1 type, 3 documents, 1 annotation.');
  await report.getByRole('button', { name: 'Back' }).click();
  await annotationsChoice.click();
  await page.getByRole('option', { name: 'All', exact: true }).click();
  await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
  await expect(report).toContainText('5 annotations');
  await page.keyboard.press('Escape');

  // What a part of the project leaves behind, Postil's own format tells too.
  await page.getByRole('searchbox', { name: 'Words in annotations' }).fill('');
  await page.keyboard.press('ControlOrMeta+Digit1');
  await choose(page, 'Postil JSON');
  await expect(annotationsChoice).toHaveCount(0);
  await expect(summary(page)).toHaveText('Nothing is lost.');
  await dialogOf(page).getByText('Only some annotations').click();
  await dialogOf(page).getByText('Place', { exact: true }).click();
  await expect(summary(page)).toContainText('1 filled role');
});

test('what would be lost is told while one chooses, and the newest choice counts', async ({
  application,
}) => {
  const page = await projectOf(application);
  await choose(page, 'brat standoff');
  await expect(summary(page)).toContainText('kinds of things are lost');
  await expect(summary(page)).toContainText('5 coders of annotations');
  await dialogOf(page).getByText('Only some annotations').click();
  // One click after the other, each before the answer to the one before.
  const place = dialogOf(page).getByRole('checkbox', { name: 'Place' });
  for (let click = 0; click < 5; click += 1) await dialogOf(page).getByText('Place', { exact: true }).click();
  await expect(place).not.toBeChecked();
  await expect(summary(page)).toContainText('4 coders of annotations');
  await expect(summary(page)).toHaveAttribute('aria-busy', 'false');

  // Postil's own format loses nothing of a whole project.
  await dialogOf(page).getByRole('option', { name: 'Postil JSON' }).click();
  await expect(summary(page)).toContainText('1 filled role');
  await dialogOf(page).getByText('Place', { exact: true }).click();
  await expect(place).toBeChecked();
  await expect(summary(page)).toHaveText('Nothing is lost.');
  await expect(dialogOf(page).getByRole('button', { name: 'Export…' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('every example of a loss has its words, and leads to its place: in other documents too, by keyboard too', async ({
  application,
}) => {
  const page = await projectOf(application);
  await choose(page, 'spaCy JSONL');
  await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
  const report = page.getByRole('dialog', { name: 'Export to spaCy JSONL: what is lost' });
  await report.getByText('times of annotations').click();
  await expect(report.getByRole('group').filter({ hasText: 'times of annotations' })).toContainText(
    'Anna anna',
  );
  await expect(report.getByRole('button', { name: 'Anna → Minsk anna' }).first()).toBeVisible();
  const saved = await application.exportedFile('report.txt', () =>
    report.getByRole('button', { name: 'Save report as text…' }).click(),
  );
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain('boris: Boris');
  const data = await application.exportedFile('report.json', () =>
    report.getByRole('button', { name: 'Save as JSON…' }).click(),
  );
  await expect.poll(() => existsSync(data) && readFileSync(data, 'utf8')).toContain('"words": "Clara"');

  const note = report.locator('details', { hasText: '1 note on an annotation' });
  await note.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(note.getByRole('button', { name: 'Boris boris' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(note.getByRole('button', { name: 'Boris boris' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of “boris”' })).toBeFocused();
  await expect(annotations(page).getByRole('option', { selected: true })).toContainText('Boris');
});

test('a folder of files goes out as a folder, or as an archive where there are only downloads, and comes in again', async ({
  application,
}) => {
  const page = await projectOf(application);
  const isBrowser = application.host === 'browser';
  const exported = await application.exportedFile(isBrowser ? 'News.zip' : 'News brat', async () => {
    await choose(page, 'brat standoff');
    await expect(dialogOf(page)).toContainText(isBrowser ? 'one .zip archive' : 'A new folder of the name');
    await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
    const done = page.getByRole('dialog', { name: 'Exported to brat standoff' });
    if (isBrowser) await done.getByRole('button', { name: 'Download' }).click();
    await done.getByRole('button', { name: 'Done', exact: true }).click();
  });
  if (!isBrowser) {
    expect(readdirSync(exported).sort()).toContain('clara.ann');
    // What stands in a folder is never overwritten: that is said, and nothing is touched.
    await chooseInMenu(page, 'Export…');
    await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('is not empty');
    await page.keyboard.press('Escape');
    await application.answerDialogs(join(application.home, 'packed'));
    await chooseInMenu(page, 'Export…');
    await dialogOf(page).getByText('As one .zip archive instead of a folder').click();
    await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    // An archive was asked for, whatever its name.
    expect(readFileSync(join(application.home, 'packed')).toString('latin1', 0, 2)).toBe('PK');
  }
  await dropFiles(page, [exported]);
  const question = page.getByRole('dialog', { name: 'Before the import' });
  await expect(question).toContainText('3 documents are there already');
  await question.getByText('Import them once more').click();
  await question.getByRole('button', { name: /^Import/u }).click();
  await expect(statusLine(page)).toContainText('6 documents');
});

test('a type that is lost leads to the codebook', async ({ application }) => {
  const page = await projectOf(application);
  await choose(page, 'doccano JSONL');
  await dialogOf(page).getByRole('button', { name: 'See what is lost…' }).click();
  const report = page.getByRole('dialog', { name: 'Export to doccano JSONL: what is lost' });
  await report.locator('summary', { hasText: 'details in the codebook' }).click();
  await report.getByRole('button', { name: 'Person', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Codebook' })).toBeVisible();
  await expect(text(page)).toHaveCount(0);
});

test('of a network only what concerns it is asked, and formats are called as they are in the language that is shown', async ({
  application,
}) => {
  const page = await projectOf(application);
  await choose(page, 'GraphML');
  const within = dialogOf(page).getByRole('button', { name: /Together within$/u });
  const speakers = dialogOf(page).getByRole('textbox', { name: 'Roles and types of speakers' });
  await expect(speakers).toBeVisible();
  await expect(within).toHaveCount(0);
  const network = dialogOf(page).getByRole('button', { name: /Network$/u });
  await network.click();
  await page.getByRole('option', { name: 'Entities that occur together' }).click();
  await expect(within).toBeVisible();
  await expect(speakers).toHaveCount(0);
  await expect(network).toBeFocused();

  await obtain(page, 'settings.write', { patch: { language: 'ru' } });
  const inRussian = page.getByRole('dialog', { name: 'Экспорт', exact: true });
  await inRussian.getByRole('option', { name: 'Список рёбер (CSV)' }).click();
  await expect(inRussian.getByRole('heading', { name: 'Список рёбер (CSV)' })).toBeVisible();
});
