import { ArchiveRestore } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { restorable, type DeletedRecord, type Restorable } from '../../../contract/history';
import { invoke } from '../../bridge/bridge';
import { runCommand } from '../../commands/registry';
import { formatMoment } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { useHiddenCoders } from '../../stores/coders';
import { notify, report } from '../../stores/notices';
import { arrival } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { SelectField, Switch } from '../../ui/Choice';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { VirtualList } from '../../ui/VirtualList';
import { useLazyRows, type LazyRows } from './lazy-rows';
import { useTelling } from './use-telling';
import { titleOf, wordsOf } from './words';

const idOf = (index: number): string => String(index);
const all = 'all';

/** What was deleted and is not back: found by its words, and restored. */
export function DeletedList() {
  const { t } = useTelling();
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const [text, setText] = useState('');
  const [record, setRecord] = useState<Restorable | null>(null);
  const [withUndone, setWithUndone] = useState(false);
  const rows = useDeleted(useDeferredValue(text), record, withUndone);
  const { total, rowAt } = rows;
  const indexes = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const [chosen, setChosen] = useState<number | null>(null);
  const picked = chosen === null ? undefined : rowAt(chosen);
  return (
    <>
      <div className="history__filters">
        <FilterField label={t('findDeleted')} value={text} onChange={setText} />
        <SelectField
          label={t('what')}
          value={record ?? all}
          options={[
            { value: all, label: t('allDeleted') },
            ...restorable.map((name) => ({ value: name, label: t(`deletedKinds.${name}`) })),
          ]}
          onChange={(name) => setRecord(restorable.find((known) => known === name) ?? null)}
        />
        <Switch label={t('withUndone')} isOn={withUndone} onChange={setWithUndone} />
        <span className="history__space" />
        <Button
          look="primary"
          isDisabled={!picked || isReadOnly}
          onPress={() => picked && void restore(picked).then(() => setChosen(null))}
        >
          <ArchiveRestore size={14} strokeWidth={1.75} aria-hidden />
          {t('restore')}
        </Button>
      </div>
      {total === 0 ? (
        <EmptyState icon={ArchiveRestore} title={t('noneDeleted')} />
      ) : (
        <VirtualList
          label={t('deleted')}
          items={indexes}
          idOf={idOf}
          rowHeight={44}
          chosen={chosen === null ? null : idOf(chosen)}
          onChoose={setChosen}
          onMove={setChosen}
          renderRow={(index) => <DeletedRow index={index} rows={rows} />}
        />
      )}
    </>
  );
}

async function restore({ record, id }: DeletedRecord): Promise<void> {
  const done = await invoke('history.restore', { records: [{ record, id }] });
  if (!done.ok) {
    report(done.problem);
    return;
  }
  await arrival(done.value.change.number);
  notify(t('history:restored'), { label: t('common:undo'), run: () => runCommand('edit.undo') });
}

function useDeleted(text: string, record: Restorable | null, withUndone: boolean): LazyRows<DeletedRecord> {
  // Another object after each change.
  const project = useWorkspace((state) => state.project, null);
  const hidden = useHiddenCoders();
  const fetchPart = useCallback(
    async (offset: number, limit: number) => {
      if (!project) return null;
      const answer = await invoke('history.deleted', {
        ...{ text, record, withUndone, offset, limit },
        hidden: [...hidden],
      });
      if (answer.ok) return answer.value;
      report(answer.problem);
      return null;
    },
    [project, text, record, withUndone, hidden],
  );
  return useLazyRows<DeletedRecord>(fetchPart);
}

/** A deleted record: what it is called, what it was, and who deleted it when. */
function DeletedRow({ index, rows }: { readonly index: number; readonly rows: LazyRows<DeletedRecord> }) {
  const telling = useTelling();
  const { t, language } = telling;
  const { rowAt, want } = rows;
  const row = rowAt(index);
  const coder = useWorkspace((state) => (row && state.coders.get(row.change.coder)?.name) ?? '', '');
  const isMissing = row === undefined;
  useEffect(() => {
    if (isMissing) want(index);
  }, [isMissing, index, want]);
  if (!row) return <div className="change-row change-row--coming">{t('coming')}</div>;
  const what = [wordsOf(row.type, language), wordsOf(row.document, language)].filter(Boolean).join(' · ');
  return (
    <div className="change-row change-row--deleted">
      <span className="change-row__what">
        <span className="change-row__title">{t(`common:records.${row.record}`)}</span>
        <span className="change-row__label">{shortened(wordsOf(row.label, language))}</span>
        <span>{what}</span>
      </span>
      <span className="change-row__facts figures">
        {titleOf(row.change, telling)} · {coder} · {formatMoment(row.change.at, language)}
      </span>
    </div>
  );
}
