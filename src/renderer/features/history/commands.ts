import type { CommandActions } from '../../commands/registry';
import { workspace } from '../../stores/workspace/workspace';
import { showDeleted, showDocumentHistory } from './state';

/** The ways into the history that are about something in it. */
export const historyCommands = {
  'history.ofDocument': {
    run: () => {
      const open = workspace()?.open;
      if (open) showDocumentHistory(open.id);
    },
    isAvailable: () => workspace()?.open?.id !== undefined,
  },
  'history.deleted': { run: showDeleted, isAvailable: () => workspace() !== null },
} satisfies Partial<CommandActions>;
