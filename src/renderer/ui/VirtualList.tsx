import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactNode,
  type Ref,
} from 'react';
import { Tick } from './Tick';
import './VirtualList.css';

/** What can be told to a list from outside. */
export interface ListHandle {
  focus(): void;
}

interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  /** Of every row, in CSS pixels. */
  readonly rowHeight: number;
  readonly renderRow: (item: Item) => ReactNode;
  /** The row that is chosen; it is kept in view. */
  readonly chosen: string | null;
  /** A row was clicked, or Enter was pressed on it. */
  readonly onChoose: (item: Item) => void;
  /** The arrow keys came to a row. */
  readonly onMove?: (item: Item) => void;
  readonly onHover?: (item: Item | null) => void;
  /** Delete was pressed on a row. */
  readonly onRemove?: (item: Item) => void;
  /** The ids of the rows that are marked, to do something with them together: Space, a click on the box, Shift. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (marked: ReadonlySet<string>) => void;
  /** A row was dragged to before another one, or to the end. */
  readonly onDrag?: (item: Item, before: Item | null) => void;
  /** Which rows are in view, or nearly; for lists whose rows are read as they are scrolled to. */
  readonly onVisible?: (first: number, last: number) => void;
  /** A menu for a row was asked for, at a place in the window. */
  readonly onMenu?: (item: Item, place: { readonly x: number; readonly y: number }) => void;
  readonly handleRef?: Ref<ListHandle>;
}

