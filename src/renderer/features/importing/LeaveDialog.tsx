import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { leaveImport } from './flow';

/** Asks before what was decided about an import is thrown away. */
export function LeaveDialog({ onStay }: { readonly onStay: () => void }) {
  const { t } = useTranslation('importing');
  return (
    <Dialog
      role="alertdialog"
      title={t('leaveTitle')}
      width="narrow"
      onClose={onStay}
      actions={
        <>
          <Button onPress={leaveImport}>{t('leave')}</Button>
          <Button look="primary" onPress={onStay} autoFocus>
            {t('keepAsking')}
          </Button>
        </>
      }
    >
      <p>{t('leaveHint')}</p>
    </Dialog>
  );
}
