import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../contract/occurrences';
import { onOneLine } from '../../i18n/shortened';
import { useWorkspace } from '../../stores/workspace/workspace';
import { Tick } from '../../ui/Tick';
import { decided, formDecided, isChosen, type Choice } from './choice';

/** Of every hit, in CSS pixels. */
const rowHeight = 32;

interface HitListProps {
  readonly hits: readonly Hit[];
  readonly choice: Choice;
  readonly onChoice: (change: (before: Choice) => Choice) => void;
}

/**
 * Every hit in its sentence. The keyboard goes through them with one key each: Enter takes a hit, Backspace leaves it,
 * and with Shift all of its form.
 */
export function HitList({ hits, choice, onChoice }: HitListProps) {
  const { t } = useTranslation('tagAll');
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, hits.length - 1));
  const virtualizer = useVirtualizer({
    count: hits.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    virtualizer.scrollToIndex(active, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is one object for the list's life
  }, [active]);

  const moveTo = (index: number): void => setActive(Math.min(hits.length - 1, Math.max(0, index)));
  const decide = (isTaken: boolean, wholeForm: boolean): void => {
    const hit = hits[active];
    if (!hit) return;
    onChoice((before) =>
      wholeForm ? formDecided(before, hit.form, isTaken, hits) : decided(before, active, isTaken),
    );
    moveTo(active + 1);
  };
  const toggle = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    setActive(index);
    onChoice((before) => decided(before, index, !isChosen(before, hit, index)));
  };
  const page = (): number => Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    PageDown: () => moveTo(active + page()),
    PageUp: () => moveTo(active - page()),
    Home: () => moveTo(0),
    End: () => moveTo(hits.length - 1),
    ' ': () => toggle(active),
    Enter: ({ shiftKey }) => decide(true, shiftKey),
    Backspace: ({ shiftKey }) => decide(false, shiftKey),
    Delete: ({ shiftKey }) => decide(false, shiftKey),
  };

  return (
    <div
      ref={box}
      role="listbox"
      aria-label={t('hits')}
      aria-multiselectable
      aria-activedescendant={hits.length === 0 ? undefined : `${base}-${String(active)}`}
      tabIndex={0}
      className="tag-all__hits"
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        act(event);
      }}
      onClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
        if (row) toggle(Number(row.getAttribute('data-index')));
      }}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const hit = hits[index];
          if (!hit) return null;
          return (
            <div
              key={index}
              id={`${base}-${String(index)}`}
              data-index={index}
              role="option"
              aria-selected={isChosen(choice, hit, index)}
              aria-setsize={hits.length}
              aria-posinset={index + 1}
              aria-disabled={hit.tagged !== null || undefined}
              data-active={index === active || undefined}
              className="hit"
              style={{ height: rowHeight, transform: `translateY(${String(start)}px)` }}
            >
              <HitLine hit={hit} isTaken={isChosen(choice, hit, index)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HitLine({ hit, isTaken }: { readonly hit: Hit; readonly isTaken: boolean }) {
  const { t } = useTranslation('tagAll');
  const document = useWorkspace((state) => state.documents.get(hit.document)?.document.name ?? '', '');
  return (
    <>
      <Tick isOn={isTaken} />
      <span className="hit__context">
        <span className="hit__before">
          <span>{onOneLine(hit.before)}</span>
        </span>
        <mark className="hit__quote">{onOneLine(hit.quote)}</mark>
        <span className="hit__after">{onOneLine(hit.after)}</span>
      </span>
      <span className="hit__facts">{hit.tagged === null ? document : t('tagged')}</span>
    </>
  );
}
