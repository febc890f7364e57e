import type { CommandActions } from '../../commands/registry';
import { codeBlind, isBlind } from '../../stores/coders';
import { showDialog } from '../../stores/interface';
import { workspace } from '../../stores/workspace/workspace';

const hasProject = (): boolean => workspace() !== null;

/** Who annotates, and whose annotations are shown. */
export const coderCommands = {
  'coders.show': { run: () => showDialog({ name: 'coders' }), isAvailable: hasProject },
  'coders.blind': { run: () => codeBlind(!isBlind()), isAvailable: hasProject },
} satisfies Partial<CommandActions>;
