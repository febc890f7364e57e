import type { CommandActions } from '../../commands/registry';
import { pickFiles } from '../../stores/files';
import { isWritable } from '../../stores/workspace/workspace';
import { startImport, tellUnlessCancelled } from './flow';

async function pick(folders: boolean): Promise<void> {
  const picked = await pickFiles(folders);
  if (picked.ok) await startImport(picked.value);
  else tellUnlessCancelled(picked.problem);
}

/** Bringing texts and projects in. */
export const importCommands = {
  'import.files': { run: () => pick(false), isAvailable: isWritable },
  'import.folder': { run: () => pick(true), isAvailable: isWritable },
} satisfies Partial<CommandActions>;
