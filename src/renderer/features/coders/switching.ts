import type { CoderRecord } from '../../../core/model/document';
import { invoke } from '../../bridge/bridge';
import { t } from '../../i18n/i18n';
import { selectAnnotation } from '../../stores/interface';
import { announce, notify, report } from '../../stores/notices';
import { changeSettings } from '../../stores/settings';
import { run } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';

/**
 * Lets another coder go on, in this project and in those that are opened from now on. Every window of the project
 * follows; undo is that of the other coder.
 */
export async function goOnAs(name: string): Promise<void> {
  const switched = await invoke('coder.switch', { name });
  if (!switched.ok) {
    report(switched.problem);
    return;
  }
  selectAnnotation(null);
  await changeSettings({ coderName: name });
  announce(t('coders:switched', { name }));
  notify(t('coders:switched', { name }));
}

/** Gives a coder another name, here and on all their annotations. One's own is also that of the next time. */
export async function renameCoder({ id, name }: CoderRecord, to: string): Promise<void> {
  const wanted = to.trim();
  if (wanted === '' || wanted === name) return;
  if (workspace()?.project.coder === id) await changeSettings({ coderName: wanted });
  await run({ name: 'coder.rename', coder: id, to: wanted });
}
