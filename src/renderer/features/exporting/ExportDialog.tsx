import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormatDescription } from '../../../contract/exchange';
import { useFormats } from '../../stores/formats';
import { closeDialog } from '../../stores/interface';
import { cancelJob, useJobs } from '../../stores/jobs';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { losesNothing, type Choice } from './choice';
import { ChoicePanes } from './ChoicePanes';
import { keepChoice, keptChoice, lookAt, showReport, useExport, write } from './flow';
import { useLook } from './look';
import { ReportDialog } from './ReportDialog';

/** Takes the project away, or a part of it, in one of many formats, and tells first what that loses. */
export function ExportDialog({ of }: { readonly of: 'last' | 'table' }) {
  const stage = useExport((state) => state.stage);
  const [choice, setChoice] = useState<Choice>(() => keptChoice(of));
  switch (stage.at) {
    case 'choice':
      return (
        <ChoiceDialog
          choice={choice}
          onChange={(changed) => {
            setChoice(changed);
            keepChoice(changed);
          }}
        />
      );
    case 'work':
      return <WorkDialog {...stage} />;
    case 'report':
      return <ReportDialog looked={stage.looked} />;
  }
}

interface ChoiceDialogProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function ChoiceDialog({ choice, onChange }: ChoiceDialogProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const formats = useFormats();
  const format = formats.find(({ name }) => name === choice.format) ?? formats[0];
  const project = useWorkspace((state) => state.project.path, '');
  const last = useExport((state) => state.last);
  const look = useLook(choice, format?.name ?? '');
  const isLossless = look.isCurrent && look.problem === null && (look.report?.losses.length ?? 0) === 0;
  const isWrong = look.isCurrent && look.problem !== null;
  const isPlain = format !== undefined && (losesNothing(choice, format) || isLossless);
  const go = (chosen: FormatDescription): void => {
    const wanted = { ...choice, format: chosen.name };
    if (isPlain) void write(wanted, chosen);
    else if (look.isCurrent && look.report)
      showReport({ choice: wanted, format: chosen, report: look.report });
    else void lookAt(wanted, chosen);
  };
  return (
    <Dialog
      title={t('title')}
      width="wide"
      onClose={closeDialog}
      actions={
        <>
          {last?.project === project && <Button onPress={() => showReport(last)}>{t('lastReport')}</Button>}
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          {format && (
            <Button key="go" look="primary" isDisabled={isWrong} onPress={() => go(format)} autoFocus>
              {t(isPlain ? 'export' : 'look')}
            </Button>
          )}
        </>
      }
    >
      {format && (
        <ChoicePanes
          formats={formats.filter((one) => one.export !== null)}
          format={format}
          choice={choice}
          look={look}
          onChange={onChange}
        />
      )}
    </Dialog>
  );
}

interface WorkDialogProps {
  readonly what: 'looking' | 'writing';
  readonly job: string;
}

/** How far an export is that takes a while. What is being written goes on without the dialog, too. */
function WorkDialog({ what, job }: WorkDialogProps) {
  const { t } = useTranslation(['exporting', 'common']);
  const progress = useJobs(({ running }) => running.find(({ id }) => id === job)?.progress ?? null);
  const cancel = (): void => void cancelJob(job);
  return (
    <Dialog
      title={t('title')}
      width="narrow"
      onClose={cancel}
      actions={
        <>
          {what === 'writing' && <Button onPress={closeDialog}>{t('inBackground')}</Button>}
          <Button onPress={cancel} autoFocus>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <p className="remark">{t(what)}</p>
      <Progress label={t(what)} fraction={progress?.total ? progress.done / progress.total : null} />
    </Dialog>
  );
}
