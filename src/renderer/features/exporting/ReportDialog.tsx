import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { closeDialog } from '../../stores/interface';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { backToChoice, copyReport, saveReport, verdict, write, writtenInWords, type Looked } from './flow';
import { LossLines } from './LossLines';
import './ReportDialog.css';

/** What an export would lose, or has lost, to be read, kept, and looked into. */
export function ReportDialog({ looked }: { readonly looked: Looked }) {
  const { t } = useTranslation(['exporting', 'common']);
  const language = useLanguage();
  const { choice, format, report } = looked;
  const { path, losses, bytes } = report;
  const carried = writtenInWords(report);
  const close = (): void => {
    backToChoice();
    closeDialog();
  };
  return (
    <Dialog
      title={t(path === null ? 'reportTitle' : 'reportTitleAfter', { format: format.title })}
      width="wide"
      onClose={close}
      actions={
        <>
          <span className="loss-report__keep">
            <Button onPress={() => void saveReport('text', looked)}>{t('saveAsText')}</Button>
            <Button onPress={() => void saveReport('json', looked)}>{t('saveAsJson')}</Button>
            <Button onPress={() => copyReport(looked)}>{t('copy')}</Button>
          </span>
          <Button onPress={backToChoice}>{t(path === null ? 'back' : 'again')}</Button>
          {path === null ? (
            <Button key="write" look="primary" onPress={() => void write(choice, format)} autoFocus>
              {t('export')}
            </Button>
          ) : (
            <>
              <Button onPress={close}>{t('common:done')}</Button>
              <Button key="hand-over" look="primary" onPress={() => void handOver(path)} autoFocus>
                {t(isBrowser() ? 'download' : 'reveal')}
              </Button>
            </>
          )}
        </>
      }
    >
      {path !== null && (
        <p>
          {t('done', { size: formatBytes(bytes, language) })}
          {!isBrowser() && <span className="loss-report__path">{path}</span>}
        </p>
      )}
      {carried !== '' && (
        <p className="remark">{t(path === null ? 'carriedBefore' : 'carriedAfter', { what: carried })}</p>
      )}
      <p className="loss-report__verdict" data-is-lossy={losses.length > 0}>
        {losses.length > 0 ? (
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
        ) : (
          <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
        )}
        {verdict(report)}
      </p>
      {losses.length > 0 && <LossLines losses={losses} />}
    </Dialog>
  );
}
