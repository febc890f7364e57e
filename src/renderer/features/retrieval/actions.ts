import type { SegmentAction, SegmentRow, SegmentSelection } from '../../../contract/segments';
import type { TypeId } from '../../../core/ids';
import { invoke } from '../../bridge/bridge';
import { currentLanguage, t } from '../../i18n/i18n';
import { formatBytes } from '../../i18n/format';
import { hiddenCoders } from '../../stores/coders';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { focusText, requestReveal, selectAnnotation } from '../../stores/interface';
import { runJob } from '../../stores/jobs';
import { announce, notify, report } from '../../stores/notices';
import { arrival, openDocument } from '../../stores/workspace/session';
import { isWritable, workspace } from '../../stores/workspace/workspace';
import { afterFrames } from '../../ui/after-frames';
import { asCalled, countSelected, nothing } from './selection';
import { effectiveQuery, useTable } from './table';

/** Shows an annotation in its text, with the keyboard there. The key of this view leads back to its row. */
export function goToText(row: SegmentRow | undefined): void {
  if (!row) return;
  const { annotation } = row;
  void openDocument(annotation.document).then(() => {
    requestReveal({ document: annotation.document, target: annotation.id });
    selectAnnotation(annotation.id);
    // The text is drawn with the next frame, and takes the keyboard then.
    afterFrames(2, focusText);
  });
}

/** Does one thing with all selected rows; with the one at the keyboard, where none is selected. */
export async function change(action: SegmentAction, row?: SegmentRow): Promise<void> {
  if (!isWritable()) {
    notify(t('retrieval:readOnly'));
    return;
  }
  const { selection, count } = useTable.getState();
  const isEmpty = countSelected(selection, count?.total ?? 0) === 0;
  if (isEmpty && !row) return;
  const chosen: SegmentSelection =
    isEmpty && row
      ? { by: 'ids', annotations: [row.annotation.id] }
      : asCalled(selection, effectiveQuery().filter);
  const changed = await runJob('change', (job) =>
    invoke('segments.change', { job, selection: chosen, action }),
  );
  if (!changed.ok) {
    if (changed.problem.code === 'job-cancelled') notify(t('retrieval:changeCancelled'));
    else report(changed.problem);
    return;
  }
  if (changed.value) await arrival(changed.value.number);
  const gone = changed.value?.relationsGone ?? 0;
  // What is there no longer is selected no longer.
  if (action.name === 'delete' || gone > 0) useTable.setState({ selection: nothing });
  const sentence = [
    t('retrieval:changed', { count: changed.value?.annotations ?? 0 }),
    ...(gone > 0 && action.name === 'retype' ? [t(whyGone(action.type), { count: gone })] : []),
  ].join('. ');
  notify(sentence);
  announce(sentence);
}

/** Why relations go where annotations get a type: they come to say the same, or it is none for their ends. */
const whyGone = (type: TypeId): 'types:joined' | 'types:endsLost' =>
  workspace()?.types.get(type)?.kind === 'relation' ? 'types:joined' : 'types:endsLost';

export const deleteSelected = (row?: SegmentRow): Promise<void> => change({ name: 'delete' }, row);

/** Writes the rows of the table, as it is filtered and sorted, to a file. */
export async function exportRows(format: 'json' | 'csv'): Promise<void> {
  const name = workspace()?.project.name ?? 'project';
  const target = await invoke('files.target', {
    suggestedName: `${name} – ${t('retrieval:fileName')}.${format}`,
  });
  if (!target.ok) {
    report(target.problem);
    return;
  }
  const out = target.value;
  if (out === null) return;
  const done = await runJob('export', (job) =>
    invoke('segments.export', { job, query: effectiveQuery(), hidden: [...hiddenCoders()], format, out }),
  );
  if (!done.ok) {
    if (done.problem.code === 'job-cancelled') notify(t('exporting:cancelled'));
    else report(done.problem);
    return;
  }
  const { path, bytes, rows } = done.value;
  notify(t('retrieval:exported', { count: rows, size: formatBytes(bytes, currentLanguage()) }), {
    label: t(isBrowser() ? 'exporting:download' : 'exporting:reveal'),
    run: () => void handOver(path),
  });
}
