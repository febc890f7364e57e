import { create } from 'zustand';
import type { ImportReport, Inspection } from '../../../contract/engine-answers';
import { plainImport, questionOf, type ImportPlan } from '../../../contract/engine-calls';
import { invoke } from '../../bridge/bridge';
import { notifyUndoable } from '../../commands/notify-undoable';
import { currentLanguage, t } from '../../i18n/i18n';
import { cancelJob, runJob } from '../../stores/jobs';
import { notify, report } from '../../stores/notices';
import { arrival, openDocument } from '../../stores/workspace/session';
import { workspace } from '../../stores/workspace/workspace';
import { needsReview } from './review';

/** How far an import is. `review` waits for a person's decisions, `report` for being read. */
type Stage =
  | { readonly at: 'idle' }
  | ({ readonly at: 'review'; readonly paths: readonly string[] } & Inspection)
  | { readonly at: 'report'; readonly report: ImportReport };

export const useImport = create<{ readonly stage: Stage }>(() => ({ stage: { at: 'idle' } }));

const go = (stage: Stage): void => useImport.setState({ stage });

/** Leaves the import, or puts its report away. */
export function leaveImport(): void {
  stopLooking();
  go({ at: 'idle' });
}

/** What waits for a person's decisions. */
function pathsInReview(): readonly string[] {
  const { stage } = useImport.getState();
  return stage.at === 'review' ? stage.paths : [];
}

/** How everything is imported that raises no question. */
export const plainPlan = (paths: readonly string[]): ImportPlan => ({
  ...plainImport(paths),
  listsAll: true,
  language: currentLanguage(),
});

/**
 * Looks at files and folders, and imports them: at once where nothing has to be decided, else after a review. What
 * comes while another batch is reviewed is reviewed with it.
 */
export async function startImport(given: readonly string[]): Promise<void> {
  if (given.length === 0) return;
  if (workspace()?.project.readOnly !== null) {
    notify(t('importing:readOnly'));
    return;
  }
  const paths = [...new Set([...pathsInReview(), ...given])];
  const inspection = await runJob('inspect', (job) =>
    invoke('import.inspect', { job, about: questionOf(plainPlan(paths)) }),
  );
  if (!inspection.ok) {
    tellUnlessCancelled(inspection.problem);
    return;
  }
  const { files } = inspection.value;
  if (files.length === 0) {
    notify(t('importing:nothingFound'));
    return;
  }
  if (needsReview(files) || useImport.getState().stage.at === 'review') {
    go({ at: 'review', paths, ...inspection.value });
    return;
  }
  await runImport(plainPlan(paths));
}

/** The look that counts, of those that were begun since the review is open. */
let looking: string | null = null;

function stopLooking(): void {
  if (looking !== null) void cancelJob(looking);
  looking = null;
}

/** Looks at the files once more, as another format or with other options; the last look counts. */
export async function lookAgain(plan: ImportPlan): Promise<void> {
  stopLooking();
  let look = '';
  const inspection = await runJob('inspect', (job) => {
    looking = look = job;
    return invoke('import.inspect', { job, about: questionOf(plan) });
  });
  if (look !== looking || useImport.getState().stage.at !== 'review') return;
  looking = null;
  if (inspection.ok) go({ at: 'review', paths: plan.paths, ...inspection.value });
  else tellUnlessCancelled(inspection.problem);
}

/** Imports as it was decided, and tells what came of it. */
export async function runImport(plan: ImportPlan): Promise<void> {
  leaveImport();
  const isFirst = workspace()?.documents.size === 0;
  const result = await runJob('import', (job) => invoke('import.run', { job, plan }));
  if (!result.ok) {
    tellUnlessCancelled(result.problem);
    return;
  }
  if (result.value.change !== null) await arrival(result.value.change);
  tell(result.value);
  const first = workspace()?.documents.keys().next().value;
  if (isFirst && first && !workspace()?.open) await openDocument(first);
}

/** Tells what went wrong, unless that was what the person wanted. */
export function tellUnlessCancelled(problem: Parameters<typeof report>[0]): void {
  if (problem.code === 'job-cancelled') notify(t('importing:cancelled'));
  else report(problem);
}

function tell(done: ImportReport): void {
  if (done.problems.length + done.warnings.length + done.skippedDuplicates.length > 0) {
    go({ at: 'report', report: done });
    return;
  }
  const sentence = sentenceAbout(done);
  if (done.change === null) notify(sentence);
  else notifyUndoable(sentence);
}

/** What an import brought, in a sentence. */
export const sentenceAbout = ({ added }: ImportReport): string =>
  added.annotation > 0
    ? t('importing:importedWithAnnotations', {
        documents: t('common:documents', { count: added.document }),
        annotations: t('common:annotations', { count: added.annotation }),
      })
    : t('importing:imported', { count: added.document });
