import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from './figures';
import { bench } from './hosts';
import { measured } from './measured';
import { installProbe } from './probe';
import { summarise } from './statistics';
import { writeTexts } from './texts';
import { documentList, runPostil } from './window';

const documents = 10_000;
const of = '10,000 documents';
const runs = 5;

/** From typing a letter into the filter until the list that it leaves is painted. */
async function filter(page: Page, text: string): Promise<number> {
  const field = page
    .getByRole('textbox', { name: /filter documents/i })
    .or(page.getByRole('searchbox'))
    .first();
  await field.fill('');
  await page.evaluate(() => {
    window.bench.arm('keydown');
  });
  await field.press(text);
  return page.evaluate(async () => (await window.bench.settled()) - window.bench.pressed);
}

bench('a corpus of 10,000 documents', async ({ home, startApplication }, { project: { name: host } }) => {
  const folder = join(home, 'texts');
  writeTexts(folder, documents);
  const project = join(home, 'projects', 'corpus.postil');
  runPostil('new', project);
  const imported = await measured('import', project, folder);
  record({ host, of, what: 'import', unit: 's', value: imported.seconds });
  record({ host, of, what: 'import, peak memory', unit: 'MB', value: imported.peakMegabytes });
  const exported = await measured('export', project, '--format', 'json', '--out', join(home, 'corpus.json'));
  record({ host, of, what: 'JSON export', unit: 's', value: exported.seconds });
  record({ host, of, what: 'JSON export, peak memory', unit: 'MB', value: exported.peakMegabytes });

  const application = await startApplication();
  await application.quit();
  const shown: number[] = [];
  const filtered: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await application.start(project);
    await documentList(page).getByRole('option').first().waitFor();
    // Since the page itself was asked for: what comes before is the host's start, measured on its own.
    shown.push(await page.evaluate(() => performance.now()));
    await installProbe(page);
    for (const letter of ['7', '1']) filtered.push(await filter(page, letter));
    await application.quit();
  }
  record({ host, of, what: 'list shown after loading the page', unit: 'ms', value: summarise(shown) });
  record({ host, of, what: 'filter by a letter', unit: 'ms', value: summarise(filtered) });
  await application.start(project);
});

bench('cold start', async ({ home, startApplication }, { project: { name: host } }) => {
  const project = join(home, 'projects', 'empty.postil');
  runPostil('new', project);
  const application = await startApplication();
  await application.quit();
  const starts: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    const page = await application.start(project);
    await page.getByRole('button', { name: 'Choose a folder' }).or(documentList(page)).first().waitFor();
    starts.push(performance.now() - started);
    await application.quit();
  }
  record({
    host,
    of: 'the application',
    what: 'cold start to a usable window',
    unit: 'ms',
    value: summarise(starts),
  });
  await application.start(project);
});
