// Every view in both themes, as axe judges it.
import iconv from 'iconv-lite';
import type { TypeId } from '../../src/core/ids';
import { obtain } from './support/calls';
import { dropFiles } from './support/drop';
import { judge } from './support/judge';
import {
  annotationRow,
  chooseInMenu,
  createProject,
  documentRow,
  inspector,
  openTexts,
  writeFiles,
} from './support/project';
import { clickText, dragOver, text } from './support/reader';
import { meeting, visit } from './support/texts';
import { expect, test } from './support/test';

test('the welcome screen and an empty project', async ({ application, page }) => {
  await judge(page, 'welcome');
  await createProject(application);
  await judge(page, 'empty project');
});

test('the window of a project at work', async ({ application, page }) => {
  // Axe looks at five views here, twice each.
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await expect(annotationRow(page, 'Сергей Иванов')).toBeVisible();
  await judge(page, 'full project');
  await clickText(page, 'Иванов');
  await expect(inspector(page)).toBeVisible();
  await judge(page, 'inspector');
  await page.keyboard.press('Shift+KeyL');
  await expect(inspector(page)).toContainText('1 of 1');
  await judge(page, 'identity of a mention');
  await page.keyboard.press('KeyL');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await judge(page, 'entries to type ahead in');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+KeyF');
  await page.keyboard.type('совет');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 3');
  await judge(page, 'find bar');
  await documentRow(page, 'visit').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await judge(page, 'menu of a document');
});

test('the registry, empty and with an entry', async ({ application, page }) => {
  test.slow();
  await createProject(application);
  await page.keyboard.press('ControlOrMeta+Digit2');
  await expect(page.getByText('The registry is empty')).toBeVisible();
  await judge(page, 'empty registry');
  for (const kind of ['New entity', 'New event']) {
    await page.getByRole('button', { name: 'New entry' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  }
  await page.getByRole('textbox', { name: 'Add another name' }).fill('Саммит');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Саммит' })).toBeVisible();
  const rows = page.getByRole('listbox', { name: 'Registry' });
  await rows.focus();
  await page.keyboard.press('Space');
  await expect(rows.getByRole('option', { selected: true })).toHaveCount(1);
  await judge(page, 'registry');
});

test('the history, what was deleted, and the coders', async ({ application, page }) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await expect(annotationRow(page, 'Сергей Иванов')).toBeVisible();
  await dragOver(page, 'диалогу');
  await page.keyboard.press('Equal');
  await inspector(page).getByRole('button', { name: 'History', exact: true }).click();
  await expect(inspector(page)).toContainText('Added a fragment');
  await judge(page, 'fragments and history of an annotation');
  await page.keyboard.press('ControlOrMeta+Digit5');
  await expect(page.getByRole('listbox', { name: 'Changes' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'The change' })).toContainText('Сергей Иванов');
  await judge(page, 'history');
  const from = page.getByRole('group', { name: 'From' });
  await from.getByRole('button', { name: /^Calendar/u }).click();
  await expect(page.getByRole('dialog').getByRole('application')).toBeVisible();
  await judge(page, 'calendar');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go back to here…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 change after this one');
  await judge(page, 'going back');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).click();
  await page.keyboard.press('ControlOrMeta+Digit1');
  await clickText(page, 'Иванов');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('Deleted things');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Deleted' }).getByRole('option')).toHaveCount(1);
  await judge(page, 'deleted things');
  await page.getByRole('button', { name: /^You annotate as/u }).click();
  await judge(page, 'coders');
});

test('the table of annotations, empty and at work, and tagging all occurrences', async ({
  application,
  page,
}) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  await page.keyboard.press('ControlOrMeta+Digit3');
  await expect(page.getByText('Nothing is annotated yet')).toBeVisible();
  await judge(page, 'empty table');
  await page.keyboard.press('ControlOrMeta+Digit1');
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await expect(annotationRow(page, 'Сергей Иванов')).toBeVisible();
  await clickText(page, 'Иванов');
  await expect(inspector(page)).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('listbox', { name: 'Hits' }).getByRole('option')).toHaveCount(2);
  await judge(page, 'tag all');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Digit3');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('toolbar', { name: 'With the selected rows' })).toBeVisible();
  await judge(page, 'table');
});

const dialogs = {
  'Export…': 'Export',
  'Backups…': 'Backups',
  'Check the file': 'Check the file',
  'Settings…': 'Settings',
  Keys: 'Keys',
  'About Postil': 'About Postil',
};

for (const [line, title] of Object.entries(dialogs))
  test(`the dialog “${title}”`, async ({ application, page }) => {
    await createProject(application);
    await chooseInMenu(page, line);
    await expect(page.getByRole('dialog', { name: title, exact: true })).toBeVisible();
    await expect(page.getByRole('menu')).toHaveCount(0);
    await judge(page, title);
  });

