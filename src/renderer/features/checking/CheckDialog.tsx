import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../contract/engine-answers';
import { invoke } from '../../bridge/bridge';
import { closeDialog } from '../../stores/interface';
import { runJob, useJobs } from '../../stores/jobs';
import { report } from '../../stores/notices';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Progress } from '../../ui/Progress';
import './CheckDialog.css';

/** Checks every rule that the project's file has to keep, and shows what does not hold. */
export function CheckDialog() {
  const { t } = useTranslation(['project', 'common']);
  const faults = useCheck();
  return (
    <Dialog
      title={t('checkTitle')}
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog} autoFocus>
          {t('common:done')}
        </Button>
      }
    >
      {faults === null ? (
        <Running />
      ) : faults.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('checkOk')}>
          <p>{t('checkOkHint')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="check__verdict">
            <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
            {t('checkFaults', { count: faults.length })}
          </p>
          <ul className="check__faults">
            {faults.map(({ rule, where, detail }, index) => (
              <li key={`${rule} ${where} ${index}`}>
                <strong>{rule}</strong> {where}
                <br />
                {detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** The faults of the file; null while it is being checked. */
function useCheck(): readonly Fault[] | null {
  const [faults, setFaults] = useState<readonly Fault[] | null>(null);
  useEffect(() => {
    void runJob('check', (job) => invoke('project.check', { job })).then((checked) => {
      if (checked.ok) {
        setFaults(checked.value);
        return;
      }
      closeDialog();
      if (checked.problem.code !== 'job-cancelled') report(checked.problem);
    });
  }, []);
  return faults;
}

function Running() {
  const { t } = useTranslation('project');
  const progress = useJobs(({ running }) => running.find(({ kind }) => kind === 'check')?.progress ?? null);
  return (
    <>
      <p className="remark">{t('checking')}</p>
      <Progress label={t('checking')} fraction={progress?.total ? progress.done / progress.total : null} />
    </>
  );
}
