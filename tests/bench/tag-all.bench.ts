import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from './figures';
import { bench } from './hosts';
import { installProbe } from './probe';
import { summarise } from './statistics';
import { writeTexts } from './texts';
import { documentList, runPostil } from './window';

const documents = 10_000;
const of = '10,000 documents';
const runs = 5;

/** From the key that looks for the selected word: until the first hits are painted, and until all documents are done. */
async function search(page: Page): Promise<{ readonly first: number; readonly all: number }> {
  await page.evaluate(() => {
    window.bench.arm('keydown');
  });
  await page.keyboard.press('F4');
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const dialog = (): Element | null => document.querySelector('[role="dialog"]');
    while (!dialog()?.querySelector('[role="listbox"] [role="option"]')) await frame();
    const first = performance.now() - window.bench.pressed;
    while (dialog()?.querySelector('[role="progressbar"]')) await frame();
    return { first, all: (await window.bench.settled()) - window.bench.pressed };
  });
}

bench('tagging all occurrences', async ({ home, startApplication }, { project: { name: host } }) => {
  const folder = join(home, 'texts');
  writeTexts(folder, documents);
  const project = join(home, 'projects', 'corpus.postil');
  runPostil('new', project);
  runPostil('import', project, folder);
  const application = await startApplication();
  await application.quit();
  const first: number[] = [];
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await application.start(project);
    await documentList(page).getByRole('option').first().click();
    await page.getByRole('textbox', { name: /^Text of/u }).waitFor();
    await installProbe(page);
    const words = await page.evaluate(() => window.bench.words(5));
    const word = words[run];
    if (!word) throw new Error('The text shows no words');
    await page.mouse.dblclick(word.x, word.y);
    await page.evaluate(() => window.bench.settled());
    const found = await search(page);
    first.push(found.first);
    all.push(found.all);
    await application.quit();
  }
  record({ host, of, what: 'tag all: first hits', unit: 'ms', value: summarise(first) });
  record({ host, of, what: 'tag all: all hits', unit: 'ms', value: summarise(all) });
  await application.start(project);
});
