// What is dropped is looked at, asked about and told of: tables, formats by hand, long lists of remarks, mixtures.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { makeZip } from '../support/document-files';
import { dropFiles } from './support/drop';
import {
  annotations,
  createProject,
  documents,
  notifications,
  openDocument,
  openTexts,
  writeFiles,
} from './support/project';
import { text } from './support/reader';
import { expect, test } from './support/test';

const review = (page: Page) => page.getByRole('dialog', { name: 'Before the import' });
const others = (page: Page) => review(page).getByRole('region', { name: 'Files of other tools' });
const rows = (page: Page) => documents(page).getByRole('option');
const go = (page: Page) => review(page).getByRole('button', { name: /^(Import|Nothing to import)/u });

/** Chooses a line of a list that opens. */
async function select(page: Page, field: RegExp, line: string): Promise<void> {
  await review(page).getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: line, exact: true }).click();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a table is looked at again in another encoding, and with other separators', async ({ application }) => {
  const page = await createProject(application);
  const csv = iconv.encode('текст|дата;время\nПервый|1;2\nВторой|3;4\n', 'koi8-r');
  await dropFiles(page, [join(writeFiles(application, { 'notes.csv': csv }), 'notes.csv')]);
  await select(page, /Encoding$/u, 'IBM866');
  await expect(review(page).getByRole('columnheader').first()).not.toContainText('текст');
  await select(page, /Encoding$/u, 'KOI8-R');
  await expect(review(page).getByRole('columnheader').first()).toContainText('текст');
  await select(page, /Between columns$/u, 'A semicolon');
  await expect(review(page).getByRole('columnheader').first()).toContainText('текст|дата');
  await select(page, /Between columns$/u, 'A vertical bar');
  await expect(review(page).getByRole('columnheader')).toHaveText(['текстText', 'дата;времяMetadata']);
  await go(page).click();
  await expect(rows(page)).toHaveCount(2);
  await openDocument(page, 'notes.csv/2');
  await expect(text(page)).toContainText('Первый');
});

test('every remark about a file can be shown, and all are saved', async ({ application }) => {
  const page = await createProject(application);
  const lines = Array.from({ length: 450 }, (_, index) => `T${String(index)}\tPerson 900 901\tx`);
  const files = { 'a.txt': 'Anna\n', 'a.ann': `${lines.join('\n')}\n` };
  await dropFiles(page, [writeFiles(application, files, 'brat')]);
  await others(page).getByText('450 remarks').click();
  await expect(others(page)).toContainText('and 350 more');
  await expectNoViolations(page);
  await others(page).getByRole('button', { name: 'Show 350 more' }).click();
  await expect(others(page)).toContainText('“T449” covers');
  const saved = await application.exportedFile('remarks.txt', () =>
    others(page).getByRole('button', { name: 'Save all as text…' }).click(),
  );
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toContain('“T449” covers');
});

test('files under unusual names are recognised by what they hold, or are what a person says', async ({
  application,
}) => {
  const page = await createProject(application);
  const tasks = [
    {
      id: 1,
      data: { text: 'Anna lives here.' },
      annotations: [
        {
          id: 1,
          result: [
            {
              id: 'r1',
              type: 'labels',
              from_name: 'label',
              to_name: 'text',
              value: { start: 0, end: 4, text: 'Anna', labels: ['Person'] },
            },
          ],
        },
      ],
    },
  ];
  const folder = writeFiles(application, {
    'tasks.txt': JSON.stringify(tasks),
    'rows.dat': 'id;text\n1;First\n2;Second\n',
    'rows.txt': 'No rows; at all\n',
  });
  await dropFiles(page, [folder]);
  await expect(others(page)).toContainText('Label Studio');
  await expect(others(page)).toContainText('1 document, 1 annotation');
  await expect(review(page).getByRole('region', { name: 'rows.dat: a table of 2 rows' })).toBeVisible();

  await select(page, /Read as$/u, 'Plain text');
  await expect(go(page)).toHaveText('Import 3 files');
  await expect(review(page).getByRole('table')).toHaveCount(0);
  await select(page, /Read as$/u, 'A table, a document in each row');
  await expect(review(page).getByRole('region', { name: /^rows\.dat/u })).toBeVisible();
  await select(page, /Read as$/u, 'As each file is recognised');
  await expect(others(page)).toContainText('Label Studio');
  await go(page).click();
  await expect(rows(page)).toHaveCount(4);
});

