// What happened, who said what, and who is tied to whom: roles and relations, by keys and by mouse.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { LinkRecord } from '../../src/core/model/annotation';
import type { Application } from './support/application';
import { obtain } from './support/calls';
import { dropFiles } from './support/drop';
import { corpus, corpusFiles } from './support/places';
import { annotations, createProject, documents, inspector, openDocument } from './support/project';
import { dragOver } from './support/reader';
import { expect, test } from './support/test';

const files = corpusFiles();
/** The article about the resolution; where the real corpus is not there, the third of our samples. */
const article = basename(files[2] ?? '', '.txt');
const content = readFileSync(files[2] ?? '', 'utf8');

const rows = (page: Page): Locator => annotations(page).getByRole('option');
const slot = (page: Page, role: string): Locator =>
  inspector(page).getByRole('region', { name: 'Roles' }).getByRole('listitem').filter({ hasText: role });

/** Tags words of the text by mouse and a type's key. */
async function tag(page: Page, words: string, key: string, nth = 0): Promise<void> {
  const before = await rows(page).count();
  await dragOver(page, words, nth);
  await page.keyboard.press(key);
  await expect(rows(page)).toHaveCount(before + 1);
}

/** Presses keys one after the other, as fast as they come, and counts them. */
async function strokes(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

async function openArticle(application: Application): Promise<Page> {
  const page = await createProject(application, 'Roles');
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(files.length);
  await openDocument(page, article);
  return page;
}

/** The links of the open document, each as the words of its annotation, its role, and what fills it. */
async function linksOf(page: Page): Promise<string[]> {
  const open = (await obtain(page, 'documents.list', {})).find(({ document }) => document.name === article);
  if (!open) throw new Error('The article is not in the project');
  const { annotations: all, links } = await obtain(page, 'document.read', { document: open.document.id });
  const quote = (id: string): string =>
    all.find((annotation) => annotation.id === id)?.fragments[0]?.quote.slice(0, 30) ?? '';
  const filler = ({ target }: LinkRecord): string =>
    target.by === 'span'
      ? `“${target.span.quote}”`
      : target.by === 'annotation'
        ? quote(target.annotation)
        : '';
  return links.map(
    (link) => `${quote(link.annotation)} | ${link.role.split('.').at(-1) ?? ''} | ${filler(link)}`,
  );
}

test.skip(!content.includes('Резолюцию приняли в ноябре'), 'tells of an article of the real corpus');

test('an event gets its trigger and three participants with seven key strokes', async ({ application }) => {
  const page = await openArticle(application);
  await tag(page, 'Генассамблеи ООН', 'Digit2');
  await tag(page, 'ноябре', 'Digit8');
  await tag(page, 'Резолюцию', 'Digit6');
  await dragOver(page, 'приняли');

  const pressed = await strokes(page, 'KeyE', 'KeyV', 'Digit1', 'KeyH', 'Digit1', 'KeyP', 'Digit1');

  expect(pressed).toBeLessThanOrEqual(8);
  await expect
    .poll(async () => (await linksOf(page)).sort())
    .toEqual([
      'приняли | agent | Генассамблеи ООН',
      'приняли | date | ноябре',
      'приняли | topic | Резолюцию',
    ]);
  await expect(slot(page, 'Agent')).toContainText('Генассамблеи ООН');
  await expect(slot(page, 'Date')).toContainText('ноябре');
});
