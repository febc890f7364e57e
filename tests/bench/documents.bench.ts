import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { noteEngine, record } from './figures';
import { bench } from './hosts';
import { installProbe, type Point } from './probe';
import { summarise } from './statistics';
import { choose, engineVersion, makeProject } from './window';
import { extremeDocuments, linkedDocument, standardDocuments, type WorkDocument } from './workload';

const runs = 5;
const tags = 20;
const blank: WorkDocument = {
  name: 'between two',
  text: 'Nothing much.',
  spans: [{ start: 0, end: 7, label: 0 }],
};

async function open(page: Page, { name, text }: WorkDocument): Promise<number> {
  await page.evaluate(() => {
    window.bench.arm('pointerdown');
  });
  await choose(page, name);
  const characters = text.replace(/\r\n|\r|\n/gu, '').length;
  return page.evaluate(
    async (expected) => (await window.bench.opened(expected)) - window.bench.pressed,
    characters,
  );
}

/** Selects a word with a double click, and tags it with the key of the first type. */
async function tag(page: Page, word: Point): Promise<number> {
  // Handles of an annotation that is selected would catch the mouse.
  await page.keyboard.press('Escape');
  await page.mouse.dblclick(word.x, word.y);
  const waiting = await page.evaluateHandle(async () => {
    // Nobody presses a key while the double click is still being painted.
    await window.bench.settled();
    window.bench.arm('keydown');
    return window.bench.tagged();
  });
  await page.keyboard.press('Digit1');
  return waiting.evaluate(async ({ done }) => (await done) - window.bench.pressed);
}

/** Clicks an annotation at nine tenths of the list, after the text was left at its beginning. */
async function jump(page: Page): Promise<number> {
  await page.evaluate(() => window.bench.scroll(0));
  const list = page.getByRole('listbox', { name: 'Annotations' });
  await list.evaluate((element) => {
    let scroller: Element | null = element;
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
    scroller?.scrollTo({ top: scroller.scrollHeight * 0.9 });
  });
  const row = list.getByRole('option').nth(3);
  await row.waitFor();
  const waiting = await page.evaluateHandle(() => {
    window.bench.arm('pointerdown');
    return window.bench.revealed();
  });
  await row.click();
  const time = await waiting.evaluate(async ({ done }) => (await done) - window.bench.pressed);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  return time;
}

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

const standard = standardDocuments();

for (const document of [...standard, ...linkedDocument(standard), ...extremeDocuments()]) {
  bench(document.name, async ({ home, startApplication }, { project: { name: host } }) => {
    const application = await startApplication();
    await application.quit();
    const folder = mkdtempSync(join(home, 'project-'));
    const page = await application.start(makeProject(folder, 'bench', [document, blank]));
    await installProbe(page);
    const engine = await engineVersion(page);
    const keep = (what: string, values: readonly number[]): void => {
      record({ host, of: document.name, what, unit: 'ms', value: summarise(values) });
    };
    noteEngine(host, engine);

    const opened: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await open(page, blank);
      opened.push(await open(page, document));
    }
    keep('open', opened);
    record({
      host,
      of: document.name,
      what: 'JavaScript heap',
      unit: 'MB',
      value: await heapMegabytes(page),
    });

    const frames: number[] = [];
    for (let run = 0; run < runs; run += 1)
      frames.push(...(await page.evaluate(() => window.bench.scroll(50))));
    keep('frame while scrolling', frames);
    const slow = (100 * frames.filter((time) => time > 33.4).length) / frames.length;
    record({ host, of: document.name, what: 'frames over 33 ms', unit: '%', value: slow });

    const jumped: number[] = [];
    for (let run = 0; run < runs; run += 1) jumped.push(await jump(page));
    keep('jump to 90 %', jumped);

    if (document.name === '100,000 lines') return;
    const tagged: number[] = [];
    const words = await page.evaluate((count) => window.bench.words(count), tags);
    for (const word of words) tagged.push(await tag(page, word));
    keep('tag', tagged);
  });
}
