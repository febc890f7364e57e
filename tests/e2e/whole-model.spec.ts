// The full model on the real corpus, in one sitting: who says what, what happened, who is who. Then all of it taken
// back to the empty project, and done again.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { nextEvent, obtain } from './support/calls';
import { corpusNames, documentWith, openCorpusAt } from './support/corpus';
import { exportProject, readExport } from './support/export';
import { watchFaults } from './support/faults';
import { annotationRow, annotations, documents, inspector, openDocument } from './support/project';
import { clickText, dragOver, text } from './support/reader';
import { expect, test } from './support/test';

const rows = (page: Page): Locator => annotations(page).getByRole('option');
/** What says that a role is being filled, above the text. */
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Filling a role' });
const slot = (page: Page, role: string): Locator =>
  inspector(page).getByRole('region', { name: 'Roles' }).getByRole('listitem').filter({ hasText: role });
const value = (page: Page, name: RegExp): Locator =>
  inspector(page).getByRole('region', { name: 'Attributes' }).getByRole('button', { name });
const identity = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Refers to' });

/** Tags words of the open document, which selects the annotation for the keys that follow. */
async function tag(page: Page, words: string, key: string, nth = 0): Promise<void> {
  const before = await rows(page).count();
  await dragOver(page, words, nth);
  await page.keyboard.press(key);
  await expect(rows(page)).toHaveCount(before + 1);
  await expect(text(page)).toBeFocused();
}

/** Selects the annotation of some words. */
async function choose(page: Page, words: string, nth = 0): Promise<void> {
  await clickText(page, words, 'middle', nth);
  await expect(inspector(page).getByRole('blockquote')).toContainText(words);
}

/** Starts to fill a role of the selected annotation by the role's key, and gives it words and a type's key. */
async function fillWith(page: Page, roleKey: string, words: string, typeKey: string, nth = 0): Promise<void> {
  const before = await rows(page).count();
  await page.keyboard.press(roleKey);
  await expect(bar(page)).toBeVisible();
  await dragOver(page, words, nth);
  await page.keyboard.press(typeKey);
  await expect(rows(page)).toHaveCount(before + 1);
}

/** The statement of the Secretary General on the peacekeeping forces, with its speaker, cue, stance and mode. */
async function codeStatement(page: Page): Promise<void> {
  await tag(page, 'Прорабатывается возможность участия КМС ОДКБ в операциях ООН', 'KeyA');
  await fillWith(page, 'KeyV', 'Имангали Тасмагамбетов', 'Digit1', 1);
  await expect(slot(page, 'Speaker')).toContainText('Имангали Тасмагамбетов');
  await page.keyboard.press('KeyH');
  await expect(bar(page)).toBeVisible();
  await dragOver(page, 'отметил');
  await page.keyboard.press('Enter');
  await expect(slot(page, 'Cue')).toContainText('отметил');
  await page.keyboard.press('KeyZ');
  await expect(value(page, /^Stance/u)).toHaveAccessibleName(/Support/u);
  await page.keyboard.press('KeyC');
  await expect(value(page, /^Mode/u)).toHaveAccessibleName(/Direct/u);
}

/** The adoption of the resolution, with its body, its date and what was adopted. */
async function codeAdoption(page: Page): Promise<void> {
  await tag(page, 'приняли', 'KeyE');
  await fillWith(page, 'KeyV', 'Генассамблеи ООН', 'Digit2');
  await fillWith(page, 'KeyH', 'ноябре', 'Digit8');
  await fillWith(page, 'KeyP', 'Резолюцию', 'Digit6');
  for (const [role, words] of [
    ['Agent', 'Генассамблеи ООН'],
    ['Date', 'ноябре'],
    ['Topic', 'Резолюцию'],
  ] as const)
    await expect(slot(page, role)).toContainText(words);
}

