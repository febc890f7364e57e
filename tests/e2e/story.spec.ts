// The whole job on the real corpus: from an empty window to a dataset, with a night in between.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { obtain } from './support/calls';
import { dropFiles } from './support/drop';
import { checkedQuotes, exportProject, readExport } from './support/export';
import { watchFaults } from './support/faults';
import { corpus, corpusFiles } from './support/places';
import {
  annotationRow,
  annotations,
  createProject,
  documentRow,
  documents,
  expectProject,
  inspector,
  openDocument,
  statusLine,
} from './support/project';
import {
  dragEdge,
  dragOver,
  expectSelected,
  placeCaret,
  pressTimes,
  selectedText,
  shownLines,
  text,
} from './support/reader';
import { expect, test } from './support/test';

const names = corpusFiles().map((file) => basename(file, '.txt'));
const texts = corpusFiles().map((file) => readFileSync(file, 'utf8'));

/** The first long word of a text: no shorter word before it can hold it. */
const firstWord = (content: string): string => /\p{L}{7,}/u.exec(content)?.[0] ?? '';
/** A word at the beginning of the longest line that stands nowhere before it. */
function wordInLongestLine(content: string): string {
  const [longest = ''] = content.split('\n').sort((a, b) => b.length - a.length);
  const at = content.indexOf(longest);
  return longest.match(/\p{L}{7,}/gu)?.find((word) => content.indexOf(word) >= at) ?? '';
}

const lastLine = (content: string): string => content.trimEnd().split('\n').at(-1) ?? '';

const rows = (page: Page) => annotations(page).getByRole('option');

/** Tags an entity by mouse, an event by keyboard, and a statement by keyboard. */
async function annotateFirst(page: Page): Promise<void> {
  const [content = ''] = texts;
  await dragOver(page, firstWord(content).slice(1, -1));
  await expectSelected(page, firstWord(content));
  await page.keyboard.press('Digit2');
  await expect(annotationRow(page, firstWord(content))).toBeVisible();

  await page.keyboard.press('ControlOrMeta+Home');
  await pressTimes(page, 'Shift+ArrowRight', 4);
  const event = await selectedText(page);
  expect(content.startsWith(event)).toBe(true);
  await page.keyboard.press('KeyQ');
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  const statement = await selectedText(page);
  expect(lastLine(content)).toContain(statement.trim());
  await page.keyboard.press('KeyA');
  await expect(rows(page)).toHaveCount(3);
}

test('a corpus is read, annotated, corrected, left overnight, and exported', async ({ application }) => {
  test.slow();
  const faults = [watchFaults(application.page)];
  let page = await createProject(application, 'Corpus');

  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(names.length);
  await expect(statusLine(page)).toContainText(`${names.length} documents`);
  for (const [index, name] of names.entries()) {
    if (index > 0) await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('textbox', { name: `Text of “${name}”` })).toBeVisible();
    expect((await shownLines(page))[0]).toBe(texts[index]?.split(/\r?\n/u)[0]);
  }

  await openDocument(page, names[0] ?? '');
  await annotateFirst(page);
  await expect(statusLine(page)).toContainText('Here: 1 entity · 1 event · 1 statement');
  await expect(documentRow(page, names[0] ?? '')).toHaveAccessibleName(/3 annotations$/u);

  // Corrections: another type by key, another extent by mouse.
  await annotationRow(page, firstWord(texts[0] ?? '')).click();
  await page.keyboard.press('Digit4');
  await expect(rows(page).filter({ hasText: /Place/u })).toHaveCount(1);
  const before = await inspector(page).getByRole('blockquote').innerText();
  await dragEdge(page, 'end', { quote: firstWord(texts[0] ?? '').slice(0, 5), side: 'end' });
  await expect(inspector(page).getByRole('blockquote')).toHaveText(before);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(2);

  // Everything is taken back, and done again.
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(rows(page).filter({ hasText: /Organisation/u })).toHaveCount(1);
  for (const count of [2, 1, 0]) {
    await page.keyboard.press('ControlOrMeta+KeyZ');
    await expect(rows(page)).toHaveCount(count);
  }
  for (const count of [1, 2, 3]) {
    await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
    await expect(rows(page)).toHaveCount(count);
  }

  // The coder stops in the middle of another document.
  const [, other = ''] = names;
  const word = wordInLongestLine(texts[1] ?? '');
  await openDocument(page, other);
  await placeCaret(page, 'before', word);
  const caret = Array.from((texts[1] ?? '').split(word)[0] ?? '').length;
  await expect.poll(() => knownCaret(page, other)).toBe(caret);
  await application.quit();

  page = await application.start();
  faults.push(watchFaults(page));
  await page.getByRole('button', { name: /^Corpus/u }).click();
  await expectProject(page, 'Corpus');
  await expect(page.getByRole('textbox', { name: `Text of “${other}”` })).toBeVisible();
  await expect(text(page).getByText(word)).toBeInViewport();
  await expect(text(page)).toBeFocused();
  await pressTimes(page, 'Shift+ArrowRight', word.length);
  await expectSelected(page, word);

  // Undo goes on where it was, and shows where that is.
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await expect(page.getByRole('textbox', { name: `Text of “${names[0] ?? ''}”` })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Shift+KeyZ');
  await expect(rows(page)).toHaveCount(3);

  const exported = readExport(await exportProject(application));
  expect(exported.documents.map(({ text: content }) => content)).toEqual(texts);
  expect(exported.annotations.map(({ type }) => type.split('.')[0]).sort()).toEqual([
    'entity',
    'event',
    'statement',
  ]);
  expect(checkedQuotes(exported)).toContain(firstWord(texts[0] ?? ''));
  expect(faults.flat().filter((fault) => !isLostConnection(fault))).toEqual([]);
});

/** Where the project knows the caret to be in a document; it is told some time after the caret has moved. */
async function knownCaret(page: Page, name: string): Promise<number | undefined> {
  const document = (await obtain(page, 'documents.list', {})).find((known) => known.document.name === name);
  if (!document) return undefined;
  const { place } = await obtain(page, 'document.read', { document: document.document.id });
  return place?.caret;
}

/** A tab that outlives its server says that it cannot reach it: the coder stopped it. */
const isLostConnection = (fault: string): boolean => fault.includes('ERR_CONNECTION_REFUSED');
