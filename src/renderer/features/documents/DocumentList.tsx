import { FileText, FolderInput, ListFilter } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/engine-answers';
import type { DocumentId } from '../../../core/ids';
import type { Status } from '../../../core/model/document';
import { runCommand } from '../../commands/registry';
import { focusText } from '../../stores/interface';
import { remember, useSettings } from '../../stores/settings';
import { openDocument, run } from '../../stores/workspace/session';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover, type MenuSection } from '../../ui/Menu';
import { rememberedSection } from '../../ui/remembered-section';
import { VirtualList } from '../../ui/VirtualList';
import { useIsLacking } from '../../values/use-is-lacking';
import { DocumentMenu } from './DocumentMenu';
import { DocumentRow } from './DocumentRow';
import { ChosenFacets, FacetButton } from './FacetFilter';
import { facetsOf, idOfFacet, type Facet } from './facets';
import { filters, listed, orders, type Order, type StatusFilter } from './listing';
import { documentFilter, documentRows } from './focus';
import { tellListed } from '../../stores/listed';
import { chosenIds, mark, useMarked } from '../../stores/marked';
import { useFacetWords } from './use-facet-words';
import './DocumentList.css';

type Documents = ReadonlyMap<DocumentId, DocumentSummary>;

const noFacets: readonly Facet[] = [];
const none: Documents = new Map();
const idOf = ({ document }: DocumentSummary): string => document.id;

/** The documents of the project: which there are, how far each is, and the way to each. */
export function DocumentList() {
  const documents = useWorkspace((state) => state.documents, none);
  // A tag changes what is counted here. Painting it comes first: the list may follow a frame later.
  return <Listing documents={useDeferredValue(documents)} />;
}

const Listing = memo(function Listing({ documents }: { readonly documents: Documents }) {
  const { t } = useTranslation('documents');
  const open = useWorkspace((state) => state.open?.id ?? null, null);
  const [text, setText] = useState('');
  const words = useFacetWords();
  const facets = useMemo(() => facetsOf(documents.values(), words), [documents, words]);
  const [wantedFacets, setFacets] = useState<readonly Facet[]>(noFacets);
  // A value that no document has any more picks out nothing.
  const chosen = wantedFacets.filter((one) => facets.some((known) => idOfFacet(known) === idOfFacet(one)));
  const { order, show, sections } = useListingMenu(facets);
  const wanted = useDeferredValue(text);
  const isLacking = useIsLacking();
  const shown = useMemo(
    () => listed(documents.values(), { text: wanted, show, order, facets: chosen, isLacking }, words),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `chosen` follows from these
    [documents, wanted, show, order, wantedFacets, facets, words, isLacking],
  );
  const marked = useMarked((state) => state.marked);
  useEffect(() => keepMarked(shown), [shown]);
  const isPart = shown.length < documents.size;
  useEffect(() => {
    tellListed(isPart ? shown.map(({ document }) => document.id) : null);
    return () => tellListed(null);
  }, [shown, isPart]);
  const isQueue = order === 'queue' && !isPart;
  const [menu, setMenu] = useState<{ summary: DocumentSummary; x: number; y: number } | null>(null);
  const isReadOnly = useWorkspace((state) => state.project.readOnly !== null, true);
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
          onLeave={focusText}
          inputRef={documentFilter}
        />
        <FacetButton facets={facets} chosen={chosen} onChange={setFacets} />
        <MenuTrigger>
          <IconButton icon={ListFilter} label={t('arrange')} />
          <MenuPopover label={t('arrange')} sections={sections} />
        </MenuTrigger>
      </div>
      <ChosenFacets chosen={chosen} onChange={setFacets} />
      {isPart && <Progress shown={shown} />}
      {shown.length === 0 ? (
        <EmptyState title={t('noneFound')}>
          <Button
            onPress={() => {
              clear(setText);
              setFacets(noFacets);
            }}
          >
            {t('showAll')}
          </Button>
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
          marked={marked}
          onMark={mark}
          {...(isQueue && !isReadOnly ? { onDrag: moveBefore } : {})}
          renderRow={(summary) => <DocumentRow summary={summary} />}
          handleRef={documentRows}
        />
      )}
      {menu && <DocumentMenu summary={menu.summary} place={menu} onClose={() => setMenu(null)} />}
    </>
  );
});

/** Moves a document that was dragged, with all that are marked where it is one of them. */
function moveBefore(dragged: DocumentSummary, before: DocumentSummary | null): void {
  const { id } = dragged.document;
  const documents = useMarked.getState().marked.has(id) ? chosenIds() : [id];
  void run({ name: 'document.reorder', documents, before: before?.document.id ?? null });
}

/** Takes the marks of documents that are not shown any more: nothing is done with what nobody sees. */
function keepMarked(shown: readonly DocumentSummary[]): void {
  const { marked } = useMarked.getState();
  if (marked.size === 0) return;
  const kept = shown.map(({ document }) => document.id).filter((id) => marked.has(id));
  if (kept.length < marked.size) mark(new Set(kept));
}

/** How far what is shown is, where that is not all. */
function Progress({ shown }: { readonly shown: readonly DocumentSummary[] }) {
  const { t } = useTranslation('documents');
  const count = (status: Status): number => shown.filter(({ document }) => document.status === status).length;
  return (
    <p className="documents__progress figures" role="status">
      {[
        t('progress', { count: shown.length }),
        t('done', { count: count('done') }),
        ...(count('doubtful') > 0 ? [t('doubtful', { count: count('doubtful') })] : []),
      ].join(' · ')}
    </p>
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
function useListingMenu(facets: readonly Facet[]) {
  const { t } = useTranslation('documents');
  const layout = useSettings((settings) => settings.layout);
  const keys = [...new Map(facets.map(({ key, title }) => [key, title]))];
  const remembered = layout['documents.order'];
  const order: Order =
    orders.find((known) => known === remembered) ?? keys.find(([key]) => key === remembered)?.[0] ?? 'queue';
  const show: StatusFilter = filters.find((known) => known === layout['documents.show']) ?? 'all';
  const sections: readonly MenuSection[] = [
    rememberedSection({
      key: 'documents.order',
      title: t('orderBy'),
      options: orders.map((id) => [id, t(`order.${id}`)]),
      chosen: order,
    }),
    rememberedSection({
      key: 'documents.order',
      title: t('orderByKey'),
      options: keys,
      chosen: order,
    }),
    rememberedSection({
      key: 'documents.show',
      title: t('show'),
      options: filters.map((id) => [id, t(`filters.${id}`)]),
      chosen: show,
    }),
  ];
  return { order, show, sections };
}
