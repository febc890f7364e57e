import { useTranslation } from 'react-i18next';
import type { ImportReport } from '../../../contract/engine-answers';
import { runCommand } from '../../commands/registry';
import { sentenceOf } from '../../i18n/i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FileNotes } from './FileNotes';
import { leaveImport, sentenceAbout, useImport } from './flow';
import { ReviewDialog } from './ReviewDialog';
import { saveImportReport } from './save-report';

/** What an import has to ask or to tell. */
export function ImportDialogs() {
  const stage = useImport((state) => state.stage);
  switch (stage.at) {
    case 'idle':
      return null;
    case 'review':
      // Another batch raises other questions.
      return <ReviewDialog key={stage.paths.join('\n')} {...stage} />;
    case 'report':
      return <ReportDialog report={stage.report} />;
  }
}

/** A file's own name: in a browser its folder is one that only Postil knows. */
const nameOf = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;

function ReportDialog({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation(['importing', 'common']);
  const undo = (): void => {
    leaveImport();
    runCommand('edit.undo');
  };
  return (
    <Dialog
      title={t('reportTitle')}
      onClose={leaveImport}
      actions={
        <>
          <Button onPress={() => void saveImportReport(report)}>{t('saveReport')}</Button>
          {report.change !== null && <Button onPress={undo}>{t('common:undo')}</Button>}
          <Button look="primary" onPress={leaveImport} autoFocus>
            {t('common:done')}
          </Button>
        </>
      }
    >
      <p>{sentenceAbout(report)}</p>
      <FileNotes
        title={t('skipped', { count: report.skippedDuplicates.length })}
        notes={report.skippedDuplicates.map(({ path, duplicateOf }) => ({
          name: nameOf(path),
          note: t('sameTextAs', { name: duplicateOf }),
        }))}
      />
      <FileNotes
        title={t('leftOut', { count: report.problemCount })}
        count={report.problemCount}
        notes={report.problems.map(({ path, problem }) => ({
          name: nameOf(path),
          note: sentenceOf(problem),
        }))}
      />
      <FileNotes
        title={t('changed', { count: report.warningCount })}
        count={report.warningCount}
        notes={report.warnings.map(({ path, problem }) => ({
          name: nameOf(path),
          note: sentenceOf(problem),
        }))}
      />
    </Dialog>
  );
}
