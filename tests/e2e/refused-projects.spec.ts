// Projects that cannot be worked on now: why, and what can be done.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { projectFile, type Application } from './support/application';
import { root } from './support/places';
import {
  annotationRow,
  annotations,
  expectProject,
  notifications,
  openProject,
  openTexts,
  statusLine,
} from './support/project';
import { dragOver, shownLines, text } from './support/reader';
import { visit } from './support/texts';
import { expect, test } from './support/test';

/** The Node of the project: the one that runs these tests may be too old for SQLite's binding. */
const node = join(root, 'node_modules/.bin/node');

/** Makes a project with one annotation, and leaves it. */
async function makeAndQuit(application: Application): Promise<string> {
  const page = await openTexts(application, { 'visit.txt': visit });
  await dragOver(page, 'Минск');
  await page.keyboard.press('Digit4');
  await expect(annotationRow(page, 'Минск')).toBeVisible();
  await application.quit();
  return projectFile(application, 'News');
}

/** Another process that works on a project, until its input is closed. */
async function holdProject(path: string): Promise<ChildProcess> {
  const hooks = pathToFileURL(join(root, 'tests/support/typescript-imports.ts')).href;
  const script = join(root, 'tests/support/hold-project.ts');
  const holder = spawn(node, ['--import', hooks, script, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

/** Leaves the mark of somebody who has the project open on another machine. */
function enterSessionOfOtherMachine(path: string): void {
  const script = `require('better-sqlite3')(process.argv[1]).exec(
    "INSERT INTO session (id, pid, host, coder, since) VALUES (1, 1, 'other-machine', 'Carla', '2026-11-22T09:30:00.000Z')")`;
  execFileSync(node, ['-e', script, path], { cwd: root });
}

const refusal = (page: Page) => page.getByRole('alertdialog', { name: 'The project could not be opened' });

test('a project that another process works on can be read, and says that it cannot be changed', async ({
  application,
}) => {
  const path = await makeAndQuit(application);
  const holder = await holdProject(path);
  const page = await application.start();
  await openProject(application, 'News');
  await expect(refusal(page)).toContainText(
    'is open in another process already: Berta has had it open since',
  );
  await refusal(page).getByRole('button', { name: 'Open read-only' }).click();
  await expectProject(page, 'News');
  await expect(statusLine(page)).toContainText('Read-only');
  await expect(annotationRow(page, 'Минск')).toBeVisible();
  expect(await shownLines(page)).toEqual(visit.split('\n'));

  await dragOver(page, 'Президент');
  await page.getByRole('option', { name: /^Person/u }).click();
  await expect(notifications(page)).toContainText('This project can only be looked at.');
  await notifications(page).getByRole('button', { name: 'Dismiss' }).click();
  await text(page).focus();
  // However often it is tried, it is told once.
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Digit1');
  await expect(notifications(page).getByText('This project can only be looked at.')).toHaveCount(1);
  await expect(annotations(page).getByRole('option')).toHaveCount(1);

  holder.stdin?.end();
  await once(holder, 'exit');
});

test('a project that is open on another machine can be taken over', async ({ application }) => {
  const path = await makeAndQuit(application);
  enterSessionOfOtherMachine(path);
  const page = await application.start();
  await openProject(application, 'News');
  await expect(refusal(page)).toContainText(
    'is open on another computer, other-machine: Carla has had it open since',
  );
  await expect(refusal(page).getByRole('button', { name: 'Open read-only' })).toBeVisible();
  await refusal(page).getByRole('button', { name: 'Take it over' }).click();
  await expectProject(page, 'News');
  await dragOver(page, 'Президент');
  await page.keyboard.press('Digit1');
  await expect(annotations(page).getByRole('option')).toHaveCount(2);
});

test('a backup is offered for an empty file only where there is one', async ({ application }) => {
  const path = await makeAndQuit(application);
  // What was changed is backed up at the next opening.
  await expectProject(await application.start(path), 'News');
  await application.quit();
  writeFileSync(path, '');
  writeFileSync(projectFile(application, 'Nothing'), '');
  const page = await application.start();
  await openProject(application, 'Nothing');
  await expect(refusal(page)).toContainText('is empty: there is no project in it.');
  await expect(refusal(page).getByRole('button')).toHaveText(['Close']);
  await refusal(page).getByRole('button', { name: 'Close' }).click();

  await openProject(application, 'News');
  await refusal(page).getByRole('button', { name: 'Restore the newest backup' }).click();
  await expectProject(page, 'News');
});

test('a file of another kind is refused in a sentence', async ({ application, page }) => {
  const path = projectFile(application, 'letter');
  writeFileSync(path, 'Dear reader, this is no database, however it is called.'.repeat(20));
  await openProject(application, 'letter');
  await expect(refusal(page)).toContainText('is not a Postil project: it is a file of another kind.');
  await refusal(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'New project' })).toBeVisible();
});
