import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentCount } from '../../../contract/segments';
import { deleteSelected, goToText } from './actions';
import { GridHeading } from './GridHeading';
import { GridRow } from './GridRow';
import { useGroupName } from './names';
import { everything, isSelected, nothing, toggled, withMore } from './selection';
import { idsBetween, rowAt, rowsPerPage, show, useTable } from './table';
import { tableLines, type TableLines } from './table-lines';
import { useScrolling } from './use-scrolling';
import './SegmentGrid.css';

/** Of every line, in CSS pixels. */
const lineHeight = 32;

/** Moves the keyboard to a row; with Shift, everything from the anchor to there is selected. */
async function moveTo(index: number, extends_: boolean): Promise<void> {
  const { anchor } = useTable.getState();
  useTable.setState({ active: index, ...(extends_ ? {} : { anchor: index }) });
  if (!extends_) return;
  const ids = await idsBetween(anchor, index);
  useTable.setState(({ selection }) => ({
    selection: withMore(selection.isAll ? selection : nothing, ids),
  }));
}

function toggle(index: number): void {
  const row = rowAt(index);
  if (!row) return;
  useTable.setState(({ selection }) => ({
    active: index,
    anchor: index,
    selection: toggled(selection, row.annotation.id),
  }));
}

/** The rows of the table. One tab stop: the arrow keys move inside, and only what is in view is in the page. */
export function SegmentGrid({ count }: { readonly count: SegmentCount }) {
  const { t } = useTranslation('retrieval');
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const pages = useTable((state) => state.pages);
  const selection = useTable((state) => state.selection);
  const active = Math.min(
    useTable((state) => state.active),
    Math.max(0, count.total - 1),
  );
  const lines = useMemo(() => tableLines(count), [count]);
  const scrolling = useScrolling(box, lines.length, lineHeight, useTable.getState().scrollTop, (scrollTop) =>
    useTable.setState({ scrollTop }),
  );
  const { first, end, topOf, reveal, linesInView } = scrolling;
  useFetching(lines, first, end);

  useEffect(() => {
    reveal(active === 0 ? 0 : lines.lineOf(active));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where the keyboard goes to another row
  }, [active]);

  const move = (to: number, event: KeyboardEvent): void =>
    void moveTo(Math.min(count.total - 1, Math.max(0, to)), event.shiftKey);
  const plain: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: (event) => move(active + 1, event),
    ArrowUp: (event) => move(active - 1, event),
    PageDown: (event) => move(active + linesInView, event),
    PageUp: (event) => move(active - linesInView, event),
    Home: (event) => move(0, event),
    End: (event) => move(count.total - 1, event),
    ' ': () => toggle(active),
    Enter: () => goToText(rowAt(active)),
    Delete: () => void deleteSelected(rowAt(active)),
    Escape: () => useTable.setState({ selection: nothing }),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const isAll = (event.ctrlKey || event.metaKey) && event.code === 'KeyA';
    if (isAll) useTable.setState({ selection: everything });
    else if (event.ctrlKey || event.metaKey || !plain[event.key]) return;
    else plain[event.key]?.(event);
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    if (!row) return;
    const index = Number(row.getAttribute('data-row'));
    const onBox = event.target instanceof Element && event.target.closest('[data-check]') !== null;
    if (onBox || event.ctrlKey || event.metaKey) toggle(index);
    else void moveTo(index, event.shiftKey);
  };

  return (
    <div className="segments__table">
      <GridHeading />
      <div
        ref={box}
        role="grid"
        aria-label={t('title')}
        aria-rowcount={lines.length}
        aria-multiselectable
        aria-activedescendant={count.total === 0 ? undefined : `${base}-${String(active)}`}
        tabIndex={0}
        data-autofocus
        className="segments__rows"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={() => goToText(rowAt(active))}
      >
        <div role="rowgroup" className="segments__length" style={{ height: scrolling.height }}>
          {Array.from({ length: Math.max(0, end - first) }, (_, place) => {
            const number = first + place;
            const line = lines.at(number);
            if (!line) return null;
            const style = { height: lineHeight, transform: `translateY(${String(topOf(number))}px)` };
            if (line.kind === 'heading')
              return (
                <div
                  key={`heading ${number}`}
                  role="row"
                  aria-rowindex={number + 1}
                  className="segment-heading"
                  style={style}
                >
                  <GroupHeading groupKey={line.key} count={line.count} />
                </div>
              );
            const row = pages.get(Math.floor(line.index / rowsPerPage))?.[line.index % rowsPerPage];
            const chosen = row !== undefined && isSelected(selection, row.annotation.id);
            return (
              <div
                key={line.index}
                id={`${base}-${String(line.index)}`}
                role="row"
                aria-rowindex={number + 1}
                aria-selected={chosen}
                data-row={line.index}
                data-active={line.index === active || undefined}
                className="segment-row"
                style={style}
              >
                <GridRow row={row} isSelected={chosen} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Fetches the rows that come into view. */
function useFetching(lines: TableLines, first: number, end: number): void {
  const rowFrom = (line: number, direction: 1 | -1): number => {
    const found = lines.at(line);
    if (!found) return 0;
    return found.kind === 'row' ? found.index : rowFrom(line + direction, direction);
  };
  const firstRow = rowFrom(first, 1);
  const lastRow = Math.max(firstRow, rowFrom(end - 1, -1));
  const isEmpty = lines.length === 0;
  useEffect(() => {
    if (!isEmpty) show(firstRow, lastRow);
  }, [firstRow, lastRow, isEmpty]);
}

function GroupHeading({ groupKey, count }: { readonly groupKey: string | null; readonly count: number }) {
  const name = useGroupName(groupKey);
  const { t } = useTranslation('common');
  return (
    <span role="gridcell" aria-colspan={6} className="segment-heading__cell">
      <span className="segment-heading__name">{name}</span>
      <span className="segment-heading__count figures">{t('annotations', { count })}</span>
    </span>
  );
}
