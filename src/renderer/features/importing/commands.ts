import { invoke } from '../../bridge/bridge';
import { pathsOfFiles } from '../../bridge/handed-files';
import type { CommandActions } from '../../commands/registry';
import { useHost } from '../../stores/host';
import { runOwnJob } from '../../stores/jobs';
import { workspace } from '../../stores/workspace/workspace';
import { startImport, tellUnlessCancelled } from './flow';

const isWritable = (): boolean => workspace()?.project.readOnly === null;

/** Asks for files or a folder: by the host's dialog, or by the browser's own. */
async function pick(folders: boolean): Promise<void> {
  const hasDialogs = useHost.getState().host?.nativeDialogs ?? false;
  const picked = hasDialogs
    ? await invoke('files.pick', { folders })
    : await uploadThose(await pickHere(folders));
  if (picked.ok) await startImport(picked.value);
  else tellUnlessCancelled(picked.problem);
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

/** Bringing texts and projects in. */
export const importCommands = {
  'import.files': { run: () => pick(false), isAvailable: isWritable },
  'import.folder': { run: () => pick(true), isAvailable: isWritable },
} satisfies Partial<CommandActions>;
