// Files that a browser has to hand over one by one, before the engine can look at them.
import { createProject, notifications, statusLine, writeFiles } from './support/project';
import { dropFiles } from './support/drop';
import { expect, test } from './support/test';

const many = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`${index}.txt`, `Text number ${index}`]),
);

test('many files are handed over, and come as one import', async ({ application }) => {
  const page = await createProject(application);
  await dropFiles(page, [writeFiles(application, many)]);
  await expect(statusLine(page)).toContainText('40 documents');
});

test('handing files over tells how far it is, and can be given up', async ({ application }) => {
  const page = await createProject(application);
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrived = 0;
  await page.route('**/uploads/**', async (route) => {
    arrived += 1;
    if (arrived > 20) await released;
    await route.continue();
  });
  await dropFiles(page, [writeFiles(application, many)]);
  const progress = statusLine(page).getByRole('progressbar', { name: 'Handing over files' });
  await expect(progress).toHaveAttribute('aria-valuenow', '50');
  await statusLine(page).getByRole('button', { name: 'Cancel: Handing over files' }).click();
  release();
  await expect(notifications(page)).toContainText('The import was cancelled. Nothing was changed.');
  await expect(statusLine(page)).toContainText('0 documents');
});
