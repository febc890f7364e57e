import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../core/problem';
import { sentenceOf } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { useHost } from '../../stores/host';
import { closeDialog } from '../../stores/interface';
import { createProject } from '../../stores/project';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { lastBeginning, rememberBeginning, useGlance } from './beginning';
import { CodebookChoice } from './CodebookChoice';
import { PathFields, useProjectPath } from './PathFields';
import './NewProjectDialog.css';

/** Asks what a new project begins with, and where it is to be; the latter only where the host does not ask it. */
export function NewProjectDialog() {
  const { t } = useTranslation(['project', 'common']);
  const language = useLanguage();
  const hasDialogs = useHost((state) => state.host?.nativeDialogs ?? false);
  const place = useProjectPath(t('newName'));
  const [codebook, setCodebook] = useState(() => lastBeginning(language));
  const glance = useGlance(codebook.source, codebook.language);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReady =
    !isBusy &&
    (hasDialogs || place.path !== null) &&
    (codebook.source.from !== 'file' || glance?.ok === true);
  const create = async (): Promise<void> => {
    if (!isReady) return;
    setBusy(true);
    rememberBeginning(codebook);
    setProblem(await createProject(hasDialogs ? null : place.path, codebook));
    setBusy(false);
  };
  return (
    <Dialog
      title={t('newTitle')}
      onClose={closeDialog}
      actions={
        <>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void create()}>
            {t(hasDialogs ? 'createWhere' : 'create')}
          </Button>
        </>
      }
    >
      {!hasDialogs && <PathFields of={place} onEnter={() => void create()} />}
      <CodebookChoice value={codebook} glance={glance} onChange={setCodebook} />
      <div role="alert">{problem && <p className="codebook-file__problem">{sentenceOf(problem)}</p>}</div>
    </Dialog>
  );
}