/**
 * A list of any length, of which only what is in view is in the page. One tab stop: the arrow keys move inside,
 * and each row tells its place among all of them.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, idOf, rowHeight, renderRow, chosen, onChoose, onMove, onHover, onMenu, handleRef } =
    props;
  const { onRemove, marked, onMark, onVisible, onDrag } = props;
  const dragging = useDragging(items, onDrag);
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const indexOf = (id: string | null): number =>
    id === null ? -1 : items.findIndex((item) => idOf(item) === id);
  const chosenIndex = indexOf(chosen);
  const activeIndex = Math.max(indexOf(active), indexOf(active) < 0 ? chosenIndex : 0);

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyAt(items, index, idOf),
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();

  useEffect(() => {
    if (chosenIndex >= 0) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' });
    // Only where another row is chosen, or the same one has moved.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is one object for the list's life
  }, [chosen, chosenIndex]);

  const [first, last] = [rows[0]?.index ?? -1, rows.at(-1)?.index ?? -1];
  useEffect(() => {
    if (first >= 0) onVisible?.(first, last);
  }, [first, last, onVisible]);

  useImperativeHandle(handleRef, () => ({ focus: () => box.current?.focus() }), []);

  const moveTo = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item === undefined) return;
    setActive(idOf(item));
    virtualizer.scrollToIndex(items.indexOf(item), { align: 'auto' });
    onMove?.(item);
  };

  const page = (): number => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveTo(activeIndex + 1),
    ArrowUp: () => moveTo(activeIndex - 1),
    Home: () => moveTo(0),
    End: () => moveTo(items.length - 1),
    PageDown: () => moveTo(activeIndex + page()),
    PageUp: () => moveTo(activeIndex - page()),
    Enter: () => choose(items[activeIndex]),
    ...(onMark && { ' ': () => mark(items[activeIndex]) }),
    ...(onRemove && { Delete: () => remove(items[activeIndex]) }),
  };

  /** Goes to a row and marks it with the one that it comes from. */
  const markTo = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    markUpTo(item);
    moveTo(index);
  };
  const ranges: Readonly<Record<string, () => void>> = {
    ArrowDown: () => markTo(activeIndex + 1),
    ArrowUp: () => markTo(activeIndex - 1),
    Home: () => markTo(0),
    End: () => markTo(items.length - 1),
    PageDown: () => markTo(activeIndex + page()),
    PageUp: () => markTo(activeIndex - page()),
  };

  const remove = (item: Item | undefined): void => {
    if (item !== undefined) onRemove?.(item);
  };

  const mark = (item: Item | undefined): void => {
    if (item === undefined) return;
    const id = idOf(item);
    const after = new Set(marked);
    if (!after.delete(id)) after.add(id);
    setActive(id);
    onMark?.(after);
  };

  /** Marks all from the row that was gone to last, as Shift does with a click or a key that moves. */
  const markUpTo = (item: Item | undefined): void => {
    if (item === undefined) return;
    const ends = [items.indexOf(item), Math.max(0, activeIndex)].sort((a, b) => a - b);
    const [from = 0, to = 0] = ends;
    onMark?.(new Set([...(marked ?? []), ...items.slice(from, to + 1).map(idOf)]));
  };

  const choose = (item: Item | undefined): void => {
    if (item === undefined) return;
    setActive(idOf(item));
    onChoose(item);
  };

  const itemAt = (target: EventTarget): Item | undefined => {
    const row = target instanceof Element ? target.closest('[data-index]') : null;
    return row ? items[Number(row.getAttribute('data-index'))] : undefined;
  };

  return (
    <div
      ref={box}
      role="listbox"
      aria-label={label}
      aria-activedescendant={activeIndex < 0 ? undefined : `${base}-${String(activeIndex)}`}
      aria-multiselectable={marked ? true : undefined}
      tabIndex={0}
      className="list"
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const move = event.shiftKey && onMark ? (ranges[event.key] ?? moves[event.key]) : moves[event.key];
        if (!move) return;
        event.preventDefault();
        move();
      }}
      onClick={(event) => {
        const item = itemAt(event.target);
        const isOnBox = event.target instanceof Element && event.target.closest('.list__box') !== null;
        if (onMark && event.shiftKey) markUpTo(item);
        else if (onMark && (isOnBox || event.ctrlKey || event.metaKey)) mark(item);
        else choose(item);
      }}
      onContextMenu={(event) => {
        const item = event.clientX === 0 && event.clientY === 0 ? items[activeIndex] : itemAt(event.target);
        const row = box.current?.querySelector(`[data-index="${String(items.indexOf(item as Item))}"]`);
        if (!item || !row || !onMenu) return;
        event.preventDefault();
        const { left, bottom } = row.getBoundingClientRect();
        const isByKey = event.button !== 2;
        onMenu(item, isByKey ? { x: left + 24, y: bottom } : { x: event.clientX, y: event.clientY });
      }}
      onMouseMove={(event) => onHover?.(itemAt(event.target) ?? null)}
      onMouseLeave={() => onHover?.(null)}
    >
      <div className="list__length" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, key, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              key={key}
              id={`${base}-${String(index)}`}
              data-index={index}
              role="option"
              aria-selected={marked ? marked.has(idOf(item)) : index === chosenIndex}
              aria-current={marked && index === chosenIndex ? true : undefined}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              className="list__row"
              {...dragging(index)}
              style={{ height: rowHeight, transform: `translateY(${String(start)}px)` }}
            >
              {marked && <Tick className="list__box" isOn={marked.has(idOf(item))} />}
              {renderRow(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What a row needs to be dragged within the list, and to have others dropped before or behind it. */
function useDragging<Item>(
  items: readonly Item[],
  onDrag: ((item: Item, before: Item | null) => void) | undefined,
): (index: number) => HTMLAttributes<HTMLDivElement> & DropMark {
  const [dragged, setDragged] = useState<Item | null>(null);
  /** The index before which it would be dropped. */
  const [place, setPlace] = useState<number | null>(null);
  const end = (): void => {
    setDragged(null);
    setPlace(null);
  };
  return (index) =>
    onDrag
      ? {
          draggable: true,
          'data-drop': place === index ? 'before' : place === index + 1 ? 'behind' : undefined,
          onDragStart: (event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(items[index] ?? null);
          },
          onDragOver: (event) => {
            if (dragged === null) return;
            event.preventDefault();
            const { top, height } = event.currentTarget.getBoundingClientRect();
            setPlace(event.clientY < top + height / 2 ? index : index + 1);
          },
          onDrop: (event) => {
            if (dragged === null || place === null) return;
            event.preventDefault();
            onDrag(dragged, items[place] ?? null);
            end();
          },
          onDragEnd: end,
        }
      : {};
}

/** Where something that is dragged would come to stand, for the line that shows it. */
interface DropMark {
  readonly 'data-drop'?: 'before' | 'behind' | undefined;
}

function keyAt<Item>(items: readonly Item[], index: number, idOf: (item: Item) => string): string | number {
  const item = items[index];
  return item === undefined ? index : idOf(item);
}
