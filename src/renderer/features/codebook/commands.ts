import type { TypeId } from '../../../core/ids';
import type { CommandActions } from '../../commands/registry';
import { showDialog, useInterface } from '../../stores/interface';
import { workspace } from '../../stores/workspace/workspace';
import { useCodebookState } from './state';

const hasProject = (): boolean => workspace() !== null;
const isWritable = (): boolean => workspace()?.project.readOnly === null;

/** The type whose line has the keyboard, in the list of types or in the tree of the codebook. */
function focusedType(): TypeId | null {
  const line = document.querySelector(
    '[data-pane="types"] [data-focused][data-key], [data-pane="types"] [data-focus-visible][data-key]',
  );
  const id = line?.getAttribute('data-key') ?? null;
  return id !== null && workspace()?.types.has(id as TypeId) ? (id as TypeId) : null;
}

/** The type that a coder is about to use or has used: the focused one, that of the selected annotation, or the one under the caret. */
function typeInHand(): TypeId | null {
  const { selected, underCaret, view } = useInterface.getState();
  const { shown } = useCodebookState.getState();
  if (view === 'codebook') return shown?.of === 'type' ? shown.type : null;
  const annotation = selected ?? underCaret[0];
  const ofAnnotation = annotation && workspace()?.open?.annotations.get(annotation)?.type;
  return focusedType() ?? ofAnnotation ?? null;
}

/** What is done with the codebook as a whole, and the guideline of the type in hand. */
export const codebookCommands = {
  'codebook.take': { run: () => showDialog({ name: 'codebook-take' }), isAvailable: isWritable },
  'codebook.export': { run: () => showDialog({ name: 'codebook-export' }), isAvailable: hasProject },
  'codebook.versions': { run: () => showDialog({ name: 'codebook-versions' }), isAvailable: hasProject },
  'type.guideline': {
    run: () => {
      const type = typeInHand();
      if (type) showDialog({ name: 'guideline', type });
    },
    isAvailable: () => typeInHand() !== null,
  },
} satisfies Partial<CommandActions>;
