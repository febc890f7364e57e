import type { SegmentSelection } from '../../../contract/segments';
import type { AnnotationId } from '../../../core/ids';
import type { SegmentFilter } from '../../../core/segments/filter';

/** Which rows are selected: some, or all that the filter lets through but some. */
export interface Selection {
  readonly isAll: boolean;
  /** The selected ones; where all are, those that are not. */
  readonly ids: ReadonlySet<AnnotationId>;
}

export const nothing: Selection = { isAll: false, ids: new Set() };
export const everything: Selection = { isAll: true, ids: new Set() };

/** Whether a row is selected, fetched or not. */
export const isSelected = ({ isAll, ids }: Selection, id: AnnotationId): boolean => ids.has(id) !== isAll;

/** How many of so many rows are selected. */
export const countSelected = ({ isAll, ids }: Selection, total: number): number =>
  isAll ? total - ids.size : ids.size;

/** Selects a row, or takes it out of the selection. */
export function toggled({ isAll, ids }: Selection, id: AnnotationId): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { isAll, ids: next };
}

/** Selects some rows more. */
export function withMore({ isAll, ids }: Selection, more: readonly AnnotationId[]): Selection {
  const next = new Set(ids);
  for (const id of more) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  return { isAll, ids: next };
}

/** The same for the engine. */
export const asCalled = ({ isAll, ids }: Selection, filter: SegmentFilter): SegmentSelection =>
  isAll ? { by: 'filter', filter, except: [...ids] } : { by: 'ids', annotations: [...ids] };
