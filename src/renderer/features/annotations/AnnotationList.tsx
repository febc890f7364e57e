import { Highlighter, ListFilter } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CoderId, TypeId } from '../../../core/ids';
import type { AnnotationRecord } from '../../../core/model/annotation';
import { kinds, type Kind, type TypeRecord } from '../../../core/model/codebook';
import { statuses, type CoderRecord, type Status } from '../../../core/model/document';
import { formatNumber, nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useShownAnnotations } from '../../stores/coders';
import { considerAny, filling } from '../../stores/filling/filling';
import {
  focusText,
  hoverAnnotation,
  requestReveal,
  selectAnnotation,
  useInterface,
} from '../../stores/interface';
import { remember, useSettings } from '../../stores/settings';
import { quoteIn } from '../../stores/workspace/quotes';
import { unfinishedIn } from '../../stores/workspace/unfinished';
import { useWorkspace, workspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover, type MenuSection } from '../../ui/Menu';
import { rememberedSection } from '../../ui/remembered-section';
import { VirtualList } from '../../ui/VirtualList';
import { AnnotationRow } from './AnnotationRow';
import { annotationRows } from './focus';
import { listed, orders, type Order } from './listing';
import './AnnotationList.css';

const noTypes: ReadonlyMap<TypeId, TypeRecord> = new Map();
const noCoders: ReadonlyMap<CoderId, CoderRecord> = new Map();
const idOf = ({ id }: AnnotationRecord): string => id;

/** Shows an annotation in the text as well. */
function choose({ id, document }: AnnotationRecord): void {
  // While a role is filled, the list points out what fills it.
  if (filling()) {
    considerAny([id]);
    return;
  }
  selectAnnotation(id);
  requestReveal({ document, target: id });
}

/** Every annotation of the open document. What is chosen here is chosen in the text, and the other way round. */
export function AnnotationList() {
  const { inOrder } = useShownAnnotations();
  // Painting the text comes first: the list may follow a frame later.
  return <Listing inOrder={useDeferredValue(inOrder)} />;
}

const Listing = memo(function Listing({ inOrder }: { readonly inOrder: readonly AnnotationRecord[] }) {
  const { t } = useTranslation('annotations');
  const isOpen = useWorkspace((state) => state.open !== null, false);
  const selected = useInterface((state) => state.selected);
  const language = useLanguage();
  const [text, setText] = useState('');
  const { order, kind, status, isUnfinished, sections } = useListingMenu();
  const shown = useShown(inOrder, useDeferredValue(text), kind, status, order, isUnfinished);

  if (!isOpen) return <EmptyState title={t('noDocument')} />;
  if (inOrder.length === 0)
    return (
      <EmptyState icon={Highlighter} title={t('none')}>
        <p>{t('noneHint')}</p>
      </EmptyState>
    );
  return (
    <>
      <div className="annotations__tools">
        <h2 className="pane-title">{t('title')}</h2>
        <span className="annotations__count figures">
          {formatNumber(inOrder.length, language)}
          <Progress annotations={inOrder} />
        </span>
        <FilterField label={t('filter')} value={text} onChange={setText} onLeave={focusText} />
        <MenuTrigger>
          <IconButton icon={ListFilter} label={t('arrange')} />
          <MenuPopover label={t('arrange')} sections={sections} />
        </MenuTrigger>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('noneFound')} />
      ) : (
        <VirtualList
          label={t('title')}
          items={shown}
          idOf={idOf}
          rowHeight={48}
          chosen={selected}
          onChoose={choose}
          onMove={choose}
          onHover={(annotation) => hoverAnnotation(annotation?.id ?? null)}
          renderRow={(annotation) => <AnnotationRow annotation={annotation} />}
          handleRef={annotationRows}
        />
      )}
    </>
  );
});

function useShown(
  annotations: readonly AnnotationRecord[],
  text: string,
  kind: Kind | null,
  status: Status | null,
  order: Order,
  isUnfinished: boolean,
) {
  const language = useLanguage();
  const types = useWorkspace((state) => state.types, noTypes);
  const coders = useWorkspace((state) => state.coders, noCoders);
  const links = useDeferredValue(useWorkspace((state) => state.open?.links ?? null, null));
  return useMemo(
    () =>
      listed(annotations, types, {
        text,
        kind,
        status,
        order,
        quoteOf: (annotation) => {
          const project = workspace();
          return project ? quoteIn(project, annotation) : '';
        },
        isLeftOut: isUnfinished
          ? (annotation) => {
              const project = workspace();
              return !project || unfinishedIn(project, annotation).length === 0;
            }
          : null,
        nameOfType: (type) => nameIn(type.names, language),
        nameOfCoder: (coder) => coders.get(coder)?.name ?? '',
        language,
      }),
    // Links are read through the workspace: another map of them is another list.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [annotations, links, types, coders, text, kind, status, order, isUnfinished, language],
  );
}

/** How many annotations are done, and how many doubtful, where any are. */
function Progress({ annotations }: { readonly annotations: readonly AnnotationRecord[] }) {
  const { t } = useTranslation('annotations');
  const [done, doubtful] = useMemo(
    () =>
      (['done', 'doubtful'] as const).map(
        (wanted) => annotations.filter(({ status }) => status === wanted).length,
      ),
    [annotations],
  );
  const parts = [done ? t('done', { count: done }) : '', doubtful ? t('doubtful', { count: doubtful }) : ''];
  return parts.filter(Boolean).map((part) => ` · ${part}`);
}

/** How the list is arranged, remembered over all projects, and the menu that changes it. */
function useListingMenu() {
  const { t } = useTranslation(['annotations', 'common']);
  const layout = useSettings((settings) => settings.layout);
  const order: Order = orders.find((known) => known === layout['annotations.order']) ?? 'text';
  const kind: Kind | null = kinds.find((known) => known === layout['annotations.kind']) ?? null;
  const status: Status | null = statuses.find((known) => known === layout['annotations.status']) ?? null;
  const isUnfinished = layout['annotations.unfinished'] === true;
  const sections: readonly MenuSection[] = [
    rememberedSection({
      key: 'annotations.order',
      title: t('orderBy'),
      options: orders.map((id) => [id, t(`order.${id}`)]),
      chosen: order,
    }),
    rememberedSection({
      key: 'annotations.status',
      title: t('common:statusTitle'),
      options: [[null, t('anyStatus')], ...statuses.map((id) => [id, t(`common:status.${id}`)] as const)],
      chosen: status,
    }),
    rememberedSection({
      key: 'annotations.kind',
      title: t('show'),
      options: [[null, t('allKinds')], ...kinds.map((id) => [id, t(`common:kinds.${id}`)] as const)],
      chosen: kind,
    }),
    {
      id: 'unfinished',
      choice: 'each',
      lines: [
        {
          id: 'unfinished',
          label: t('onlyUnfinished'),
          isChosen: isUnfinished,
          run: () => remember('annotations.unfinished', !isUnfinished),
        },
      ],
    },
  ];
  return { order, kind, status, isUnfinished, sections };
}
