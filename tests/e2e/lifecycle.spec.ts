// What holds in both hosts whatever happens to processes and windows.
import { readdirSync, readFileSync } from 'node:fs';
import { nextEvent, obtain } from './support/calls';
import { newProject, rename } from './support/projects';
import { expect, test } from './support/test';

test('an engine that is killed starts again, and the window goes on', async ({ application, page }) => {
  await newProject(application, 'killed');
  const [before] = await application.enginePids();
  if (before === undefined) throw new Error('No engine runs');
  const told = await nextEvent(page, 'engine');
  process.kill(before, 'SIGKILL');
  expect(await told.arrived).toEqual({ state: 'restarted' });
  expect((await obtain(page, 'project.describe', {})).name).toBe('killed');
  const after = await application.enginePids();
  expect(after).toHaveLength(1);
  expect(after).not.toContain(before);
});

test('what was committed before the engine was killed is there after it', async ({ application, page }) => {
  await newProject(application, 'kept');
  await rename(page, 'Berta');
  const told = await nextEvent(page, 'engine');
  for (const pid of await application.enginePids()) process.kill(pid, 'SIGKILL');
  await told.arrived;
  expect((await obtain(page, 'coders.list', {})).map(({ name }) => name)).toContain('Berta');
});

test('an engine that keeps dying is given up, and the project can be opened anew', async ({
  application,
  page,
}) => {
  const path = await newProject(application, 'dying');
  for (;;) {
    const told = await nextEvent(page, 'engine');
    for (const pid of await application.enginePids()) process.kill(pid, 'SIGKILL');
    const event = await told.arrived;
    if (event.state === 'restarted') continue;
    expect(event.problem.code).toBe('engine-stopped');
    break;
  }
  await obtain(page, 'projects.open', { path, how: 'normally' });
  expect((await obtain(page, 'project.describe', {})).name).toBe('dying');
});

test('two windows show two projects, and each hears only of its own', async ({ application, page }) => {
  const second = await newProject(application, 'second');
  await obtain(page, 'projects.close', {});
  await newProject(application, 'first');
  const other = await application.openWindow(second);
  expect((await obtain(page, 'project.describe', {})).name).toBe('first');
  expect((await obtain(other, 'project.describe', {})).name).toBe('second');
  expect(await application.enginePids()).toHaveLength(2);

  const heardInFirst = await nextEvent(page, 'changed');
  await rename(other, 'Berta');
  await rename(page, 'Carla');
  // What is heard first in the first window is its own change: that of the other window never came.
  const renamed = (await heardInFirst.arrived).diff?.updated.map(([, after]) => after);
  expect(renamed).toMatchObject([{ name: 'Carla' }]);
});

test('a project that was quit is one file again', async ({ application, page }) => {
  const path = await newProject(application, 'closed');
  await rename(page, 'Berta');
  await application.quit();
  const files = readdirSync(`${application.home}/projects`).filter((name) => name.startsWith('closed'));
  expect(files).toEqual(['closed.postil']);
  // Bytes 18 and 19 of a database tell its journal mode: 1 for one file, 2 for a write-ahead log.
  expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
  await application.start(path);
  expect((await obtain(application.page, 'coders.list', {})).map(({ name }) => name)).toContain('Berta');
});

test('a window hears of a change before the call that made it is answered', async ({ application, page }) => {
  await newProject(application, 'order');
  const [coder] = await obtain(page, 'coders.list', {});
  if (!coder) throw new Error('The project has no coder');
  const overtaken = await page.evaluate(async (id) => {
    const late: number[] = [];
    let told = 0;
    window.postil.subscribe('changed', () => (told += 1));
    for (let count = 1; count <= 500; count += 1) {
      const command = { name: 'coder.rename', coder: id, to: `Name ${count}` } as const;
      await window.postil.invoke('change.run', { command });
      if (told !== count) late.push(count);
    }
    return late;
  }, coder.id);
  expect(overtaken).toEqual([]);
});
