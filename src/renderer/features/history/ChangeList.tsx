import { History } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { HistoryPage, HistoryRow } from '../../../contract/history';
import { invoke } from '../../bridge/bridge';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { VirtualList } from '../../ui/VirtualList';
import { ChangeDetail } from './ChangeDetail';
import { ChangeRow } from './ChangeRow';
import { useChosenChange } from './chosen-change';
import { HistoryFilters } from './HistoryFilters';
import { useLazyRows } from './lazy-rows';
import { useShownFilter } from './shown-filter';
import { useTelling } from './use-telling';

const idOf = (index: number): string => String(index);

/** The changes that a filter lets through, the newest first, beside the one that is chosen. */
export function ChangeList() {
  const { t } = useTelling();
  const rows = useRows();
  const { total, last } = rows;
  const indexes = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const chosen = useChosenChange(rows);
  return (
    <>
      <HistoryFilters />
      <div className="history__body">
        {total === 0 ? (
          <EmptyState icon={History} title={t('none')} />
        ) : (
          <VirtualList
            label={t('changes')}
            items={indexes}
            idOf={idOf}
            rowHeight={44}
            chosen={chosen.index === null ? null : idOf(chosen.index)}
            onChoose={chosen.choose}
            onMove={chosen.choose}
            renderRow={(index) => <ChangeRow index={index} rows={rows} />}
          />
        )}
        {chosen.row && <ChangeDetail row={chosen.row} isLatest={chosen.row.number === last?.latest} />}
      </div>
    </>
  );
}

/** The changes as they are needed. */
function useRows() {
  const filter = useShownFilter();
  // Another object after each change.
  const project = useWorkspace((state) => state.project, null);
  const fetchPart = useCallback(
    async (offset: number, limit: number) => {
      if (!project) return null;
      const answer = await invoke('history.page', { filter, offset, limit });
      if (answer.ok) return answer.value;
      report(answer.problem);
      return null;
    },
    [project, filter],
  );
  return useLazyRows<HistoryRow, HistoryPage>(fetchPart);
}
