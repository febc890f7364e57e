import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ChangeDetail as Detail, HistoryRow } from '../../../contract/history';
import { invoke } from '../../bridge/bridge';
import { formatMoment } from '../../i18n/format';
import { useUnseenCoders } from '../../stores/coders';
import { report } from '../../stores/notices';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { useHistory } from './state';
import { Touch } from './Touches';
import { useTelling } from './use-telling';
import { tellCounts, titleOf } from './words';

/** How many records are shown at first, and how many more each time they are asked for. */
const partLength = 100;

interface ChangeDetailProps {
  readonly row: HistoryRow;
  /** From the last change there is nothing to go back over. */
  readonly isLatest: boolean;
}

/** A change with its records in words, and the way back to it. */
export function ChangeDetail({ row, isLatest }: ChangeDetailProps) {
  const telling = useTelling();
  const { t, language } = telling;
  const coder = useWorkspace((state) => state.coders.get(row.coder)?.name ?? '', '');
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const { detail, showMore } = useDetail(row.number);
  return (
    <section className="change-detail" aria-label={t('detail')}>
      <header className="change-detail__header">
        <h3 className="change-detail__title">{titleOf(row, telling)}</h3>
        <p className="change-detail__facts figures">
          {t('byAt', { number: row.number, coder, when: formatMoment(row.at, language) })}
          {!row.isInForce && ` · ${t('takenBack')}`}
        </p>
        <p className="change-detail__facts figures">{tellCounts(row.counts, telling)}</p>
        <Button
          isDisabled={isReadOnly || isLatest}
          onPress={() => useHistory.setState({ goingBackTo: row.number })}
        >
          <Undo2 size={14} strokeWidth={1.75} aria-hidden />
          {t('goBackHere')}
        </Button>
      </header>
      {/* A long list of facts has to be scrolled by keys too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <ul className="touches" tabIndex={0} aria-label={t('records')}>
        {detail?.touches.map((touch, index) => (
          <li key={`${touch.record} ${touch.id} ${String(index)}`} className="touch">
            <Touch touch={touch} labels={detail.labels} />
          </li>
        ))}
        {detail && detail.touches.length < detail.total && (
          <li className="touch">
            <Button look="plain" onPress={showMore}>
              {t('showMore', { count: detail.total - detail.touches.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The records of a change, as many as were asked for. */
function useDetail(change: HistoryRow['number']) {
  const [wanted, setWanted] = useState({ change, limit: partLength });
  const limit = wanted.change === change ? wanted.limit : partLength;
  const [fetched, setFetched] = useState<{ change: HistoryRow['number']; detail: Detail } | null>(null);
  const unseen = useUnseenCoders();
  useEffect(() => {
    let isOutdated = false;
    void invoke('history.change', { change, hidden: [...unseen], offset: 0, limit }).then((answer) => {
      if (isOutdated) return;
      if (answer.ok) setFetched({ change, detail: answer.value });
      else report(answer.problem);
    });
    return () => {
      isOutdated = true;
    };
  }, [change, limit, unseen]);
  return {
    detail: fetched?.change === change ? fetched.detail : null,
    showMore: () => setWanted({ change, limit: Math.min(1000, limit + partLength) }),
  };
}
