import type { ImportReport } from '../../../contract/engine-answers';
import { invoke } from '../../bridge/bridge';
import { sentenceOf, t } from '../../i18n/i18n';
import { askForTarget } from '../../stores/files';
import { handOver } from '../../stores/hand-over';
import { isBrowser } from '../../stores/host';
import { notify, report as tell } from '../../stores/notices';
import { workspace } from '../../stores/workspace/workspace';
import { sentenceAbout } from './flow';
import type { Review } from './review';

type Told = ImportReport['problems'];
type ExchangeFile = Review['exchange'][number];

const linesOf = (title: string, told: Told, count: number): readonly string[] =>
  count === 0
    ? []
    : [
        '',
        title,
        ...told.map(({ path, problem }) => `- ${path}: ${sentenceOf(problem)}`),
        ...(count > told.length ? [t('importing:andMore', { count: count - told.length })] : []),
      ];

/** All that an import told, as plain text. */
const asText = (report: ImportReport): string => {
  const { skippedDuplicates, problems, problemCount, warnings, warningCount } = report;
  const skipped = skippedDuplicates.map(
    ({ path, duplicateOf }) => `- ${path}: ${t('importing:sameTextAs', { name: duplicateOf })}`,
  );
  const lines = [
    sentenceAbout(report),
    ...(skipped.length > 0 ? ['', t('importing:skipped', { count: skipped.length }), ...skipped] : []),
    ...linesOf(t('importing:leftOut', { count: problemCount }), problems, problemCount),
    ...linesOf(t('importing:warnings', { count: warningCount }), warnings, warningCount),
  ];
  return `${lines.join('\n')}\n`;
};

/** Writes what an import told where it is wanted. */
export const saveImportReport = (report: ImportReport): Promise<void> => save(asText(report));

/** Writes everything that a look at files of another tool has to say of them, where it is wanted. */
export function saveRemarks({ title, path, problems, problemCount }: ExchangeFile): Promise<void> {
  const told = problems.map((problem) => ({ path, problem }));
  const lines = linesOf(t('importing:warnings', { count: problemCount }), told, problemCount);
  return save(`${[`${title}: ${path}`, ...lines].join('\n')}\n`);
}

async function save(text: string): Promise<void> {
  const out = await askForTarget(`${workspace()?.project.name ?? 'project'}-import-report.txt`);
  if (out === null) return;
  const saved = await invoke('export.saveReport', { text, out });
  if (!saved.ok) tell(saved.problem);
  else if (isBrowser()) void handOver(out);
  else notify(t('importing:reportSaved'), { label: t('exporting:reveal'), run: () => void handOver(out) });
}
