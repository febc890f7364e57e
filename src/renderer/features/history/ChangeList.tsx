import { History } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { HistoryPage, HistoryRow } from '../../../contract/history';
import { invoke } from '../../bridge/bridge';
import { useHiddenCoders, useIsBlind } from '../../stores/coders';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { VirtualList } from '../../ui/VirtualList';
import { ChangeDetail } from './ChangeDetail';
import { ChangeRow } from './ChangeRow';
import { HistoryFilters } from './HistoryFilters';
import { useLazyRows } from './lazy-rows';
import { useHistory } from './state';
import { useTelling } from './use-telling';

const idOf = (index: number): string => String(index);

/** The changes that a filter lets through, the newest first, beside the one that is chosen. */
export function ChangeList() {
  const { t } = useTelling();
  const rows = useRows();
  const { total, rowAt, last } = rows;
  const indexes = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const [chosen, setChosen] = useState<HistoryRow | null>(null);
  const chosenIndex = indexOf(chosen, rowAt, total ?? 0);
  // As the engine tells it now: it may have been taken back since it was chosen.
  const shown = (chosenIndex === null ? undefined : rowAt(chosenIndex)) ?? chosen;
  const choose = (index: number): void => setChosen(rowAt(index) ?? null);
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
            chosen={chosenIndex === null ? null : idOf(chosenIndex)}
            onChoose={choose}
            onMove={choose}
            renderRow={(index) => <ChangeRow index={index} rows={rows} />}
          />
        )}
        {shown && <ChangeDetail row={shown} isLatest={shown.number === last?.latest} />}
      </div>
    </>
  );
}

/** How far from where it was a chosen row is looked for after new changes came: as many as a day brings. */
const reach = 2000;

/** Where a row stands now; new changes move those before them down. Null while it is not among what was fetched. */
function indexOf(
  chosen: HistoryRow | null,
  rowAt: (index: number) => HistoryRow | undefined,
  total: number,
): number | null {
  if (!chosen) return null;
  for (let index = 0; index < Math.min(total, reach); index += 1)
    if (rowAt(index)?.number === chosen.number) return index;
  return null;
}

/** The changes as they are needed; coding blind, only one's own. */
function useRows() {
  const filter = useHistory((state) => state.filter);
  const isBlind = useIsBlind();
  const hidden = useHiddenCoders();
  // Another object after each change.
  const project = useWorkspace((state) => state.project, null);
  const me = project?.coder ?? null;
  const fetchPart = useCallback(
    async (offset: number, limit: number) => {
      if (!project) return null;
      const own = isBlind && hidden.size > 0 ? { ...filter, coder: me } : filter;
      const answer = await invoke('history.page', { filter: own, offset, limit });
      if (answer.ok) return answer.value;
      report(answer.problem);
      return null;
    },
    [project, me, filter, isBlind, hidden],
  );
  return useLazyRows<HistoryRow, HistoryPage>(fetchPart);
}
