// The text is shown as it is, and stays so whatever is done to it.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import { corpus, corpusFiles } from './support/places';
import { createProject, documents, openDocument, openTexts } from './support/project';
import { dropFiles } from './support/drop';
import { dragOver, expectSelected, placeCaret, selectedText, shownLines, text } from './support/reader';
import { meeting } from './support/texts';
import { expect, test } from './support/test';

const meetingLines = meeting.split('\n');

const expectUnchanged = async (page: Page): Promise<void> => {
  await expect.poll(() => shownLines(page)).toEqual(meetingLines);
};

test('every line is shown with its exact characters', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await expectUnchanged(page);
});

test('the articles of the corpus are shown with their exact characters', async ({ application, page }) => {
  await createProject(application);
  await dropFiles(page, [corpus]);
  await expect(documents(page).getByRole('option')).toHaveCount(corpusFiles().length);
  for (const file of corpusFiles()) {
    await openDocument(page, basename(file, '.txt'));
    const lines = readFileSync(file, 'utf8')
      .replace(/^\ufeff/u, '')
      .split(/\r\n|[\n\r]/u);
    expect(await shownLines(page)).toEqual(lines);
  }
});

test('typing, cutting, pasting and dragging leave the text as it was', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await placeCaret(page, 'behind', 'министр');
  for (const key of ['Enter', 'Backspace', 'Delete', 'KeyZ', 'Shift+Enter', 'ControlOrMeta+Backspace'])
    await page.keyboard.press(key);
  await page.keyboard.insertText('вставка');
  await dragOver(page, 'Сергей');
  await page.keyboard.press('ControlOrMeta+KeyC');
  await page.keyboard.press('ControlOrMeta+KeyX');
  await placeCaret(page, 'behind', 'Совета');
  await page.keyboard.press('ControlOrMeta+KeyV');
  await expectUnchanged(page);

  await dragOver(page, 'Сергей');
  await dragOver(page, 'Сергей Иванов');
  await expectSelected(page, 'Сергей Иванов');
  await expectUnchanged(page);
});

test('a text that is dragged onto it is refused', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  const box = await text(page).boundingBox();
  const session = await page.context().newCDPSession(page);
  const data = { items: [{ mimeType: 'text/plain', data: 'чужое' }], dragOperationsMask: 1 };
  const at = { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + 100, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
  await expectUnchanged(page);
});

test('what an input method composes is taken out again', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await placeCaret(page, 'behind', 'министр');
  const session = await page.context().newCDPSession(page);
  for (const composed of ['に', 'にほ', '日本'])
    await session.send('Input.imeSetComposition', { text: composed, selectionStart: 0, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '日本語' });
  await expectUnchanged(page);
  // The last of the composition may reach the page only now, and would cut off a selection that is being made.
  await expect(async () => {
    await dragOver(page, 'Сергей Иванов');
    expect(await selectedText(page)).toBe('Сергей Иванов');
  }).toPass();
});

test('what is copied is what the file has', async ({ application, page }) => {
  await openTexts(application, { 'meeting.txt': meeting });
  await placeCaret(page, 'before', 'Меню');
  await page.keyboard.press('ControlOrMeta+KeyA');
  const copying = await text(page).evaluateHandle((root) => ({
    // In an object, since a promise would be waited for here already.
    copied: new Promise<string | undefined>((resolve) => {
      root.ownerDocument.addEventListener('copy', (event) =>
        resolve(event.clipboardData?.getData('text/plain')),
      );
    }),
  }));
  await page.keyboard.press('ControlOrMeta+KeyC');
  expect(await copying.evaluate(({ copied }) => copied)).toBe(meeting);
});
