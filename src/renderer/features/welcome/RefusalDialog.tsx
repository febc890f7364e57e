import { useTranslation } from 'react-i18next';
import type { HowToOpen } from '../../../contract/host-calls';
import type { Problem } from '../../../core/problem';
import { sentenceOf } from '../../i18n/i18n';
import { closeDialog } from '../../stores/interface';
import { openProject } from '../../stores/project';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { remediesFor } from './remedies';

interface RefusalDialogProps {
  /** Null where it is not known which file was refused. */
  readonly path: string | null;
  readonly problem: Problem;
}

/** Why a project could not be opened, and what can be done about it. */
export function RefusalDialog({ path, problem }: RefusalDialogProps) {
  const { t } = useTranslation(['project', 'common']);
  const remedies = path === null ? [] : remediesFor(problem);
  const tryAgain = (how: HowToOpen): void => {
    closeDialog();
    void openProject(path, how);
  };
  return (
    <Dialog
      title={t('refusedTitle')}
      role="alertdialog"
      onClose={closeDialog}
      actions={
        <>
          <Button look={remedies.length === 0 ? 'primary' : 'secondary'} onPress={closeDialog} autoFocus>
            {t('common:close')}
          </Button>
          {remedies.map((how, index) => (
            <Button
              key={how}
              look={index === remedies.length - 1 ? 'primary' : 'secondary'}
              onPress={() => tryAgain(how)}
            >
              {t(`remedies.${how}`)}
            </Button>
          ))}
        </>
      }
    >
      <p>{sentenceOf(problem)}</p>
      {remedies.map((how) => (
        <p key={how} className="remark">
          {t(`remedyHints.${how}`)}
        </p>
      ))}
    </Dialog>
  );
}
