import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../stores/interface';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { exportProject } from './flow';

/** Takes the whole project away as one file. */
export function ExportDialog() {
  const { t } = useTranslation(['exporting', 'common']);
  const counts = useWorkspace((state) => state.project.counts, null);
  const [withHistory, setWithHistory] = useState(false);
  const start = (): void => {
    closeDialog();
    void exportProject(withHistory);
  };
  return (
    <Dialog
      title={t('title')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" onPress={start} autoFocus>
            {t('export')}
          </Button>
        </>
      }
    >
      <p>
        {t('contents', {
          documents: t('common:documents', { count: counts?.document ?? 0 }),
          annotations: t('common:annotations', { count: counts?.annotation ?? 0 }),
        })}
      </p>
      <p className="remark">{t('format')}</p>
      <Checkbox label={t('withHistory')} isOn={withHistory} onChange={setWithHistory} />
    </Dialog>
  );
}
