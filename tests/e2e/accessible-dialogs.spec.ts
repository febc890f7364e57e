// What Postil asks and tells in dialogs, and panes that open beside the text, in both themes, as axe judges them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { projectFile, type Application } from './support/application';
import { dropFiles } from './support/drop';
import { judge } from './support/judge';
import {
  annotationRow,
  annotations,
  chooseInMenu,
  documentRow,
  documents,
  inspector,
  notifications,
  openProject,
  openTexts,
  writeFiles,
} from './support/project';
import { clickText, dragOver, placeCaret, text } from './support/reader';
import { exercise, meeting, visit } from './support/texts';
import { expect, test } from './support/test';

const typeRow = (page: Page, name: string): Locator =>
  page.getByRole('treegrid', { name: 'Types' }).getByRole('row', { name, exact: true });

async function tag(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotationRow(page, words)).toBeVisible();
}

async function runFromPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type(command);
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(command);
  await page.keyboard.press('Enter');
}

/** Files of brat beside a table: what an import of several formats has to ask about. */
function mixedFiles(application: Application): string {
  return writeFiles(
    application,
    {
      'anna.txt': 'Anna lives in Minsk.\n',
      'anna.ann':
        'T1\tPerson 0 4\tAnna\nT2\tPlace 14 19\tMinsk\nR1\tLives Arg1:T1 Arg2:T2\nT3\tPlace 90 95\tx\n',
      'notes.csv': 'text;source;day\nFirst note;TASS;2023-05-01\nSecond note;BelTA;2023-05-02\n',
      'plain.txt': 'Nothing but a text.\n',
    },
    'mixed',
  );
}

const review = (page: Page): Locator => page.getByRole('dialog', { name: 'Before the import' });

