import { plainExport } from '../../../contract/exchange';
import { invoke } from '../../bridge/bridge';
import { formatBytes } from '../../i18n/format';
import { currentLanguage, t } from '../../i18n/i18n';
import { askForTarget } from '../../stores/files';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { runJob } from '../../stores/jobs';
import { notify, report } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';

/** Asks where to, writes the project there as JSON, and tells where it is. */
export async function exportProject(withHistory: boolean): Promise<void> {
  const name = workspace()?.project.name ?? 'project';
  const out = await askForTarget(`${name}.json`);
  if (out === null) return;
  const done = await runJob('export', (job) =>
    invoke('export.run', { job, plan: { ...plainExport('json'), withHistory }, out }),
  );
  if (!done.ok) {
    if (done.problem.code === 'job-cancelled') notify(t('exporting:cancelled'));
    else report(done.problem);
    return;
  }
  notify(t('exporting:done', { size: formatBytes(done.value.bytes, currentLanguage()) }), {
    label: t(isBrowser() ? 'exporting:download' : 'exporting:reveal'),
    run: () => void handOver(out),
  });
}
