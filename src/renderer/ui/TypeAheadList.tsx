import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ranked } from './ranking';
import {
  linesOf,
  nextChoosable,
  type TypeAheadLine,
  type TypeAheadRow,
  type TypeAheadSource,
} from './type-ahead-lines';
import './TypeAhead.css';

export interface TypeAheadListProps {
  /** The accessible name of the field and of the list, and what stands in the empty field. */
  readonly label: string;
  readonly source: TypeAheadSource;
  /** The id of the row that is chosen now. */
  readonly chosen?: string | null;
  readonly onChoose: (row: TypeAheadRow) => void;
  /** Makes what was typed; where it is missing, nothing can be made here. */
  readonly onCreate?: (text: string) => void;
  /** Whether something new may have the name of something that is there, as two people may. */
  readonly allowsNamesakes?: boolean;
  /** What the field has in it at first, selected, so that typing replaces it. */
  readonly initialText?: string;
  readonly autoFocus?: boolean;
}

/** In CSS pixels. */
const rowHeight = 32;
const headingHeight = 24;

const none: readonly TypeAheadRow[] = [];

/** The rows for what was typed; null while a source is still looking for them. */
function useFound(source: TypeAheadSource, text: string): readonly TypeAheadRow[] | null {
  const [answer, setAnswer] = useState<{ readonly to: string; readonly rows: readonly TypeAheadRow[] }>();
  useEffect(() => {
    if (typeof source !== 'function') return;
    const controller = new AbortController();
    void source(text, controller.signal).then((rows) => {
      if (!controller.signal.aborted) setAnswer({ to: text, rows });
    });
    return () => controller.abort();
  }, [source, text]);
  const list = useMemo(() => {
    if (typeof source === 'function') return null;
    return 'rows' in source ? source.rows() : source;
  }, [source]);
  return useMemo(() => {
    if (list) return ranked(list, text);
    return answer?.to === text ? answer.rows : null;
  }, [list, text, answer]);
}

/**
 * A field with the list of what can be chosen under it, always in view: for popovers and dialogs. The keyboard stays
 * in the field: what was typed makes its best row the active one, the arrow keys move from there, Enter chooses. Escape
 * is left to whatever this stands in. Only the lines in view are in the page.
 *
 * Not built on react-aria's Autocomplete, which makes the best row active only after a letter was typed forwards: after
 * a backspace or a paste, Enter would do nothing.
 */
export function TypeAheadList(props: TypeAheadListProps) {
  const {
    label,
    source,
    chosen = null,
    onChoose,
    onCreate,
    allowsNamesakes = false,
    initialText = '',
  } = props;
  const { t } = useTranslation('typeAhead');
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(initialText);
  /** Where the arrow keys went, since this was typed. */
  const [moved, setMoved] = useState<{ readonly text: string; readonly index: number } | null>(null);
  const found = useFound(source, text);
  const creates = !onCreate ? 'never' : allowsNamesakes ? 'always' : 'unless-known';
  const lines = useMemo(() => linesOf(found ?? none, text, creates), [found, text, creates]);
  const atFirst =
    text.trim() === ''
      ? lines.findIndex((line) => line.kind === 'row' && line.row.id === chosen)
      : nextChoosable(lines, -1, 1);
  const active = moved?.text === text && moved.index < lines.length ? moved.index : atFirst;

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? headingHeight : rowHeight),
    getItemKey: (index) => keyOf(lines[index], index),
    overscan: 8,
  });

  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
    else virtualizer.scrollToOffset(0);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is one object for the list's life
  }, [active, text]);

  // Headings have another height than rows, and which line is one changes with the text.
  useEffect(() => {
    virtualizer.measure();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is one object for the list's life
  }, [lines]);

  const choose = (line: TypeAheadLine | undefined): void => {
    if (line?.kind === 'row') onChoose(line.row);
    else if (line?.kind === 'create') onCreate?.(line.text);
  };
  const moveTo = (index: number): void => setMoved({ text, index });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(nextChoosable(lines, active, 1)),
      ArrowUp: () => moveTo(nextChoosable(lines, active, -1)),
      PageDown: () => moveTo(nextChoosable(lines, Math.min(lines.length - 1, active + page) - 1, 1)),
      PageUp: () => moveTo(nextChoosable(lines, Math.max(0, active - page) - 1, 1)),
      Enter: () => choose(lines[active]),
    };
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const idOf = (index: number): string => `${base}-${String(index)}`;
  return (
    <div className="type-ahead">
      <input
        className="type-ahead__input"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${base}-list`}
        aria-activedescendant={active < 0 ? undefined : idOf(active)}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={text}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- only where a person has just asked for this field
        autoFocus={props.autoFocus ?? false}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={box} className="type-ahead__box">
        <div
          id={`${base}-list`}
          role="listbox"
          aria-label={label}
          className="type-ahead__list"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
            const line = lines[index];
            if (!line) return null;
            const place = { height: size, transform: `translateY(${String(start)}px)` };
            return line.kind === 'heading' ? (
              <div key={key} role="presentation" className="type-ahead__heading" style={place}>
                {line.title}
              </div>
            ) : (
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keyboard stays in the field
              <div
                key={key}
                id={idOf(index)}
                role="option"
                aria-selected={line.kind === 'row' && line.row.id === chosen}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                data-active={index === active || undefined}
                className="type-ahead__line"
                style={place}
                // The field keeps the keyboard.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(line)}
              >
                {line.kind === 'create' ? (
                  <>
                    <Plus size={14} strokeWidth={1.75} aria-hidden />
                    <span className="type-ahead__label">{t('create', { text: line.text })}</span>
                  </>
                ) : (
                  <Row row={line.row} isChosen={line.row.id === chosen} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <p className={lines.length === 0 ? 'type-ahead__none' : 'only-spoken'} role="status">
        {found === null
          ? t('searching')
          : lines.length === 0
            ? t('none')
            : t('found', { count: found.length })}
      </p>
    </div>
  );
}

function Row({ row, isChosen }: { readonly row: TypeAheadRow; readonly isChosen: boolean }) {
  return (
    <>
      {row.icon}
      <span className="type-ahead__label" title={row.label}>
        {row.label}
      </span>
      {row.detail !== undefined && row.detail !== '' && (
        <span className="type-ahead__detail">{row.detail}</span>
      )}
      {isChosen && <Check size={14} strokeWidth={2} aria-hidden />}
    </>
  );
}

function keyOf(line: TypeAheadLine | undefined, index: number): string | number {
  if (!line) return index;
  return line.kind === 'row'
    ? `row ${line.row.id}`
    : line.kind === 'heading'
      ? `heading ${line.title}`
      : 'create';
}
