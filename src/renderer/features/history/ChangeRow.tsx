import { useEffect } from 'react';
import type { HistoryRow } from '../../../contract/history';
import type { CoderId } from '../../../core/ids';
import type { CoderRecord } from '../../../core/model/document';
import { formatDay, formatMoment, formatTime } from '../../i18n/format';
import { shortened } from '../../i18n/shortened';
import { useWorkspace } from '../../stores/workspace/workspace';
import type { LazyRows } from './lazy-rows';
import { useTelling } from './use-telling';
import { tellCounts, titleOf, wordsOf } from './words';

const noCoders: ReadonlyMap<CoderId, CoderRecord> = new Map();

interface ChangeRowProps {
  readonly index: number;
  readonly rows: LazyRows<HistoryRow>;
}

/** A change in the list: the day where one begins, the time, what was done and to what, by whom and how much. */
export function ChangeRow({ index, rows }: ChangeRowProps) {
  const telling = useTelling();
  const { t, language } = telling;
  const coders = useWorkspace((state) => state.coders, noCoders);
  const { rowAt, want } = rows;
  const row = rowAt(index);
  const isMissing = row === undefined;
  useEffect(() => {
    if (isMissing) want(index);
  }, [isMissing, index, want]);
  if (!row) return <div className="change-row change-row--coming">{t('coming')}</div>;

  const day = formatDay(row.at, language);
  const before = index === 0 ? undefined : rowAt(index - 1);
  const isFirstOfDay = !before || formatDay(before.at, language) !== day;
  const label = shortened(wordsOf(row.label, language));
  return (
    <div
      className={isFirstOfDay ? 'change-row change-row--first' : 'change-row'}
      data-past={!row.isInForce || undefined}
    >
      <span className="change-row__day figures">
        {isFirstOfDay ? day : <span className="only-spoken">{day}</span>}
      </span>
      <span className="change-row__time figures">{formatTime(row.at, language)}</span>
      <span className="change-row__what">
        <span className="change-row__title">{titleOf(row, telling)}</span>
        {row.backTo && (
          <span className="figures">
            {t('backTo', { number: row.backTo.number, when: formatMoment(row.backTo.at, language) })}
          </span>
        )}
        {label !== '' && <span className="change-row__label">{label}</span>}
      </span>
      <span className="change-row__facts">
        {!row.isInForce && <span className="change-row__past">{t('takenBack')}</span>}
        <span>{coders.get(row.coder)?.name ?? ''}</span>
        <span className="figures">{tellCounts(row.counts, telling)}</span>
      </span>
    </div>
  );
}
