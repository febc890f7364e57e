import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../stores/host';
import { closeDialog } from '../../stores/interface';
import { createProject, openProject } from '../../stores/project';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Field } from '../../ui/Field';

const ending = '.postil';

const withEnding = (path: string): string => (path.endsWith(ending) ? path : path + ending);

/** Asks where a project is to be, or is, where the host has no dialog of its own for that. */
export function PathDialog({ to }: { readonly to: 'create' | 'open' }) {
  const { t } = useTranslation(['project', 'common']);
  const host = useHost((state) => state.host);
  const separator = host?.platform === 'win32' ? '\\' : '/';
  const [folder, setFolder] = useState(host?.projectsFolder ?? '');
  const [name, setName] = useState(to === 'create' ? t('newName') : '');
  const isValid = folder.trim() !== '' && name.trim() !== '';
  const go = (): void => {
    if (!isValid) return;
    const path = folder.trim().replace(/[/\\]$/u, '') + separator + withEnding(name.trim());
    closeDialog();
    void (to === 'create' ? createProject(path) : openProject(path));
  };
  const goOnEnter = (event: { readonly key: string; continuePropagation(): void }): void => {
    if (event.key === 'Enter') go();
    else event.continuePropagation();
  };
  return (
    <Dialog
      title={t(to === 'create' ? 'newTitle' : 'openTitle')}
      width="narrow"
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={!isValid} onPress={go}>
            {t(to === 'create' ? 'create' : 'open')}
          </Button>
        </>
      }
    >
      <Field label={t('name')} value={name} onChange={setName} onKeyDown={goOnEnter} autoFocus />
      <Field
        label={t('folder')}
        description={t('folderHint')}
        value={folder}
        onChange={setFolder}
        onKeyDown={goOnEnter}
      />
    </Dialog>
  );
}
