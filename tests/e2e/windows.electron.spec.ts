// Windows of the Electron host: which project stands where, and what the system may ask for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextEvent, obtain } from './support/calls';
import { electronArguments, electronEnvironment, type ElectronHost } from './support/electron';
import { newProject } from './support/projects';
import { expect, test } from './support/test';

/** The projects of the windows, and which of them has the focus. */
function windowTitles({ electron }: ElectronHost): Promise<{ all: string[]; focused: string | null }> {
  return electron.evaluate(async ({ BrowserWindow }) => {
    const describe = async (window: Electron.BrowserWindow): Promise<string> => {
      const asks = `window.postil.invoke('host.describe', {})`;
      const answer = (await window.webContents.executeJavaScript(asks)) as {
        value: { project: string | null };
      };
      return answer.value.project?.split('/').at(-1) ?? 'welcome';
    };
    const focused = BrowserWindow.getFocusedWindow();
    return {
      all: (await Promise.all(BrowserWindow.getAllWindows().map(describe))).sort(),
      focused: focused ? await describe(focused) : null,
    };
  });
}

/** Starts Postil a second time, as a double click on files would; settles when that process is gone. */
async function startAgain({ home }: ElectronHost, ...files: readonly string[]): Promise<number | null> {
  const { executable, args } = electronArguments(files);
  const second = spawn(executable, args, { env: electronEnvironment(home), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}

test('a project that is opened again comes to the front in its own window', async ({
  electronHost,
  page,
}) => {
  const second = await newProject(electronHost, 'second');
  await obtain(page, 'projects.close', {});
  const first = await newProject(electronHost, 'first');
  await electronHost.openWindow(second);
  await expect
    .poll(() => windowTitles(electronHost))
    .toEqual({
      all: ['first.postil', 'second.postil'],
      focused: 'second.postil',
    });

  expect(await startAgain(electronHost, first)).toBe(0);
  await expect
    .poll(() => windowTitles(electronHost))
    .toEqual({
      all: ['first.postil', 'second.postil'],
      focused: 'first.postil',
    });

  await obtain(page, 'projects.open', { path: second, how: 'normally' });
  await expect
    .poll(() => windowTitles(electronHost))
    .toEqual({
      all: ['first.postil', 'second.postil'],
      focused: 'second.postil',
    });
  expect(await electronHost.enginePids()).toHaveLength(2);
});

test('a project from outside is shown by a window that shows none', async ({ electronHost, page }) => {
  const path = await newProject(electronHost, 'outside');
  await obtain(page, 'projects.close', {});
  await startAgain(electronHost, path);
  await expect.poll(() => windowTitles(electronHost)).toMatchObject({ all: ['outside.postil'] });
});

test('a project from outside that cannot be opened says why', async ({ electronHost, page, home }) => {
  const path = join(home, 'broken.postil');
  writeFileSync(path, 'no database at all, and longer than the header of one'.repeat(10));
  await startAgain(electronHost, path);
  // The window is loaded anew to show it, and cannot be asked meanwhile.
  await expect(async () => {
    const { refusal } = await obtain(page, 'host.describe', {});
    expect(refusal).toMatchObject({ path, problem: { code: 'file-not-sqlite' } });
  }).toPass({ timeout: 20_000 });
});

test('texts from outside are handed to the window that was used last', async ({
  electronHost,
  page,
  home,
}) => {
  await newProject(electronHost, 'receiving');
  const path = join(home, 'text.txt');
  writeFileSync(path, 'A text.');
  const told = await nextEvent(page, 'files');
  await startAgain(electronHost, path);
  expect(await told.arrived).toEqual({ paths: [path] });
});

test('starting with a project shows it at once', async ({ electronHost }) => {
  const path = await newProject(electronHost, 'given');
  await electronHost.quit();
  const page = await electronHost.start(path);
  expect((await obtain(page, 'host.describe', {})).project).toBe(path);
});

test('a window comes back where it was', async ({ electronHost }) => {
  const bounds = { x: 60, y: 40, width: 1000, height: 700 };
  await electronHost.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(to);
  }, bounds);
  await electronHost.quit();
  await electronHost.start();
  const after = await electronHost.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(after).toEqual(bounds);
});

test('the menu runs commands in the window, and speaks the language of the settings', async ({
  electronHost,
  page,
}) => {
  await newProject(electronHost, 'menu');
  const told = await nextEvent(page, 'menu');
  await electronHost.electron.evaluate(({ Menu }) => {
    const edit = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Edit');
    edit?.submenu?.items.find(({ label }) => label === 'Undo')?.click();
  });
  expect(await told.arrived).toEqual({ command: 'edit.undo' });

  await obtain(page, 'settings.write', { patch: { language: 'ru' } });
  const labels = () =>
    electronHost.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  await expect.poll(labels).toEqual(['Файл', 'Правка', 'Вид', 'Документ', 'Аннотация', 'Окно', 'Справка']);
});

test('native dialogs ask for the place of a project', async ({ electronHost, page, home }) => {
  const path = join(home, 'projects', 'asked');
  await electronHost.answerDialogs(path);
  expect(await obtain(page, 'projects.create', { path: null })).toEqual({ path: `${path}.postil` });
  await electronHost.electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  expect(await obtain(page, 'projects.open', { path: null, how: 'normally' })).toBeNull();
});
