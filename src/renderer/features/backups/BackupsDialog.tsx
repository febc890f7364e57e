import { Archive } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../contract/engine-answers';
import { invoke } from '../../bridge/bridge';
import { formatBytes, formatMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { closeDialog } from '../../stores/interface';
import { notify, report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import './BackupsDialog.css';

/** The copies of the project that were made by themselves or on demand, and the way back to one. */
export function BackupsDialog() {
  const { t } = useTranslation(['backups', 'common']);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const { backups, make } = useBackups();
  const [wanted, setWanted] = useState<Backup | null>(null);
  if (wanted) return <RestoreDialog backup={wanted} onCancel={() => setWanted(null)} />;
  return (
    <Dialog
      title={t('title')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={() => void make()} isDisabled={isReadOnly}>
            {t('make')}
          </Button>
          <Button look="primary" onPress={closeDialog}>
            {t('common:done')}
          </Button>
        </>
      }
    >
      <p className="remark">{t('hint')}</p>
      {backups?.length === 0 && <EmptyState icon={Archive} title={t('none')} />}
      {backups !== null && backups.length > 0 && (
        <ul className="backups" aria-label={t('title')}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.name}
              backup={backup}
              canRestore={!isReadOnly}
              onRestore={() => setWanted(backup)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function useBackups() {
  const { t } = useTranslation('backups');
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  useEffect(() => {
    void invoke('backups.list', {}).then((listed) => {
      if (listed.ok) setBackups(latestFirst(listed.value));
      else report(listed.problem);
    });
  }, []);
  const make = async (): Promise<void> => {
    const made = await invoke('backups.make', {});
    if (!made.ok) {
      report(made.problem);
      return;
    }
    setBackups((before) => latestFirst([...(before ?? []), made.value]));
    notify(t('made'));
  };
  return { backups, make };
}

const latestFirst = (backups: readonly Backup[]): readonly Backup[] =>
  [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));

interface BackupRowProps {
  readonly backup: Backup;
  readonly canRestore: boolean;
  readonly onRestore: () => void;
}

function BackupRow({ backup, canRestore, onRestore }: BackupRowProps) {
  const { t } = useTranslation(['backups', 'common']);
  const language = useLanguage();
  const when = formatMoment(backup.madeAt, language);
  return (
    <li className="backup">
      <span className="backup__when figures">{when}</span>
      <span className="backup__facts">
        {[
          t(`reasons.${backup.reason}`),
          t('common:documents', { count: backup.documents }),
          t('common:annotations', { count: backup.annotations }),
          formatBytes(backup.bytes, language),
        ].join(' · ')}
      </span>
      <Button isDisabled={!canRestore} onPress={onRestore} aria-label={t('restoreOf', { when })}>
        {t('restore')}
      </Button>
    </li>
  );
}

function RestoreDialog({ backup, onCancel }: { readonly backup: Backup; readonly onCancel: () => void }) {
  const { t } = useTranslation('backups');
  const language = useLanguage();
  const restore = async (): Promise<void> => {
    closeDialog();
    const restored = await invoke('backups.restore', { name: backup.name });
    if (!restored.ok) report(restored.problem);
  };
  return (
    <ConfirmDialog
      title={t('restoreTitle')}
      verb={t('restore')}
      look="danger"
      onConfirm={() => void restore()}
      onCancel={onCancel}
    >
      <p>{t('restoreText', { when: formatMoment(backup.madeAt, language) })}</p>
    </ConfirmDialog>
  );
}
