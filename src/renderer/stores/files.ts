import { invoke } from '../bridge/bridge';
import { pathsOfFiles } from '../bridge/handed-files';
import type { Result } from '../../core/result';
import { useHost } from './host';
import { runOwnJob } from './jobs';
import { report } from './notices';

/** Asks for files or a folder: by the host's dialog, or by the browser's own. Nothing where that is cancelled. */
export async function pickFiles(folders: boolean): Promise<Result<readonly string[]>> {
  const hasDialogs = useHost.getState().host?.nativeDialogs ?? false;
  return hasDialogs ? invoke('files.pick', { folders }) : uploadThose(await pickHere(folders));
}

const uploadThose = (files: readonly File[]) =>
  runOwnJob('upload', (handing) => pathsOfFiles(files, handing));

const pickHere = (folders: boolean): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.webkitdirectory = folders;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

/** Asks where a file is to be written; null where that is cancelled, or told to be impossible. */
export async function askForTarget(suggestedName: string): Promise<string | null> {
  const target = await invoke('files.target', { suggestedName });
  if (target.ok) return target.value;
  report(target.problem);
  return null;
}
