import type { Locator, Page } from '@playwright/test';
import { corpus } from './places';
import { projectFile, type Application } from './application';
import { dropFiles } from './drop';

/** Makes a project as a person does: by the button of the welcome screen, and what then asks for a place. */
export async function createProject(application: Application, name: string): Promise<string> {
  const { page } = application;
  const path = projectFile(application, name);
  await application.answerDialogs(path);
  await page.getByRole('button', { name: 'New project' }).click();
  if (application.host === 'browser') {
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
  }
  await page.getByText('Drop your texts here').waitFor();
  return path;
}

/** Drops the corpus on the window and waits until its documents are listed. */
export async function importCorpus(page: Page): Promise<void> {
  await dropFiles(page, [corpus]);
  await documents(page).first().waitFor();
}

/** The rows of the list of documents. */
export const documents = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Documents' }).getByRole('option');

/** The rows of the list of annotations. */
export const annotations = (page: Page): Locator =>
  page.getByRole('region', { name: 'Annotations' }).getByRole('option');

/** The text of the open document. */
export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Text of/u });

/** Selects a word of the text by a double click on its first occurrence. */
export async function selectWord(page: Page, word: string): Promise<void> {
  const place = await textOf(page).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'nearest' });
      const [box] = range.getClientRects();
      if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }, word);
  if (!place) throw new Error(`The text has no word ${word}`);
  await page.mouse.dblclick(place.x, place.y);
}

/** How many ranges are painted in the text now. */
export const paintedRanges = (page: Page): Promise<number> =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

/** Exports the project as JSON, by its key and the window that this opens. Answers where the file lies. */
export function exportProject(application: Application, name: string): Promise<string> {
  return application.exportedFile(`${name}.json`, async () => {
    const { page } = application;
    await page.keyboard.press('ControlOrMeta+e');
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export' }).click();
    const notice = page.getByRole('listitem').filter({ hasText: 'Exported' });
    await notice.waitFor();
    if (application.host === 'browser') await notice.getByRole('button', { name: 'Download' }).click();
  });
}

/** The first word of so many letters at least in the text of the open document. */
export async function wordOf(page: Page, letters: number): Promise<string> {
  const text = await textOf(page).innerText();
  const word = new RegExp(`(?<!\\p{L})\\p{L}{${letters},}(?!\\p{L})`, 'u').exec(text)?.[0];
  if (word === undefined) throw new Error(`The text has no word of ${letters} letters`);
  return word;
}
