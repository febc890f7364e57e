import { Download, ListOrdered, Table2 } from 'lucide-react';
import { useEffect } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isEverySegment, segmentGroupings, segmentOrders } from '../../../core/segments/filter';
import { showDialog } from '../../stores/interface';
import { useHiddenCoders } from '../../stores/coders';
import { useWorkspace } from '../../stores/workspace/workspace';
import { EmptyState } from '../../ui/EmptyState';
import { IconButton } from '../../ui/IconButton';
import { MenuPopover, type MenuSection } from '../../ui/Menu';
import { exportRows } from './actions';
import { FilterBar } from './FilterBar';
import { SegmentGrid } from './SegmentGrid';
import { SelectionBar } from './SelectionBar';
import { ask, followProject, useTable } from './table';
import './RetrievalView.css';

/** Every annotation of the project in one table: filtered, sorted, grouped, and changed many at once. */
export function RetrievalView() {
  const { t } = useTranslation(['retrieval', 'common']);
  const count = useTable((state) => state.count);
  const filter = useTable((state) => state.query.filter);
  const hasAny = useWorkspace((state) => state.project.counts.annotation > 0, false);
  const hidden = useHiddenCoders();
  const pages = useTable((state) => state.pages);
  // Again, too, where other coders' annotations are hidden.
  useEffect(followProject, [hidden]);
  if (!hasAny)
    return (
      <EmptyState icon={Table2} title={t('empty')}>
        <p>{t('emptyHint')}</p>
      </EmptyState>
    );
  // Until all are counted, there are at least as many as were fetched.
  const fetched = [...pages.values()].reduce((sum, rows) => sum + rows.length, 0);
  const shown = count ?? { total: fetched, groups: [] };
  return (
    <div className="segments">
      <div className="bar segments__bar">
        <h2 className="pane-title">{t('title')}</h2>
        <span className="segments__count figures" role="status">
          {count ? t('common:annotations', { count: count.total }) : t('counting')}
        </span>
        <ArrangeMenu />
        <ExportMenu />
      </div>
      <FilterBar />
      <SelectionBar total={shown.total} />
      {count?.total === 0 ? (
        <EmptyState title={t(isEverySegment(filter) ? 'allHidden' : 'noneFound')} />
      ) : (
        <SegmentGrid count={shown} />
      )}
    </div>
  );
}

function ArrangeMenu() {
  const { t } = useTranslation('retrieval');
  const { order, grouping, descending } = useTable((state) => state.query);
  const sections: readonly MenuSection[] = [
    {
      id: 'order',
      title: t('sort'),
      choice: 'one',
      lines: segmentOrders.map((one) => ({
        id: `order ${one}`,
        label: t(`orders.${one}`),
        isChosen: one === order,
        run: () => ask({ order: one }),
      })),
    },
    {
      id: 'direction',
      choice: 'each',
      lines: [
        {
          id: 'descending',
          label: t('descending'),
          isChosen: descending,
          run: () => ask({ descending: !descending }),
        },
      ],
    },
    {
      id: 'grouping',
      title: t('group'),
      choice: 'one',
      lines: segmentGroupings.map((one) => ({
        id: `grouping ${one}`,
        label: t(`groupings.${one}`),
        isChosen: one === grouping,
        run: () => ask({ grouping: one }),
      })),
    },
  ];
  return (
    <MenuTrigger>
      <IconButton icon={ListOrdered} label={t('arrange')} />
      <MenuPopover label={t('arrange')} sections={sections} />
    </MenuTrigger>
  );
}

function ExportMenu() {
  const { t } = useTranslation('retrieval');
  const lines = [
    ...(['csv', 'json'] as const).map((format) => ({
      id: format,
      label: t(`exportAs.${format}`),
      run: () => exportRows(format),
    })),
    {
      id: 'other',
      label: t('exportAs.other'),
      run: () => showDialog({ name: 'export', of: 'table' }),
    },
  ];
  return (
    <MenuTrigger>
      <IconButton icon={Download} label={t('export')} />
      <MenuPopover label={t('export')} sections={[{ id: 'export', lines }]} />
    </MenuTrigger>
  );
}