test('Esc asks before what was chosen is thrown away, and the keyboard is where it was', async ({
  application,
}) => {
  const page = await openTexts(application, { 'a.txt': 'One text.' });
  await text(page).click();
  const file = join(writeFiles(application, { 'notes.csv': 'text;b\nx y;1\n' }, 'more'), 'notes.csv');
  await dropFiles(page, [file]);
  await expect(review(page)).toBeVisible();
  // Nothing was chosen yet: nothing would be lost.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(text(page)).toBeFocused();

  await dropFiles(page, [file]);
  const header = review(page).getByRole('checkbox', { name: 'The first row names the columns' });
  await header.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  const question = page.getByRole('alertdialog', { name: 'Leave the import?' });
  await expect(question.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(header).not.toBeChecked();
  await expect(header).toBeFocused();
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await expect(rows(page)).toHaveCount(1);
});

test('files of a tool in an old encoding are read in the one that is chosen', async ({ application }) => {
  const page = await createProject(application);
  const folder = writeFiles(
    application,
    {
      'a.txt': iconv.encode('Анна живёт в Минске, а работает она в другом городе.\n', 'windows-1251'),
      'a.ann': iconv.encode('T1\tPerson 0 4\tАнна\n', 'windows-1251'),
    },
    'old',
  );
  await dropFiles(page, [folder]);
  await expect(others(page)).toContainText('0 documents');
  await select(page, /Encoding$/u, 'WINDOWS-1251');
  await expect(others(page)).toContainText('1 document, 1 annotation');
  await go(page).click();
  await openDocument(page, 'a');
  await expect(annotations(page).getByRole('option')).toContainText(['Анна']);
});

test('a mixture of folders, archives, projects and texts that is dropped comes in, each for what it is', async ({
  application,
}) => {
  const page = await createProject(application);
  const typeSystem = `<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>custom.Person</name><supertypeName>uima.tcas.Annotation</supertypeName></typeDescription>
</types></typeSystemDescription>`;
  const xmi = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///custom.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/><custom:Person xmi:id="2" sofa="1" begin="0" end="5"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Clara waits."/><cas:View sofa="1" members="2"/></xmi:XMI>`;
  const qde = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>
<Code guid="11111111-1111-4111-8111-111111111111" name="Place" isCodable="true"/></Codes></CodeBook><Sources>
<TextSource guid="22222222-2222-4222-8222-222222222222" name="trip" plainTextPath="internal://trip.txt">
<PlainTextSelection guid="33333333-3333-4333-8333-333333333333" name="Brest" startPosition="3" endPosition="7"><Coding guid="44444444-4444-4444-8444-444444444444"><CodeRef targetGUID="11111111-1111-4111-8111-111111111111"/></Coding></PlainTextSelection>
</TextSource></Sources></Project>`;
  const brat = writeFiles(
    application,
    { 'b.txt': 'Boris left.\n', 'b.ann': 'T1\tPerson 0 5\tBoris\n' },
    'brat',
  );
  const uima = writeFiles(application, { 'c.xmi': xmi, 'TypeSystem.xml': typeSystem }, 'uima');
  const loose = writeFiles(
    application,
    {
      'study.qdpx': makeZip({ 'project.qde': qde, 'sources/trip.txt': 'To Brest.' }),
      'more.zip': makeZip({ 'd.txt': 'Dora.\n', 'd.ann': 'T1\tPerson 0 4\tDora\n' }),
      'plain.txt': 'Nothing but a text.\n',
    },
    'loose',
  );
  const paths = ['study.qdpx', 'more.zip', 'plain.txt'].map((name) => join(loose, name));
  await dropFiles(page, [brat, uima, ...paths]);
  await expect(others(page).getByRole('heading')).toHaveText('4 sets of files of other tools');
  for (const title of ['brat standoff', 'UIMA CAS XMI', 'REFI-QDA'])
    await expect(others(page)).toContainText(title);
  await expectNoViolations(page);
  await go(page).click();
  await expect(rows(page)).toHaveCount(5);
  const done = page.getByRole('dialog', { name: 'Import finished' });
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(0);
  await expect(notifications(page)).not.toContainText('went wrong');

  // The same once more, right after.
  await dropFiles(page, [brat, uima, ...paths]);
  await go(page).click();
  await expect(rows(page)).toHaveCount(5);
});
