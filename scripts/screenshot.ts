// `npm run screenshot`: makes the picture in the README, docs/images/window.png, of the last build. It works on our
// sample texts as a person does, by mouse and by keys, in a fresh home that is removed afterwards.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { launchBrowser } from '../tests/e2e/support/browser';
import { dropFiles } from '../tests/e2e/support/drop';
import { root } from '../tests/e2e/support/places';
import {
  annotationRow,
  createProject,
  documentRow,
  documents,
  inspector,
  openDocument,
} from '../tests/e2e/support/project';
import { clickText, dragOver, expectSelected } from '../tests/e2e/support/reader';
import { findBrowser } from './test/browser';

/** What is tagged in a document: a quote, and the key of its type. */
type Work = readonly (readonly [quote: string, key: string])[];

const council: Work = [
  ['Совет прибрежных городов', 'Digit2'],
  ['Северных Островов', 'Digit3'],
  ['Ясногорске', 'Digit4'],
  ['заседание', 'KeyQ'],
];

const talks: Work = [
  ['LAKE HARBOUR', 'Digit4'],
  ['2\u00a0June', 'Digit8'],
  ['talks', 'KeyQ'],
  ['Lake Territory', 'Digit3'],
  ['River Republic', 'Digit3'],
  ['Monday', 'Digit8'],
  ['We agreed to reopen the bridge before winter', 'KeyF'],
  ['agreed', 'KeyW'],
  ['the bridge', 'Digit4'],
  ['republic’s foreign minister', 'Digit5'],
  ['Anton Brel', 'Digit1'],
  ['Mira Okell', 'Digit1'],
  ['Nothing is signed until the engineers have spoken', 'KeyA'],
  ['signed', 'KeyW'],
  ['2023', 'Digit8'],
  ['40\u00a0000 people', 'Digit9'],
  ['regional office for transport', 'Digit2'],
  ['opposition', 'Digit2'],
  ['a photograph and nothing else', 'KeyD'],
  ['the text be published', 'KeyG'],
  ['text', 'Digit6'],
  ['Yasnogorsk', 'Digit4'],
  ['14\u00a0September', 'Digit8'],
];

const home = mkdtempSync(join(tmpdir(), 'postil-screenshot-'));
mkdirSync(join(home, 'projects'));
writeFileSync(
  join(home, 'settings.json'),
  JSON.stringify({ language: 'en', theme: 'light', coderName: 'Anna' }),
);

const executablePath = findBrowser(process.env);
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  // Chromium's sandbox refuses to run as root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const context = await browser.newContext({
  locale: 'en',
  colorScheme: 'light',
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
});
const application = await launchBrowser(home, context);
try {
  const page = await createProject(application, 'Coastal news');
  await dropFiles(page, [join(root, 'resources/samples')]);
  await expect(documents(page).getByRole('option').first()).toBeVisible();

  await tagAll(page, '01-harbour-council', council);
  await page.keyboard.press('ControlOrMeta+Enter');
  await tagAll(page, '02-border-talks', talks);

  await clickText(page, 'opposition');
  await inspector(page).getByText('Doubtful').click();
  await inspector(page).getByRole('textbox', { name: 'Note' }).click();
  await page.keyboard.type('One party, or several? See the regional papers.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await clickText(page, 'opposition');
  await expect(inspector(page).getByRole('blockquote')).toHaveText('opposition');
  await expect(annotationRow(page, 'opposition')).toContainText('Doubtful');
  // Nothing of the mouse is to be seen.
  await page.mouse.move(640, 796);
  await page.screenshot({ path: join(root, 'docs/images/window.png'), animations: 'disabled' });
} finally {
  await application.quit();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}

/** Opens a document, drags over each quote and presses the key of its type. */
async function tagAll(page: Page, name: string, work: Work): Promise<void> {
  await openDocument(page, name);
  for (const [index, [quote, key]] of work.entries()) {
    await dragOver(page, quote);
    await page.keyboard.press(key);
    // The caret goes behind what was tagged; a drag that began before that would lose its selection.
    await expectSelected(page, '');
    await expect(documentRow(page, name)).toHaveAccessibleName(
      new RegExp(`\\b${index + 1} annotations?$`, 'u'),
    );
  }
}
