import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What installations of Chromium and Chrome call their executable, the one that we would rather have first. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where macOS and Windows install what is not on the PATH. */
const installed: Partial<Record<NodeJS.Platform, (environment: NodeJS.ProcessEnv) => string[]>> = {
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: (environment) =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
      const folder = environment[variable];
      return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
    }),
};

/** The executable of a Chromium or Chrome of this machine: CHROME_PATH first, then the PATH, then the usual places. */
export function findBrowser(environment: NodeJS.ProcessEnv, platform = process.platform): string | undefined {
  const named = environment['CHROME_PATH'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...(named ? [named] : []), ...onPath, ...(installed[platform]?.(environment) ?? [])];
  return candidates.find(isExecutable);
}

/** Whether `name` is an executable in a folder of the PATH. */
export function isOnPath(name: string, environment: NodeJS.ProcessEnv): boolean {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
