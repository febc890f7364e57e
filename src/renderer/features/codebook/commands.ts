import type { CommandActions } from '../../commands/registry';
import { toggleGuideline } from '../../stores/guideline';
import { showDialog, useInterface } from '../../stores/interface';
import { isWritable, workspace } from '../../stores/workspace/workspace';

const hasProject = (): boolean => workspace() !== null;

/** What is done with the codebook as a whole, and the guideline beside the text. */
export const codebookCommands = {
  'codebook.take': { run: () => showDialog({ name: 'codebook-take' }), isAvailable: isWritable },
  'codebook.export': { run: () => showDialog({ name: 'codebook-export' }), isAvailable: hasProject },
  'codebook.versions': { run: () => showDialog({ name: 'codebook-versions' }), isAvailable: hasProject },
  'type.guideline': {
    run: toggleGuideline,
    isAvailable: () => hasProject() && useInterface.getState().view === 'text',
  },
} satisfies Partial<CommandActions>;
