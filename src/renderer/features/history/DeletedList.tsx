import { ArchiveRestore } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Change } from '../../../contract/engine-answers';
import { restorable, type DeletedRecord, type Restorable } from '../../../contract/history';
import { invoke } from '../../bridge/bridge';
import { notifyUndoable } from '../../commands/notify-undoable';
import { formatMoment } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import { shortened } from '../../i18n/shortened';
import { useHiddenCoders } from '../../stores/coders';
import { report } from '../../stores/notices';
import { arrival } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { SelectField, Switch } from '../../ui/Choice';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { VirtualList, type ListHandle } from '../../ui/VirtualList';
import { useLazyRows, type FetchPart, type LazyRows, type Part } from './lazy-rows';
import { markedIndexes, marksAfter, mostAtOnce, noMarks, type Marks } from './marks';
import { useTelling } from './use-telling';
import { titleOf, wordsOf } from './words';

const idOf = (index: number): string => String(index);
const all = 'all';

/** What was deleted and is not back: found by its words, and restored, one by one or several in one change. */
export function DeletedList() {
  const { t } = useTelling();
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const [text, setText] = useState('');
  const [record, setRecord] = useState<Restorable | null>(null);
  const [withUndone, setWithUndone] = useState(false);
  const fetchPart = useFetching(useDeferredValue(text), record, withUndone);
  const rows = useLazyRows<DeletedRecord>(fetchPart);
  const { total, rowAt } = rows;
  const indexes = useMemo(() => Array.from({ length: total ?? 0 }, (_, index) => index), [total]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [marks, setMarks] = useState<Marks>(noMarks);
  const list = useRef<ListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const picked = chosen === null ? undefined : rowAt(chosen);
  const wanted = marks.size > 0 ? [...marks.values()] : picked ? [picked] : [];

  const mark = (ids: ReadonlySet<string>): void =>
    void marksAfter(marks, ids, indexes, rowAt, fetchPart).then(setMarks);
  const restoreWanted = async (): Promise<void> => {
    if (!(await restore(wanted))) return;
    setChosen(null);
    setMarks(noMarks);
    // The button has nothing to do any more: the keyboard goes on in what is left.
    if (wanted.length >= (total ?? 0)) field.current?.focus();
    else list.current?.focus();
  };
  return (
    <>
      <div className="history__filters">
        <FilterField label={t('findDeleted')} value={text} onChange={setText} inputRef={field} />
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
        {marks.size > 0 && (
          <Button look="plain" onPress={() => setMarks(noMarks)}>
            {t('chooseNone')}
          </Button>
        )}
        {total !== null && total > 1 && total <= mostAtOnce && marks.size < total && (
          <Button look="plain" onPress={() => mark(new Set(indexes.map(idOf)))}>
            {t('chooseAll', { count: total })}
          </Button>
        )}
        <Button
          look="primary"
          isDisabled={wanted.length === 0 || isReadOnly}
          onPress={() => void restoreWanted()}
        >
          <ArchiveRestore size={14} strokeWidth={1.75} aria-hidden />
          {marks.size > 0 ? t('restoreSeveral', { count: marks.size }) : t('restore')}
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
          marked={markedIndexes(marks, indexes, rowAt)}
          onMark={mark}
          handleRef={list}
          renderRow={(index) => <DeletedRow index={index} rows={rows} />}
        />
      )}
    </>
  );
}

/** Brings records back in one change. Answers whether that could be done. */
async function restore(wanted: readonly DeletedRecord[]): Promise<boolean> {
  const records = wanted.map(({ record, id }) => ({ record, id }));
  const done = await invoke('history.restore', { records });
  if (!done.ok) {
    report(done.problem);
    return false;
  }
  await arrival(done.value.change.number);
  const relations = relationsBeside(records, done.value.change);
  const sentence = [
    t('history:restored', { number: records.length }),
    ...(relations > 0 ? [t('history:restoredRelations', { count: relations })] : []),
  ].join(' ');
  notifyUndoable(sentence);
  return true;
}

/** How many relations came back because annotations did that they tie together. */
function relationsBeside(chosen: readonly Pick<DeletedRecord, 'record' | 'id'>[], { diff }: Change): number {
  const ids = new Set(chosen.flatMap(({ record, id }) => (record === 'annotation' ? [id] : [])));
  if (ids.size === 0) return 0;
  return diff.added.filter(
    (record) => record.record === 'annotation' && record.fragments.length === 0 && !ids.has(record.id),
  ).length;
}

/** What fetches a part of the list; another function where the list is another one. */
function useFetching(
  text: string,
  record: Restorable | null,
  withUndone: boolean,
): FetchPart<Part<DeletedRecord>> {
  // Another object after each change.
  const project = useWorkspace((state) => state.project, null);
  const hidden = useHiddenCoders();
  return useCallback(
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
