import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainDocumentOptions, type DocumentOptions } from '../../../contract/document-files';
import type { Inspection } from '../../../contract/engine-answers';
import type { ImportPlan } from '../../../contract/engine-calls';
import { formatBytes } from '../../i18n/format';
import { sentenceOf } from '../../i18n/i18n';
import { useLanguage } from '../../i18n/use-language';
import { useJobs } from '../../stores/jobs';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { ConflictChoice } from './ConflictChoice';
import { DocumentChoice } from './DocumentChoice';
import { EncodingChoice } from './EncodingChoice';
import { ExchangeChoice } from './ExchangeChoice';
import { FileNotes } from './FileNotes';
import { leaveImport, lookAgain, plainPlan, runImport } from './flow';
import { countFiles, countToImport, isDecided, reviewOf, splitBySize } from './review';
import { SplitChoice } from './SplitChoice';
import { TableChoice } from './TableChoice';
import { LeaveDialog } from './LeaveDialog';
import { afterLook, guessedTables, mappingOf, withMapping } from './tables';
import './ReviewDialog.css';

interface ReviewDialogProps extends Inspection {
  readonly paths: readonly string[];
}

/** What was found, and what has to be decided before it is imported: each question once for the whole batch. */
export function ReviewDialog({ paths, files, isNewProject }: ReviewDialogProps) {
  const { t } = useTranslation(['importing', 'common']);
  const language = useLanguage();
  const review = useMemo(() => reviewOf(files), [files]);
  const [plan, setPlan] = useState<ImportPlan>(() => ({
    ...plainPlan(paths),
    encoding: review.encodings[0] ?? null,
    documents: { ...plainDocumentOptions, tables: guessedTables(review.tableGroups) },
    split: review.tooLong.length > 0 ? splitBySize : null,
  }));
  const [isTouched, setTouched] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isLooking = useJobs(({ running }) => running.some(({ kind }) => kind === 'inspect'));
  const [groups, setGroups] = useState(review.tableGroups);
  if (groups !== review.tableGroups) {
    setGroups(review.tableGroups);
    const tables = afterLook(plan.documents.tables, groups, review.tableGroups);
    setPlan({ ...plan, documents: { ...plan.documents, tables } });
  }
  const change = (part: Partial<ImportPlan>): void => {
    setTouched(true);
    setPlan((before) => ({ ...before, ...part }));
  };
  const changeDocuments = (part: Partial<DocumentOptions>): void =>
    change({ documents: { ...plan.documents, ...part } });
  const reread = (part: Partial<ImportPlan>): void => {
    change(part);
    void lookAgain({ ...plan, ...part });
  };
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = countToImport(review, plan);
  return (
    <Dialog
      title={t('reviewTitle')}
      width="wide"
      onClose={isTouched ? () => setAsking(true) : leaveImport}
      actions={
        <>
          <Button onPress={leaveImport}>{t('common:cancel')}</Button>
          <Button
            look="primary"
            isDisabled={isLooking || !isDecided(review, plan)}
            onPress={() => void runImport(plan)}
          >
            {t('import', { count })}
          </Button>
        </>
      }
    >
      <p className="remark">{t('found', { count: countFiles(files), size: formatBytes(bytes, language) })}</p>
      <ExchangeChoice
        claims={review.exchange}
        isNewProject={isNewProject}
        plan={plan}
        onChange={change}
        onReread={reread}
      />
      {review.uncertain.length > 0 && (
        <EncodingChoice
          files={review.uncertain}
          encodings={review.encodings}
          chosen={plan.encoding}
          onChange={(encoding) => (review.tables.length > 0 ? reread({ encoding }) : change({ encoding }))}
        />
      )}
      <DocumentChoice
        pages={review.pages}
        pdfs={review.pdfs}
        options={plan.documents}
        onChange={changeDocuments}
      />
      {review.tableGroups.map((group) => (
        <TableChoice
          key={group.columns.join('\n')}
          group={group}
          mapping={mappingOf(plan.documents.tables, group)}
          onChange={(mapping) =>
            changeDocuments({ tables: withMapping(plan.documents.tables, group, mapping) })
          }
          separator={group.isSeparated ? plan.documents.separator : null}
          onSeparator={(separator) => reread({ documents: { ...plan.documents, separator } })}
        />
      ))}
      {review.duplicates.length > 0 && (
        <div className="review__part">
          <FileNotes
            title={t('duplicates', { count: review.duplicates.length })}
            notes={review.duplicates.map(({ name, duplicateOf }) => ({
              name,
              note: t('sameTextAs', { name: duplicateOf ?? '' }),
            }))}
          />
          <Checkbox
            label={t('importDuplicates')}
            isOn={plan.duplicates}
            onChange={(duplicates) => change({ duplicates })}
          />
        </div>
      )}
      {review.tooLong.length > 0 && (
        <SplitChoice files={review.tooLong} split={plan.split} onChange={(split) => change({ split })} />
      )}
      {review.conflicting.length > 0 && (
        <ConflictChoice
          files={review.conflicting}
          chosen={plan.conflicts}
          onChange={(conflicts) => change({ conflicts })}
        />
      )}
      <FileNotes
        title={t('changed', { count: review.changed.length })}
        notes={review.changed.flatMap(({ name, warnings }) =>
          warnings.map((warning) => ({ name, note: sentenceOf(warning) })),
        )}
      />
      <FileNotes
        title={t('faulty', { count: review.faulty.reduce((sum, { problemCount }) => sum + problemCount, 0) })}
        count={review.faulty.reduce((sum, { problemCount }) => sum + problemCount, 0)}
        notes={review.faulty.flatMap(({ name, problems }) =>
          problems.map((problem) => ({ name, note: sentenceOf(problem) })),
        )}
      />
      <FileNotes
        title={t('refused', { count: review.refused.length })}
        notes={review.refused.map(({ name, problem }) => ({ name, note: sentenceOf(problem) }))}
      />
      {isAsking && <LeaveDialog onStay={() => setAsking(false)} />}
    </Dialog>
  );
}
