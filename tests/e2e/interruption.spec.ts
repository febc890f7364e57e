// What was visible is kept, whatever dies.
import type { Page } from '@playwright/test';
import { annotations, notifications, openTexts, statusLine } from './support/project';
import { paintedText, placeCaret } from './support/reader';
import { expect, test } from './support/test';

const words = Array.from({ length: 60 }, (_, index) => `слово${index + 100}`);

const rows = (page: Page) => annotations(page).getByRole('option');

/** The words that are painted as annotations. */
const paintedWords = async (page: Page): Promise<string[]> =>
  (await paintedText(page)).map((painted) => painted.trim()).filter((painted) => words.includes(painted));

/** Goes on to the next word and tags it, as fast as keys can be pressed. */
async function tagNextWord(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('ArrowRight');
}

test('an engine that is killed in a burst of tagging loses nothing that was painted', async ({
  application,
  page,
}) => {
  await openTexts(application, { 'words.txt': words.join(' ') });
  await placeCaret(page, 'before', words[0] ?? '');
  for (let count = 0; count < 15; count += 1) await tagNextWord(page);
  await expect(rows(page)).not.toHaveCount(0);

  const burst = (async (): Promise<void> => {
    for (let count = 0; count < 15; count += 1) await tagNextWord(page);
  })();
  for (const pid of await application.enginePids()) process.kill(pid, 'SIGKILL');
  const painted = await paintedWords(page);
  await burst;
  await expect(notifications(page)).toContainText('Postil’s engine had stopped and was started again.');
  expect(painted.length).toBeGreaterThan(0);
  await expect.poll(() => paintedWords(page)).toEqual(expect.arrayContaining(painted));

  // The window goes on.
  await placeCaret(page, 'before', words.at(-1) ?? '');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.keyboard.press('Digit2');
  await expect.poll(() => paintedWords(page)).toContain(words.at(-1));
  const all = await paintedWords(page);
  // The status line may hear of the last one a moment after the text has painted it.
  const counts = `Here: ${all.length} entities`;
  await expect(statusLine(page)).toContainText(counts);

  await application.quit();
  const next = await application.start();
  await next.getByRole('button', { name: /^News/u }).click();
  await expect(rows(next)).not.toHaveCount(0);
  await expect.poll(() => paintedWords(next)).toEqual(all);
  await expect(statusLine(next)).toContainText(counts);
});
