import { t } from '../i18n/i18n';
import { dismiss, notify } from '../stores/notices';
import { useWorkspaceState, type Workspace } from '../stores/workspace/workspace';
import { runCommand } from './registry';

/** Another one after each change of the coder's own. */
const journalOf = (workspace: Workspace | null) => workspace?.project.journal;

/**
 * Tells of the coder's last change with a way to take it back. It goes with the next change: what is taken back then
 * would be another one.
 */
export function notifyUndoable(sentence: string): void {
  const id = notify(sentence, { label: t('common:undo'), run: () => runCommand('edit.undo') });
  const stop = useWorkspaceState.subscribe(({ workspace: now }, { workspace: before }) => {
    if (journalOf(now) === journalOf(before)) return;
    stop();
    dismiss(id);
  });
}