test('splitting a document where something lies across the place, and joining documents', async ({
  application,
}) => {
  test.setTimeout(150_000);
  const page = await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await placeCaret(page, 'before', 'Иванов');
  await runFromPalette(page, 'Split the document');
  const split = page.getByRole('dialog', { name: 'Split the document' });
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(split.getByRole('alert')).toBeVisible();
  await judge(page, 'refused splitting');
  await page.keyboard.press('Escape');

  await documents(page).focus();
  for (const key of ['Home', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await runFromPalette(page, 'Join the marked documents');
  await expect(page.getByRole('dialog', { name: 'Join the documents' })).toBeVisible();
  await judge(page, 'joining documents');
});

test('merging entries of the registry', async ({ application, page }) => {
  test.setTimeout(150_000);
  await openTexts(application, { 'meeting.txt': meeting });
  for (const words of ['Сергей Иванов', 'делегацией']) {
    await tag(page, words, 'Digit1');
    await clickText(page, words);
    await page.keyboard.press('Shift+KeyL');
    await expect(inspector(page)).toContainText('1 of 1');
  }
  await page.keyboard.press('ControlOrMeta+Digit2');
  const entries = page.getByRole('listbox', { name: 'Registry' });
  await entries.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await judge(page, 'marked entries');
  await page.getByRole('button', { name: /^Merge into/u }).click();
  await expect(
    page.getByRole('alertdialog', { name: 'Merge entries' }).getByRole('listitem'),
  ).not.toHaveCount(0);
  await judge(page, 'merging entries');
});

test('what is lost in an export, before it and after it', async ({ application }) => {
  test.setTimeout(150_000);
  const page = await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await application.answerDialogs(join(application.home, 'News.spacy.jsonl'));
  await chooseInMenu(page, 'Export…');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('option', { name: 'spaCy JSONL' }).click();
  await expect(dialog.getByRole('status')).toContainText('lost');
  await judge(page, 'choosing what goes out');
  await dialog.getByRole('button', { name: 'See what is lost…' }).click();
  const losses = page.getByRole('dialog', { name: 'Export to spaCy JSONL: what is lost' });
  await losses.getByText('time of an annotation').click();
  await expect(losses.getByRole('button', { name: 'Сергей Иванов meeting' })).toBeVisible();
  await judge(page, 'what is lost in an export');
  await losses.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('dialog', { name: 'Exported to spaCy JSONL' })).toBeVisible();
  await judge(page, 'what an export came to');
});

test('the review of files of several formats and of a table, leaving it, and what it came to', async ({
  application,
}) => {
  test.setTimeout(150_000);
  const page = await openTexts(application, { 'visit.txt': visit });
  await dropFiles(page, [mixedFiles(application)]);
  await expect(review(page).getByRole('region', { name: /^notes\.csv/u })).toBeVisible();
  await review(page)
    .getByText(/\d remarks?$/u)
    .first()
    .click();
  await judge(page, 'review of several formats');
  await review(page).getByRole('button', { name: /Date$/u }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await judge(page, 'which column is the date');
  await page.keyboard.press('Escape');
  await review(page).getByRole('checkbox', { name: 'The first row names the columns' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Leave the import?' });
  await expect(question).toBeVisible();
  await judge(page, 'leaving an import');
  await question.getByRole('button', { name: 'Go on' }).click();
  await review(page)
    .getByRole('button', { name: /^Import/u })
    .click();
  await expect(page.getByRole('dialog', { name: 'Import finished' })).toBeVisible();
  await judge(page, 'what an import came to');
});

test('making, opening and being refused a project', async ({ application, page }) => {
  test.setTimeout(150_000);
  writeFileSync(projectFile(application, 'letter'), 'Dear reader, this is no database.'.repeat(20));
  await page.getByRole('button', { name: 'New project' }).click();
  if (application.host === 'browser') {
    await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
    await judge(page, 'new project');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open…' }).click();
    await expect(page.getByRole('dialog', { name: 'Open a project' })).toBeVisible();
    await judge(page, 'opening a project');
    await page.keyboard.press('Escape');
  } else {
    await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
    await judge(page, 'new project');
    await page.keyboard.press('Escape');
  }
  await openProject(application, 'letter');
  await expect(page.getByRole('alertdialog', { name: 'The project could not be opened' })).toBeVisible();
  await judge(page, 'refused project');
});

test('what is told where something cannot be done', async ({ application }) => {
  test.setTimeout(150_000);
  const page = await openTexts(application, { 'meeting.txt': meeting, 'exercise.txt': exercise });
  await documentRow(page, 'meeting').click();
  await tag(page, 'Сергей Иванов', 'Digit1');
  await clickText(page, 'Иванов');
  await page.keyboard.press('KeyL');
  await page.keyboard.type('Иванов');
  await page.keyboard.press('Enter');
  await expect(inspector(page)).toContainText('1 of 1');
  await page.keyboard.press('ControlOrMeta+Digit2');
  await page.getByRole('listbox', { name: 'Registry' }).getByRole('option').first().click();
  const identifier = page.getByRole('textbox', { name: 'Identifier', exact: true });
  await identifier.fill('P31');
  await page.keyboard.press('Enter');
  await expect(notifications(page)).toContainText('no identifier of “wikidata”');
  await judge(page, 'refusal');
});

test('the guideline beside the text, without a type and with one', async ({ application, page }) => {
  test.setTimeout(150_000);
  await openTexts(application, { 'meeting.txt': meeting });
  await page.keyboard.press('F1');
  const guideline = page.getByRole('region', { name: 'Guideline', exact: true });
  await expect(guideline).toContainText('No type in hand');
  await judge(page, 'no guideline');
  await tag(page, 'Сергей Иванов', 'Digit1');
  await annotationRow(page, 'Сергей Иванов').click();
  await expect(guideline.getByRole('heading', { name: 'Person', exact: true })).toBeVisible();
  await judge(page, 'guideline');
});

test('what changes of the codebook do to what was coded', async ({ application, page }) => {
  test.setTimeout(150_000);
  await openTexts(application, { 'meeting.txt': meeting });
  await tag(page, 'Сергей Иванов', 'Digit1');
  await tag(page, 'диалогу', 'KeyA');
  await page.keyboard.press('KeyV');
  await clickText(page, 'Иванов');
  await expect(inspector(page).getByRole('region', { name: 'Roles' })).toContainText('Сергей Иванов');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Digit4');
  const question = page.getByRole('alertdialog', { name: 'What this change does' });

  await typeRow(page, 'Person').click();
  await page.getByRole('button', { name: 'Merge…' }).click();
  await question.getByRole('button', { name: /Merge into/u }).click();
  await page.getByRole('option', { name: 'Place' }).click();
  await expect(question).toContainText('1 annotation gets another type');
  await judge(page, 'merging types');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove…' }).click();
  await expect(question).toContainText('1 annotation is deleted');
  await judge(page, 'removing a type');
  await page.keyboard.press('Escape');

  await typeRow(page, 'Claim').click();
  const roles = page.getByRole('region', { name: 'Roles' });
  await roles.getByRole('button', { name: /^Speaker/u }).click();
  await roles.getByRole('button', { name: 'Remove “Speaker”' }).click();
  await expect(question).toBeVisible();
  await judge(page, 'removing a role');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(text(page)).toHaveCount(0);
});