test('what is asked about a document, and about the codebook as a whole', async ({ application, page }) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting });
  for (const [command, title] of [
    ['Rename document', 'Rename document'],
    ['Note about the document', 'Note'],
    ['Remove document', 'Remove document?'],
    ['Split the document', 'Split the document'],
    ['Take in a codebook', 'Take in a codebook'],
    ['Export the codebook', 'Export the codebook'],
    ['Versions of the codebook', 'Versions of the codebook'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+KeyK');
    await page.keyboard.type(command);
    await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(command);
    await page.keyboard.press('Enter');
    const dialog = page.locator('[role="dialog"], [role="alertdialog"]');
    await expect(dialog.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await judge(page, title);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(text(page)).toBeFocused();
  }
});

test('the palette of commands', async ({ application, page }) => {
  await createProject(application);
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('doc');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await judge(page, 'palette');
});

test('the codebook, and the question before a change of it', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await page.keyboard.press('ControlOrMeta+Digit4');
  await page.getByRole('row', { name: 'Meeting', exact: true }).click();
  await page.getByRole('button', { name: /^Agent/u }).click();
  await judge(page, 'codebook');
  await page.getByRole('button', { name: 'Remove…' }).click();
  await judge(page, 'question about the codebook');
});

test('the review of an import', async ({ application, page }) => {
  await openTexts(application, { 'visit.txt': visit });
  const files = { 'old.txt': iconv.encode(meeting, 'win1251'), 'again.txt': visit, 'empty.txt': '' };
  await dropFiles(page, [writeFiles(application, files, 'more')]);
  await expect(page.getByRole('dialog', { name: 'Before the import' })).toBeVisible();
  await judge(page, 'import review');
});

test('attributes, vocabularies and what is known of documents', async ({ application, page }) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting, 'visit.txt': visit });
  for (const [name, kind] of [
    ['when', 'date'],
    ['concept', 'vocabulary'],
    ['grade', 'number'],
    ['sure', 'yes-no'],
  ] as const)
    await obtain(page, 'change.run', {
      command: {
        name: 'attribute.create',
        owner: { of: 'type', type: 'event.meeting' as TypeId },
        attribute: { names: { en: name }, key: null, domain: { kind }, required: true, default: null },
      },
    });
  await dragOver(page, 'Встреча');
  await page.keyboard.press('KeyQ');
  // A click before the change is committed would find nothing there yet.
  await expect(annotationRow(page, 'Встреча')).toBeVisible();
  await clickText(page, 'Встреча');
  await inspector(page).getByRole('textbox', { name: /When/u }).fill('soon');
  await expect(inspector(page).getByText('This is no date')).toBeVisible();
  await judge(page, 'attributes');
  await page.keyboard.press('Shift+F2');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Source' }).fill('TASS');
  await page.keyboard.press('Enter');
  await judge(page, 'details of a document');
  await page.keyboard.press('Escape');
  await documentRow(page, 'visit').click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Pick out documents' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /TASS, no longer wanted/u })).toBeVisible();
  await page.getByRole('listbox', { name: 'Documents' }).press('Space');
  await judge(page, 'documents picked out and marked');
  await page.keyboard.press('ControlOrMeta+KeyK');
  await page.keyboard.type('Vocabularies');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Vocabularies' });
  await dialog.getByRole('searchbox').fill('peace');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option')).toHaveText([/peace/u]);
  await judge(page, 'a vocabulary');
});

test('what the table of annotations asks', async ({ application, page }) => {
  test.slow();
  await openTexts(application, { 'meeting.txt': meeting });
  await dragOver(page, 'Сергей Иванов');
  await page.keyboard.press('Digit1');
  await expect(annotationRow(page, 'Сергей Иванов')).toBeVisible();
  const [document] = await obtain(page, 'documents.list', {});
  if (!document) throw new Error('No document');
  const documents = [document.document.id];
  await obtain(page, 'change.run', {
    command: { name: 'document.metadata', documents, values: { date: '2023-09-14' } },
  });
  await obtain(page, 'change.run', {
    command: {
      name: 'attribute.create',
      owner: { of: 'type', type: 'entity.person' as TypeId },
      attribute: {
        names: { en: 'Born' },
        key: null,
        domain: { kind: 'date' },
        required: false,
        default: null,
      },
    },
  });
  await page.keyboard.press('ControlOrMeta+Digit3');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Filter by…' }).fill('date: contains');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'From' }).fill('soon');
  await judge(page, 'question about metadata');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('grid').press('Space');
  await page.getByRole('button', { name: 'Attribute…' }).click();
  await page.getByRole('button', { name: 'Attribute choose an attribute' }).click();
  await page.getByRole('combobox', { name: 'Attribute' }).fill('Born');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Born' })).toBeVisible();
  await judge(page, 'a value for all that is selected');
});
