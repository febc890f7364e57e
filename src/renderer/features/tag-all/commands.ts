import { makeOffsetTable } from '../../../core/offsets';
import type { CommandActions } from '../../commands/registry';
import { showDialog, useInterface } from '../../stores/interface';
import { workspace } from '../../stores/workspace/workspace';

/** The words that are selected in the open document, or that the selected annotation covers. */
function wordsAtHand(): string {
  const open = workspace()?.open;
  const { textSelection, selected } = useInterface.getState();
  if (!open) return '';
  if (textSelection && !textSelection.isCollapsed) {
    const offsets = makeOffsetTable(open.text);
    const { start, end } = textSelection.span;
    return open.text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  }
  const annotation = selected && open.annotations.get(selected);
  return annotation ? (annotation.fragments[0]?.quote ?? '') : '';
}

/** Looks for further occurrences of what is selected. */
export const tagAllCommands = {
  'occurrences.show': {
    run: () => {
      const { selected, textSelection } = useInterface.getState();
      const isStretch = textSelection !== null && !textSelection.isCollapsed;
      showDialog({ name: 'tag-all', text: wordsAtHand(), model: isStretch ? null : selected });
    },
    isAvailable: () => (workspace()?.open ?? null) !== null && workspace()?.project.readOnly === null,
  },
} satisfies Partial<CommandActions>;
