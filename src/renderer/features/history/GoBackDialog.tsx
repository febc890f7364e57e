import { useEffect, useState } from 'react';
import type { WayBack } from '../../../contract/history';
import type { ChangeNumber } from '../../../core/ids';
import { recordNames } from '../../../core/model/records';
import { invoke } from '../../bridge/bridge';
import { announce, report } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';
import { arrival } from '../../stores/workspace/session';
import { notifyUndoable } from '../../commands/notify-undoable';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useHistory } from './state';
import { useTelling } from './use-telling';
import { tellCount } from './words';

const close = (): void => useHistory.setState({ goingBackTo: null });

/** Shows in numbers what going back would do, and does it when that is confirmed. */
export function GoBackDialog({ to }: { readonly to: ChangeNumber }) {
  const telling = useTelling();
  const { t } = telling;
  const preview = usePreview(to);
  const goBack = async (): Promise<void> => {
    close();
    const done = await invoke('history.goBack', { to });
    if (!done.ok) {
      report(done.problem);
      return;
    }
    await arrival(done.value.change.number);
    announce(t('wentBack'));
    notifyUndoable(t('wentBack'));
  };
  return (
    <ConfirmDialog
      title={t('goBackTitle')}
      verb={t('goBack')}
      look="primary"
      isDisabled={preview === null}
      onConfirm={() => void goBack()}
      onCancel={close}
    >
      {preview === null ? <p>{t('counting')}</p> : <Numbers preview={preview} />}
    </ConfirmDialog>
  );
}

function Numbers({ preview }: { readonly preview: WayBack }) {
  const telling = useTelling();
  const { t } = telling;
  const hows = ['added', 'updated', 'removed'] as const;
  const nameOf = (coder: WayBack['byCoder'][number]['coder']): string =>
    workspace()?.coders.get(coder)?.name ?? '';
  return (
    <>
      <p>{t('goBackText', { count: preview.changes })}</p>
      {preview.byCoder.length > 1 && (
        <ul className="remark figures">
          {preview.byCoder.map(({ coder, changes }) => (
            <li key={coder}>{t('changesOf', { name: nameOf(coder), count: changes })}</li>
          ))}
        </ul>
      )}
      <ul className="way-back figures">
        {hows.flatMap((how) =>
          recordNames.flatMap((name) => {
            const count = preview.counts[name]?.[how] ?? 0;
            return count === 0 ? (
              []
            ) : (
              <li key={`${how} ${name}`}>{t(`back.${how}`, { what: tellCount(name, count, telling) })}</li>
            );
          }),
        )}
      </ul>
      <p className="remark">{t('goBackHint')}</p>
    </>
  );
}

/** Null while it is being counted; where it cannot be done, that is told and the dialog closes. */
function usePreview(to: ChangeNumber): WayBack | null {
  const [preview, setPreview] = useState<WayBack | null>(null);
  useEffect(() => {
    void invoke('history.preview', { to }).then((answer) => {
      if (answer.ok) setPreview(answer.value);
      else {
        close();
        report(answer.problem);
      }
    });
  }, [to]);
  return preview;
}
