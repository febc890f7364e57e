// Tabs of the browser host: one engine for a project, whoever shows it.
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { ask, nextEvent, obtain } from './support/calls';
import { newProject, rename } from './support/projects';
import { expect, test } from './support/test';

test('tabs of one project share an engine and see what the others do', async ({ browserHost, page }) => {
  const path = await newProject(browserHost, 'shared');
  const other = await browserHost.openWindow(path);
  await obtain(other, 'project.describe', {});
  expect(await browserHost.enginePids()).toHaveLength(1);

  const told = await nextEvent(other, 'changed');
  await rename(page, 'Berta');
  expect((await told.arrived).name).toBe('coder.rename');
  expect((await obtain(other, 'coders.list', {})).map(({ name }) => name)).toEqual(['Berta']);
});

test('a tab that is loaded again shows the same project', async ({ browserHost, page }) => {
  const path = await newProject(browserHost, 'again');
  await page.reload();
  expect((await obtain(page, 'host.describe', {})).project).toBe(path);
});

test('a tab that opens another project goes there', async ({ browserHost, page }) => {
  const first = await newProject(browserHost, 'first');
  await obtain(page, 'projects.close', {});
  await newProject(browserHost, 'second');
  const loaded = page.waitForEvent('load');
  await page.evaluate((path) => void window.postil.invoke('projects.open', { path, how: 'normally' }), first);
  await loaded;
  expect((await obtain(page, 'host.describe', {})).project).toBe(first);
});

test('a connection that breaks is made again, and the page reads everything anew', async ({
  browserHost,
  page,
}) => {
  const path = await newProject(browserHost, 'asleep');
  const connections: { close(): Promise<void> }[] = [];
  await page.routeWebSocket('**/bridge*', (socket) => {
    socket.connectToServer();
    connections.push(socket);
  });
  await page.reload();
  await obtain(page, 'project.describe', {});
  const told = await nextEvent(page, 'engine');
  await connections.at(-1)?.close();
  expect(await told.arrived).toEqual({ state: 'restarted' });
  expect((await obtain(page, 'project.describe', {})).path).toBe(path);
});

test('a server that is gone for good is told, and calls do not wait for ever', async ({
  browserHost,
  page,
}) => {
  await newProject(browserHost, 'gone');
  const told = await nextEvent(page, 'engine');
  await browserHost.quit();
  expect(await told.arrived).toMatchObject({ state: 'stopped', problem: { code: 'engine-stopped' } });
  expect(await ask(page, 'project.describe', {})).toMatchObject({
    ok: false,
    problem: { code: 'engine-stopped' },
  });
});

test('the page can stop the server', async ({ browserHost, page }) => {
  const exited = once(browserHost.server, 'exit');
  await page.evaluate(() => void window.postil.invoke('host.quit', {}));
  expect(await exited).toEqual([0, null]);
});

test('Ctrl+C closes the projects before the server ends', async ({ browserHost }) => {
  const path = await newProject(browserHost, 'interrupted');
  const exited = once(browserHost.server, 'exit');
  browserHost.server.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test('an export is downloaded once, under its name', async ({ browserHost, page }) => {
  await newProject(browserHost, 'exported');
  const out = await obtain(page, 'files.target', { suggestedName: 'мой экспорт.json' });
  expect(out).not.toBeNull();
  const elsewhere = await obtain(page, 'files.reveal', { path: '/etc/passwd' });
  expect(elsewhere).toEqual({ download: null });
});
