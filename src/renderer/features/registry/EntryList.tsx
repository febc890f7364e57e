import { ListFilter, Merge, Trash2 } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EntryId } from '../../../core/ids';
import { invoke } from '../../bridge/bridge';
import { formatNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useHiddenCoders } from '../../stores/coders';
import { useSettings } from '../../stores/settings';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover, type MenuSection } from '../../ui/Menu';
import { rememberedSection } from '../../ui/remembered-section';
import { VirtualList } from '../../ui/VirtualList';
import { useIsLacking } from '../../values/use-is-lacking';
import { removeEntries } from './changes';
import { EntryRow } from './EntryRow';
import { useRegistry } from './entry-rows';
import { entryRows } from './focus';
import {
  filtered,
  filters,
  listedByName,
  orders,
  sorted,
  type Counts,
  type Filter,
  type Order,
} from './listing';
import { MergeDialog } from './MergeDialog';
import { NewEntryButton } from './NewEntryButton';
import { chooseEntry, useShownEntry } from '../../stores/shown-entry';
import { useAnswer } from '../../stores/use-answer';

const noCounts: Counts = new Map();
const noMarks: ReadonlySet<string> = new Set();

/** How many mentions each entry has. */
function useCounts(): Counts {
  const hidden = useHiddenCoders();
  const ask = useCallback(() => invoke('registry.counts', { hidden: [...hidden] }), [hidden]);
  const counts = useAnswer(ask);
  return useMemo(() => (counts ? new Map(counts) : noCounts), [counts]);
}

/** Every entry of the registry. Several can be marked, to be merged or removed together. */
export function EntryList() {
  const { t } = useTranslation('registry');
  const language = useLanguage();
  const registry = useRegistry();
  const counts = useCounts();
  const shown = useShownEntry((state) => state.entry);
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(noMarks);
  const { order, filter, sections } = useListingMenu();
  const wanted = useDeferredValue(text);
  const inOrder = useMemo(() => sorted(listedByName(registry), order, counts), [registry, order, counts]);
  const isLacking = useIsLacking();
  const items = useMemo(
    () => filtered(inOrder, filter, wanted, counts, isLacking),
    [inOrder, filter, wanted, counts, isLacking],
  );
  const present = new Set([...marked].filter((id) => registry.has(id as EntryId)));

  return (
    <div className="pane__content">
      <header className="registry__bar">
        <h2 className="pane-title">{t('title')}</h2>
        <span className="registry__count figures">{formatNumber(registry.size, language)}</span>
        <NewEntryButton look="plain" />
      </header>
      <div className="registry__tools">
        <FilterField
          label={t('filter')}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') entryRows.current?.focus();
            if (event.key === 'Enter') chooseEntry(items[0]?.entry.id ?? null);
          }}
        />
        <MenuTrigger>
          <IconButton icon={ListFilter} label={t('arrange')} />
          <MenuPopover label={t('arrange')} sections={sections} />
        </MenuTrigger>
      </div>
      {present.size > 0 && (
        <MarkedBar marked={[...present] as EntryId[]} onDone={() => setMarked(noMarks)} shown={shown} />
      )}
      {items.length === 0 ? (
        <EmptyState title={t('noneFound')} />
      ) : (
        <VirtualList
          label={t('title')}
          items={items}
          idOf={({ entry }) => entry.id}
          rowHeight={48}
          chosen={shown}
          onChoose={({ entry }) => chooseEntry(entry.id)}
          onMove={({ entry }) => chooseEntry(entry.id)}
          onRemove={({ entry }) => void removeEntries([entry.id])}
          marked={present}
          onMark={setMarked}
          renderRow={({ entry }) => <EntryRow entry={entry} mentions={counts.get(entry.id) ?? 0} />}
          handleRef={entryRows}
        />
      )}
    </div>
  );
}

interface MarkedBarProps {
  readonly marked: readonly EntryId[];
  readonly shown: EntryId | null;
  readonly onDone: () => void;
}

/** What can be done with all marked entries. */
function MarkedBar({ marked, shown, onDone }: MarkedBarProps) {
  const { t } = useTranslation('registry');
  const registry = useRegistry();
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
  const [isAsking, setAsking] = useState(false);
  const [first] = marked;
  const into = shown !== null && marked.includes(shown) ? shown : first;
  const target = into === undefined ? undefined : registry.get(into);
  return (
    <div className="registry__marked" role="toolbar" aria-label={t('marked', { count: marked.length })}>
      <span className="registry__space">{t('marked', { count: marked.length })}</span>
      {target && marked.length > 1 && (
        <Button isDisabled={isReadOnly} onPress={() => setAsking(true)}>
          <Merge size={14} strokeWidth={1.75} aria-hidden />
          <span className="registry__merge-into">{t('mergeInto', { name: target.name })}</span>
        </Button>
      )}
      {target && isAsking && (
        <MergeDialog
          entries={marked}
          into={target}
          onClose={(isMerged) => {
            // While the dialog is there, it keeps the keyboard; the button that opened it goes with the marks.
            flushSync(() => {
              setAsking(false);
              if (isMerged) onDone();
            });
            if (isMerged) entryRows.current?.focus();
          }}
        />
      )}
      <IconButton
        icon={Trash2}
        label={t('removeMarked', { count: marked.length })}
        isDisabled={isReadOnly}
        onPress={() => {
          onDone();
          void removeEntries(marked);
        }}
      />
    </div>
  );
}

/** How the list is arranged, remembered over all projects, and the menu that changes it. */
function useListingMenu() {
  const { t } = useTranslation('registry');
  const layout = useSettings((settings) => settings.layout);
  const order: Order = orders.find((known) => known === layout['registry.order']) ?? 'name';
  const filter: Filter = filters.find((known) => known === layout['registry.filter']) ?? 'all';
  const sections: readonly MenuSection[] = [
    rememberedSection({
      key: 'registry.order',
      title: t('orderBy'),
      options: orders.map((id) => [id, t(`order.${id}`)]),
      chosen: order,
    }),
    rememberedSection({
      key: 'registry.filter',
      title: t('show'),
      options: filters.map((id) => [id, t(`filters.${id}`)]),
      chosen: filter,
    }),
  ];
  return { order, filter, sections };
}
