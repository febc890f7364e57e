import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from './figures';
import { bench } from './hosts';
import { multiply } from './multiply';
import { installProbe } from './probe';
import { summarise } from './statistics';
import { documentList, makeProject } from './window';
import { makeSpans, makeText } from './workload';

const of = '1,000,000 annotations';
const runs = 5;
const copies = 1000;

/** Until every row of the table that is in view has been fetched, and is painted. */
function rowsShown(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const areShown = (): boolean => {
      const rows = [...document.querySelectorAll('[role="grid"] [role="row"]')];
      return rows.length > 0 && rows.every((row) => row.querySelector('[title]') !== null);
    };
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (window.bench.pressed === 0 || !areShown());
    return (await window.bench.settled()) - window.bench.pressed;
  });
}

const arm = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.bench.arm('keydown');
  });

async function openTable(page: Page): Promise<number> {
  await arm(page);
  await page.keyboard.press('ControlOrMeta+Digit3');
  return rowsShown(page);
}

/** Until as many annotations as the filter leaves are counted. */
async function counted(page: Page): Promise<number> {
  const status = page.getByRole('region', { name: 'Annotations of the project' }).getByRole('status').first();
  await status.filter({ hasText: /^[\d,]+ annotations$/u }).waitFor();
  return page.evaluate(() => performance.now() - window.bench.pressed);
}

/** Adds a condition for a type, from the key that chooses it until its rows are painted. */
async function filterByType(page: Page, name: string): Promise<number> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('combobox', { name: 'Filter by…' }).fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await arm(page);
  await page.keyboard.press('Enter');
  return rowsShown(page);
}

/** Scrolls to the middle at once, as whoever drags the scrollbar does. */
async function jumpToTheMiddle(page: Page): Promise<number> {
  await page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]');
    window.bench.pressed = performance.now();
    grid?.scrollTo({ top: grid.scrollHeight / 2 });
  });
  return rowsShown(page);
}

/** Sorts by what is annotated, with the head of the column. */
async function sortByText(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.bench.arm('pointerdown');
  });
  await page.locator('.segments__column').first().click();
  return rowsShown(page);
}

/** Looks for words among what is annotated. */
async function filterByWords(page: Page, words: string): Promise<number> {
  const field = page.getByRole('searchbox', { name: 'Words in annotations' });
  await field.focus();
  await page.evaluate(() => {
    window.bench.pressed = performance.now();
  });
  await field.fill(words);
  return rowsShown(page);
}

bench(
  'the table of a million annotations',
  async ({ home, startApplication }, { project: { name: host } }) => {
    const text = makeText(100_000);
    const spans = makeSpans(text, 1000);
    const documents = [{ name: 'news', text, spans }];
    const words = text.slice(spans[0]?.start, spans[0]?.end);
    const project = makeProject(join(home, 'projects'), 'million', documents);
    multiply(project, copies);
    const application = await startApplication();
    await application.quit();
    const figures = {
      rows: [] as number[],
      counts: [] as number[],
      filters: [] as number[],
      sorted: [] as number[],
      words: [] as number[],
      wordsCounted: [] as number[],
      jumps: [] as number[],
    };
    for (let run = 0; run < runs; run += 1) {
      const page = await application.start(project);
      await documentList(page).getByRole('option').first().waitFor();
      await installProbe(page);
      figures.rows.push(await openTable(page));
      figures.counts.push(await counted(page));
      figures.jumps.push(await jumpToTheMiddle(page));
      figures.filters.push(await filterByType(page, `Type ${run + 1}`));
      await page.getByRole('button', { name: /^Remove the filter/u }).click();
      await counted(page);
      figures.sorted.push(await sortByText(page));
      figures.words.push(await filterByWords(page, words));
      figures.wordsCounted.push(await counted(page));
      await application.quit();
    }
    record({ host, of, what: 'first rows of the table', unit: 'ms', value: summarise(figures.rows) });
    record({ host, of, what: 'all of them counted', unit: 'ms', value: summarise(figures.counts) });
    record({ host, of, what: 'jump to the middle', unit: 'ms', value: summarise(figures.jumps) });
    record({ host, of, what: 'filter by a type', unit: 'ms', value: summarise(figures.filters) });
    record({ host, of, what: 'sort by text', unit: 'ms', value: summarise(figures.sorted) });
    record({
      host,
      of,
      what: 'filter by words, sorted by text',
      unit: 'ms',
      value: summarise(figures.words),
    });
    record({
      ...{ host, of, what: 'the same, all of them counted', unit: 'ms' },
      value: summarise(figures.wordsCounted),
    });
    await application.start(project);
  },
);
