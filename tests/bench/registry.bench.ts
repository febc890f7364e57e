import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from './figures';
import { bench } from './hosts';
import { installProbe } from './probe';
import { projectJson } from './project-json';
import { summarise } from './statistics';
import { choose, runPostil } from './window';
import { makeText, type WorkDocument } from './workload';

const entries = 20_000;
const mentions = 40_000;
const of = '20,000 entries of the registry';
const runs = 5;

const firstNames = ['Имангали', 'Касым-Жомарт', 'Сергей', 'Anna', 'Мария', 'Пётр'];

/** A document in which every word is a mention of the first type, an entity, as often as that goes. */
function mentionedDocument(): WorkDocument {
  const text = makeText(400_000);
  const spans = [...text.matchAll(/\p{L}{4,}/gu)]
    .slice(0, mentions)
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length, label: 0 }));
  return { name: 'mentions', text, spans };
}

/** A project whose mentions refer to so many entries by turns. Answers its path. */
function makeRegistry(home: string): string {
  const project = JSON.parse(projectJson([mentionedDocument()])) as {
    annotations: { entry: string | null }[];
    entries?: object[];
  };
  project.entries = Array.from({ length: entries }, (_, index) => ({
    id: `entry-${index}`,
    kind: 'entity',
    type: 'bench.type-0',
    name: `${firstNames[index % firstNames.length] ?? ''} Тасмагамбетов${index}`,
    aliases: [`Alias ${index}`],
    identifiers: [{ scheme: 'wikidata', value: `Q${index + 1}` }],
    note: '',
    date: null,
    place: null,
    attributes: {},
    origin: null,
  }));
  project.annotations.forEach((annotation, index) => {
    // The first one is left for the picker to be asked about.
    if (index > 0) annotation.entry = `entry-${index % entries}`;
  });
  const [source, path] = [join(home, 'registry.json'), join(home, 'projects', 'registry.postil')];
  writeFileSync(source, JSON.stringify(project));
  runPostil('new', path);
  runPostil('import', path, source);
  return path;
}

/** From a key press until something is shown, painted, and nothing is left to do. */
async function press(page: Page, key: string, shown: string): Promise<number> {
  await page.evaluate(() => {
    window.bench.arm('keydown');
  });
  await page.keyboard.press(key);
  return page.evaluate(async (selector) => {
    while (!document.querySelector(selector))
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    return (await window.bench.settled()) - window.bench.pressed;
  }, shown);
}

bench(of, async ({ home, startApplication }, { project: { name: host } }) => {
  const path = makeRegistry(home);
  const application = await startApplication();
  await application.quit();
  const page = await application.start(path);
  await installProbe(page);
  await choose(page, 'mentions');
  const rows = '[role="listbox"][aria-label="Registry"] [role="option"]';
  const keep = (what: string, values: readonly number[]): void =>
    record({ host, of, what, unit: 'ms', value: summarise(values) });

  const opened: number[] = [];
  const filtered: number[] = [];
  const stepped: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    opened.push(await press(page, 'ControlOrMeta+Digit2', rows));
    await page.getByRole('searchbox', { name: 'Find an entry' }).focus();
    for (const digit of ['7', '1']) filtered.push(await press(page, `Digit${digit}`, rows));
    await page.keyboard.press('Escape');
    await page.locator('[role="listbox"][aria-label="Registry"]').focus();
    stepped.push(await press(page, 'ArrowDown', '.mention-row mark'));
    await page.keyboard.press('ControlOrMeta+Digit1');
  }
  keep('open the registry', opened);
  keep('filter by a digit', filtered);
  keep('show the next entry with its mentions', stepped);

  await page.getByRole('listbox', { name: 'Annotations' }).getByRole('option').first().click();
  const asked: number[] = [];
  const typed: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    asked.push(await press(page, 'KeyL', '.type-ahead__line'));
    for (const digit of ['7', '1']) typed.push(await press(page, `Digit${digit}`, '.type-ahead__line'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  keep('ask what a mention refers to', asked);
  keep('type a digit ahead', typed);
});
