import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from './figures';
import { bench } from './hosts';
import { lengthenJournal } from './journal';
import { installProbe } from './probe';
import { summarise } from './statistics';
import { documentList, makeProject } from './window';
import { makeSpans, makeText } from './workload';

const changes = 50_000;
const of = '50,000 changes of 10,000 annotations';
const runs = 5;

/** From a key press until something holds these words, painted, with nothing left to do. */
async function press(page: Page, key: string, selector: string, words: string): Promise<number> {
  await page.evaluate(() => {
    window.bench.arm('keydown');
  });
  await page.keyboard.press(key);
  return page.evaluate(
    async ([where, what]) => {
      const isShown = (): boolean =>
        [...document.querySelectorAll(where)].some(({ textContent }) => textContent.includes(what));
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (window.bench.pressed === 0 || !isShown());
      return (await window.bench.settled()) - window.bench.pressed;
    },
    [selector, words] as const,
  );
}

const titles = '.change-row__title';
const title = '.change-detail__title';
const told = '.toaster';

/** Goes by keyboard from the first change to the import, before which nothing was annotated. */
async function goToImport(page: Page): Promise<void> {
  const detail = page.getByRole('region', { name: 'The change' });
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('ArrowUp');
    if ((await detail.getByRole('heading').textContent()) === 'Imported') return;
  }
  throw new Error('no import');
}

bench('the history of many changes', async ({ home, startApplication }, { project: { name: host } }) => {
  const text = makeText(1_000_000);
  const documents = [{ name: 'news', text, spans: makeSpans(text, 10_000) }];
  const project = makeProject(join(home, 'projects'), 'history', documents);
  lengthenJournal(project, changes);
  const application = await startApplication();
  await application.quit();
  const figures = {
    rows: [] as number[],
    end: [] as number[],
    preview: [] as number[],
    back: [] as number[],
  };
  for (let run = 0; run < runs; run += 1) {
    const page = await application.start(project);
    await documentList(page).getByRole('option').first().waitFor();
    await installProbe(page);
    figures.rows.push(await press(page, 'ControlOrMeta+Digit5', titles, 'Set the status'));
    await page.getByRole('listbox', { name: 'Changes' }).focus();
    figures.end.push(await press(page, 'End', title, 'Made the project'));
    await goToImport(page);
    await page.getByRole('button', { name: 'Go back to here…' }).focus();
    figures.preview.push(await press(page, 'Enter', '[role="alertdialog"]', 'will be as before'));
    await page.getByRole('button', { name: 'Go back', exact: true }).focus();
    figures.back.push(await press(page, 'Enter', told, 'The project is as it was'));
    await page.getByRole('listbox', { name: 'Changes' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+KeyZ');
    await page.getByRole('option').first().filter({ hasText: 'Undone' }).waitFor();
    await application.quit();
  }
  record({ host, of, what: 'first rows of the history', unit: 'ms', value: summarise(figures.rows) });
  record({ host, of, what: 'to the first change', unit: 'ms', value: summarise(figures.end) });
  record({ host, of, what: 'preview of going back over all', unit: 'ms', value: summarise(figures.preview) });
  record({ host, of, what: 'going back over all', unit: 'ms', value: summarise(figures.back) });
  await application.start(project);
});
