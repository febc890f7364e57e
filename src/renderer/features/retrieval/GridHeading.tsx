import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SegmentOrder } from '../../../core/segments/filter';
import { ask, useTable } from './table';

/** What the columns hold; a click sorts by one. The menu does the same for the keyboard. */
const columns: readonly {
  readonly name: 'text' | 'type' | 'entry' | 'document' | 'coder';
  readonly order: SegmentOrder | null;
}[] = [
  { name: 'text', order: 'text' },
  { name: 'type', order: 'type' },
  { name: 'entry', order: null },
  { name: 'document', order: 'document' },
  { name: 'coder', order: 'coder' },
];

/** The headings of the columns; a click on one orders by it, a second click the other way round. */
export function GridHeading() {
  const { t } = useTranslation('retrieval');
  const { order, descending } = useTable((state) => state.query);
  return (
    // The menu “Sort and group” tells and does the same: this is for the mouse and the eye.
    <div className="segments__columns" aria-hidden="true">
      <span />
      {columns.map((column) => (
        <button
          key={column.name}
          type="button"
          tabIndex={-1}
          className="segments__column"
          disabled={column.order === null}
          onClick={() =>
            column.order && ask({ order: column.order, descending: column.order === order && !descending })
          }
        >
          {t(`columns.${column.name}`)}
          {column.order === order &&
            (descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
        </button>
      ))}
    </div>
  );
}
