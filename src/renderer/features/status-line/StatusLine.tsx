import { CloudCheck, Lock, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { cancelJob, useJobs, type Job } from '../../stores/jobs';
import { useWorkspace } from '../../stores/workspace/workspace';
import { IconButton } from '../../ui/IconButton';
import { Progress } from '../../ui/Progress';
import { CoderMark } from './CoderMark';
import { useCounts } from './counts';
import './StatusLine.css';

/** How much there is and how far it is, what is being done, and by whom. */
export function StatusLine() {
  const { t } = useTranslation(['project', 'common']);
  const jobs = useJobs((state) => state.running);
  return (
    <footer className="status-line figures" aria-label={t('statusLine')}>
      <Counts />
      <span className="status-line__space" />
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
      <SavedMark />
      <CoderMark />
    </footer>
  );
}

function Counts() {
  const { t } = useTranslation(['project', 'common']);
  const { documents, done, doubtful, inDocument, inProject } = useCounts();
  return (
    <>
      <span>
        {t('common:documents', { count: documents })}
        {documents > 0 && `, ${t('done', { count: done })}`}
        {doubtful > 0 && `, ${t('doubtful', { count: doubtful })}`}
      </span>
      <span>{inDocument === null ? null : <Kinds title={t('inDocument')} counts={inDocument} />}</span>
      <span className="status-line__project">
        <Kinds title={t('inProject')} counts={inProject} />
      </span>
    </>
  );
}

type Counted = ReturnType<typeof useCounts>['inProject'];

function Kinds({ title, counts }: { readonly title: string; readonly counts: Counted }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  return (
    <>
      {title}{' '}
      {counts.map(({ kind, count }, index) => (
        <span key={kind}>
          {index > 0 && ' · '}
          {t(`counted.${kind}`, { count, formatted: formatNumber(count, language) })}
        </span>
      ))}
    </>
  );
}

function SavedMark() {
  const { t } = useTranslation('project');
  const readOnly = useWorkspace((state) => state.project.readOnly, null);
  if (readOnly !== null)
    return (
      <span className="status-line__mark status-line__mark--locked" title={t(`readOnly.${readOnly}`)}>
        <Lock size={12} strokeWidth={2} aria-hidden />
        {t('readOnlyMark')}
      </span>
    );
  return (
    <span className="status-line__mark" title={t('savedHint')}>
      <CloudCheck size={14} strokeWidth={1.75} aria-hidden />
      {t('saved')}
    </span>
  );
}

function JobLine({ job: { id, kind, progress } }: { readonly job: Job }) {
  const { t } = useTranslation('project');
  const label = t(`jobs.${kind}`);
  const { done, total } = progress ?? { done: 0, total: null };
  return (
    <span className="status-line__job">
      {label}
      <Progress label={label} fraction={total ? done / total : null} />
      <IconButton icon={X} label={t('cancelJob', { job: label })} onPress={() => void cancelJob(id)} />
    </span>
  );
}