/** The two operations as entities; the second is known by its bare name too. */
async function codeOperations(page: Page): Promise<void> {
  for (const name of ['Канал', 'Нелегал']) {
    await tag(page, name, 'Digit7');
    await choose(page, name);
    await page.keyboard.press('Shift+KeyL');
    await expect(identity(page)).toContainText('1 of 1');
  }
  await tag(page, 'Нелегал', 'Digit7', 1);
  await choose(page, 'Нелегал', 1);
  await page.keyboard.press('KeyK');
  await expect(identity(page)).toContainText('2 of 2');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('textbox', { name: 'Add another name' }).fill('операция «Нелегал»');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'операция «Нелегал»' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Digit1');
}

/** The meeting of the ministers, with its chair, a participant and its date. */
async function codeMeeting(page: Page): Promise<void> {
  await openDocument(page, documentWith('очередное заседание'));
  await tag(page, 'заседание', 'KeyQ');
  await fillWith(page, 'KeyV', 'Сергея Лаврова', 'Digit1');
  await fillWith(page, 'KeyB', 'Станислав Зась', 'Digit1');
  await fillWith(page, 'KeyH', '26 мая 2020 года', 'Digit8');
  await expect(slot(page, 'Agent')).toContainText('Сергея Лаврова');
  await expect(slot(page, 'Counterpart')).toContainText('Станислав Зась');
  await expect(slot(page, 'Date')).toContainText('26 мая 2020 года');
}

/** The organisation, as one entity in all documents. */
async function linkEverywhere(page: Page): Promise<void> {
  for (let index = 0; index < corpusNames.length; index += 1) {
    const name = corpusNames[index] ?? '';
    await openDocument(page, name);
    await text(page).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(text(page)).toBeFocused();
    await tag(page, 'ОДКБ', 'Digit2');
    await choose(page, 'ОДКБ');
    await page.keyboard.press(index === 0 ? 'Shift+KeyL' : 'KeyK');
    await expect(identity(page)).toContainText(`${index + 1} of ${index + 1}`);
  }
}

/** Half-way, operations turn out to be no type of their own: they become organisations, with all that was coded. */
async function mergeTypes(page: Page): Promise<void> {
  await obtain(page, 'change.run', {
    command: {
      name: 'type.merge',
      type: 'entity.operation' as never,
      into: 'entity.organisation' as never,
      keep: true,
      join: false,
    },
  });
  await openDocument(page, documentWith('"Нелегал"'));
  await expect(annotationRow(page, 'Канал')).toContainText('Organisation');
}

test('statements, events and identities are coded, a type is merged, and all is undone and redone', async ({
  application,
}) => {
  test.setTimeout(600_000);
  const page = await openCorpusAt(application, 'прокомментировал резолюцию');
  const faults = watchFaults(page);
  await codeStatement(page);
  await codeAdoption(page);
  await codeOperations(page);
  await codeMeeting(page);
  await linkEverywhere(page);
  await mergeTypes(page);

  const file = await exportProject(application, 'before.json');
  readExport(file);
  const before = readFileSync(file, 'utf8');
  expect(await obtain(page, 'project.check', { job: 'check' })).toEqual([]);

  let steps = 0;
  for (;;) {
    const { journal } = await obtain(page, 'project.describe', {});
    if (journal.undo === null) break;
    const undone = await nextEvent(page, 'changed');
    await page.keyboard.press('ControlOrMeta+KeyZ');
    expect((await undone.arrived).cause).toBe('undo');
    steps += 1;
  }
  expect(steps).toBeGreaterThan(20);
  const { counts } = await obtain(page, 'project.describe', {});
  expect([counts.document, counts.annotation, counts.link, counts.entry]).toEqual([0, 0, 0, 0]);
  expect(await obtain(page, 'project.check', { job: 'check' })).toEqual([]);

  for (let step = 0; step < steps; step += 1) {
    const redone = await nextEvent(page, 'changed');
    await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
    expect((await redone.arrived).cause).toBe('redo');
  }
  await expect(documents(page).getByRole('option')).toHaveCount(5);
  expect(readFileSync(await exportProject(application, 'after.json'), 'utf8')).toBe(before);
  expect(faults).toEqual([]);
});
