import { FileText, FolderInput, ListFilter } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { DocumentId } from '../../../core/ids';
import { runCommand } from '../../commands/registry';
import { useLanguage } from '../../i18n/use-language';
import { remember, useSettings } from '../../stores/settings';
import { openDocument } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover, type MenuSection } from '../../ui/Menu';
import { VirtualList } from '../../ui/VirtualList';
import { DocumentMenu } from './DocumentMenu';
import { DocumentRow } from './DocumentRow';
import { filters, listed, orders, type Order, type StatusFilter } from './listing';
import { documentFilter, documentRows } from './focus';
import './DocumentList.css';

const none: ReadonlyMap<DocumentId, DocumentSummary> = new Map();
const idOf = ({ document }: DocumentSummary): string => document.id;

/** The documents of the project: which there are, how far each is, and the way to each. */
export function DocumentList() {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const documents = useWorkspace((state) => state.documents, none);
  const open = useWorkspace((state) => state.open?.id ?? null, null);
  const [text, setText] = useState('');
  const { order, show, sections } = useListingMenu();
  const wanted = useDeferredValue(text);
  const shown = useMemo(
    () => listed(documents.values(), { text: wanted, show, order }, language),
    [documents, wanted, show, order, language],
  );
  const [menu, setMenu] = useState<{ summary: DocumentSummary; x: number; y: number } | null>(null);
  const chooseFirst = (event: React.KeyboardEvent): void => {
    const first = shown[0];
    if (event.key === 'Enter' && first) void openDocument(first.document.id);
    if (event.key === 'ArrowDown') documentRows.current?.focus();
  };

  if (documents.size === 0) return <NoDocuments />;
  return (
    <>
      <div className="documents__tools">
        <FilterField
          label={t('filter')}
          value={text}
          onChange={setText}
          onKeyDown={chooseFirst}
          inputRef={documentFilter}
        />
        <MenuTrigger>
          <IconButton icon={ListFilter} label={t('arrange')} />
          <MenuPopover label={t('arrange')} sections={sections} />
        </MenuTrigger>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('noneFound')}>
          <Button onPress={() => clear(setText)}>{t('showAll')}</Button>
        </EmptyState>
      ) : (
        <VirtualList
          label={t('title')}
          items={shown}
          idOf={idOf}
          rowHeight={48}
          chosen={open}
          onChoose={({ document }) => void openDocument(document.id)}
          onMenu={(summary, place) => setMenu({ summary, ...place })}
          renderRow={(summary) => <DocumentRow summary={summary} />}
          handleRef={documentRows}
        />
      )}
      {menu && <DocumentMenu summary={menu.summary} place={menu} onClose={() => setMenu(null)} />}
    </>
  );
}

function clear(setText: (text: string) => void): void {
  setText('');
  void remember('documents.show', 'all');
}

function NoDocuments() {
  const { t } = useTranslation('documents');
  return (
    <EmptyState icon={FileText} title={t('none')}>
      <p>{t('noneHint')}</p>
      <Button onPress={() => runCommand('import.folder')}>
        <FolderInput size={16} strokeWidth={1.75} aria-hidden />
        {t('import')}
      </Button>
    </EmptyState>
  );
}

/** How the list is arranged, remembered over all projects, and the menu that changes it. */
function useListingMenu() {
  const { t } = useTranslation('documents');
  const layout = useSettings((settings) => settings.layout);
  const order: Order = orders.find((known) => known === layout['documents.order']) ?? 'queue';
  const show: StatusFilter = filters.find((known) => known === layout['documents.show']) ?? 'all';
  const sections: readonly MenuSection[] = [
    {
      id: 'order',
      title: t('orderBy'),
      lines: orders.map((id) => ({
        id,
        label: t(`order.${id}`),
        isChosen: id === order,
        run: () => remember('documents.order', id),
      })),
    },
    {
      id: 'show',
      title: t('show'),
      lines: filters.map((id) => ({
        id: `show ${id}`,
        label: t(`filters.${id}`),
        isChosen: id === show,
        run: () => remember('documents.show', id),
      })),
    },
  ];
  return { order, show, sections };
}
