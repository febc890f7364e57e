// Two people who annotate the same document on one machine.
import type { Locator, Page } from '@playwright/test';
import { documentWith, openCorpusAt } from './support/corpus';
import { watchFaults } from './support/faults';
import {
  annotationRow,
  annotations,
  documentRow,
  inspector,
  openDocument,
  statusLine,
} from './support/project';
import { clickText, dragOver, paintedText, text } from './support/reader';
import { expect, test } from './support/test';

const resolution = 'резолюцию Генассамблеи ООН';
const secretary = 'Имангали Тасмагамбетов';
const agency = 'агентству ТАСС';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Coders' });

async function tag(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(annotationRow(page, words)).toBeVisible();
}

async function showCoders(page: Page): Promise<void> {
  await statusLine(page)
    .getByRole('button', { name: /^You annotate as/u })
    .click();
  await expect(dialog(page)).toBeVisible();
}

async function goOnAs(page: Page, name: string): Promise<void> {
  await showCoders(page);
  await dialog(page).getByRole('textbox', { name: 'Go on as somebody else' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(statusLine(page)).toContainText(name);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(dialog(page)).toBeHidden();
}

test('another coder goes on without a restart, and undo is theirs', async ({ application }) => {
  const page = await openCorpusAt(application, resolution);
  const faults = watchFaults(page);
  await tag(page, secretary, 'Digit1');
  await goOnAs(page, 'Boris');
  await tag(page, agency, 'Digit2');
  await expect(annotationRow(page, agency)).toContainText('Boris');
  await expect(annotationRow(page, secretary)).toContainText('Anna');

  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(annotations(page).getByRole('option')).toHaveText([new RegExp(secretary, 'u')]);
  // Boris has done nothing else: what Anna did is hers to undo.
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);
  await goOnAs(page, 'Anna');
  await text(page).focus();
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(annotations(page).getByRole('option')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a coder who is renamed is the same one tomorrow', async ({ application }) => {
  let page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await showCoders(page);
  await dialog(page).getByRole('button', { name: 'Rename Anna' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Anna Karenina');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('listitem')).toHaveText([/Anna Karenina.*you.*1 annotation/u]);
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await application.quit();
  page = await application.start();
  await page.getByRole('button', { name: /^Corpus/u }).click();
  await expect(annotationRow(page, secretary)).toContainText('Anna Karenina');
  await showCoders(page);
  await expect(dialog(page).getByRole('listitem')).toHaveCount(1);
});

test('whose annotations are shown is chosen, in the text, the lists, the counts and for the keys', async ({
  application,
}) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await tag(page, resolution, 'Digit6');
  await goOnAs(page, 'Boris');
  await tag(page, agency, 'Digit2');
  await expect(annotations(page).getByRole('option')).toHaveCount(3);

  await showCoders(page);
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Anna' })).toContainText('2 annotations');
  await dialog(page).getByRole('checkbox', { name: 'Anna' }).uncheck({ force: true });
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(annotations(page).getByRole('option')).toHaveText([new RegExp(agency, 'u')]);
  await expect(statusLine(page)).toContainText('1 of 2 coders shown');
  await expect(statusLine(page)).toContainText('Here: 1 entity');
  await expect(documentRow(page, documentWith(resolution))).toHaveAccessibleName(/1 annotation$/u);
  await expect.poll(() => paintedText(page)).not.toContain(secretary);
  await expect.poll(() => paintedText(page)).toContain(agency);

  // Tab steps through what is shown, and comes round to the same one.
  await clickText(page, 'сообщается');
  await page.keyboard.press('Tab');
  await expect(inspector(page).getByRole('blockquote')).toHaveText(agency);
  await page.keyboard.press('Tab');
  await expect(inspector(page).getByRole('blockquote')).toHaveText(agency);

  await showCoders(page);
  await dialog(page).getByRole('checkbox', { name: 'Anna' }).check({ force: true });
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(annotations(page).getByRole('option')).toHaveCount(3);
});

test('coding blind, what another coder annotated is not quoted where it fills a role of one’s own', async ({
  application,
}) => {
  const page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await goOnAs(page, 'Boris');
  await tag(page, 'прокомментировал', 'KeyQ');
  await page.keyboard.press('KeyV');
  await page.keyboard.press('Digit1');
  const filler = inspector(page).getByRole('region', { name: 'Roles' }).getByRole('listitem').first();
  await expect(filler).toContainText(secretary);

  await showCoders(page);
  await dialog(page).getByRole('switch', { name: 'Code blind' }).press('Space');
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(filler).toContainText('another coder’s, hidden');
  await expect(inspector(page)).not.toContainText(secretary);
});

test('coding blind hides all that others did, until it is ended, and after a restart too', async ({
  application,
}) => {
  let page = await openCorpusAt(application, resolution);
  await tag(page, secretary, 'Digit1');
  await goOnAs(page, 'Boris');
  await showCoders(page);
  await dialog(page).getByRole('switch', { name: 'Code blind' }).press('Space');
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Anna' })).not.toContainText(
    'annotation',
  );
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await expect(statusLine(page)).toContainText('Blind');
  await expect(annotations(page)).toBeHidden();
  await tag(page, agency, 'Digit2');
  await expect(annotations(page).getByRole('option')).toHaveCount(1);

  // Neither the history nor the marks in the text tell what Anna did.
  await page.keyboard.press('ControlOrMeta+Digit5');
  const changes = page.getByRole('listbox', { name: 'Changes' });
  await expect(changes.getByRole('option').filter({ hasText: 'Boris' }).first()).toBeVisible();
  await expect(changes.getByRole('option').filter({ hasText: secretary })).toHaveCount(0);
  await page.getByRole('button', { name: /Sort of change$/u }).click();
  await expect(page.getByRole('option', { name: 'All changes' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Imported' })).toHaveCount(0);
  await expect(page.getByRole('option', { name: 'Made the project' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Digit1');

  await application.quit();
  page = await application.start();
  await page.getByRole('button', { name: /^Corpus/u }).click();
  await openDocument(page, documentWith(resolution));
  await expect(statusLine(page)).toContainText('Blind');
  await expect(annotations(page).getByRole('option')).toHaveText([new RegExp(agency, 'u')]);

  // Anna does not code blind: she sees both.
  await goOnAs(page, 'Anna');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
  await expect(statusLine(page)).not.toContainText('Blind');
});
