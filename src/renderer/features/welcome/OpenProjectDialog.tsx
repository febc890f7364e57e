import { useTranslation } from 'react-i18next';
import { closeDialog } from '../../stores/interface';
import { openProject } from '../../stores/project';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PathFields, useProjectPath } from './PathFields';

/** Asks which project to open, where the host has no dialog of its own for that. */
export function OpenProjectDialog() {
  const { t } = useTranslation(['project', 'common']);
  const place = useProjectPath('');
  const open = (): void => {
    if (place.path === null) return;
    closeDialog();
    void openProject(place.path);
  };
  return (
    <Dialog
      title={t('openTitle')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={place.path === null} onPress={open}>
            {t('open')}
          </Button>
        </>
      }
    >
      <PathFields of={place} onEnter={open} />
    </Dialog>
  );
}
