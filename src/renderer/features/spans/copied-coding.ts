import { create } from 'zustand';
import type { LeftOut } from '../../../core/commands/paste-coding';
import type { AnnotationId, AttributeId, EntryId, RoleId } from '../../../core/ids';
import { quoteOf, type AnnotationRecord } from '../../../core/model/annotation';
import { invoke } from '../../bridge/bridge';
import { nameIn } from '../../i18n/format';
import { currentLanguage, t } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { announce, notify, report } from '../../stores/notices';
import { arrival } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';

/** The annotation whose coding is to be pasted. It is read when it is pasted, as it is then. */
const useCopied = create<{ readonly from: AnnotationId | null }>(() => ({ from: null }));

/** Whether there is a coding to be pasted. */
export const hasCopied = (): boolean => useCopied.getState().from !== null;

/** Remembers an annotation, so that others can be given its identity, values and roles. */
export function copyCoding(annotation: AnnotationRecord): void {
  useCopied.setState({ from: annotation.id });
  notify(t('spans:copied', { quote: shortened(quoteOf(annotation)) }));
}

/** Gives an annotation the coding that was copied, and says what did not fit. */
export async function pasteCoding({ id }: AnnotationRecord): Promise<void> {
  const { from } = useCopied.getState();
  if (from === null) return;
  const pasted = await invoke('coding.paste', { from, to: [id] });
  if (!pasted.ok) {
    report(pasted.problem);
    return;
  }
  const { change, leftOut } = pasted.value;
  if (change) await arrival(change.number);
  announce(t(change ? 'spans:pasted' : 'spans:pastedNothing'));
  if (leftOut.length > 0) notify(t('spans:leftOut', { what: leftOut.map(nameOf).join(', ') }));
  else if (!change) notify(t('spans:pastedNothing'));
}

/** What something that was left out is called. */
function nameOf({ what, id }: LeftOut): string {
  const current = workspace();
  if (what === 'entry') return current?.registry.get(id as EntryId)?.name ?? '';
  const record =
    what === 'role' ? current?.roles.get(id as RoleId) : current?.attributes.get(id as AttributeId);
  return record ? nameIn(record.names, currentLanguage()) : '';
}
