import { ChevronRight, FileText, GripVertical, BookUser } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import {
  Button as AriaButton,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  type Key,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { childrenOf } from '../../../core/codebook/codebook';
import type { TypeId } from '../../../core/ids';
import { kinds, type TypeRecord } from '../../../core/model/codebook';
import { capsOf } from '../../commands/chords';
import { useLabelOf } from '../../commands/layout';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { isMac, useIsMac } from '../../stores/host';
import { announce } from '../../stores/notices';
import { Caps } from '../../ui/Caps';
import { TypeSwatch } from '../../ui/TypeSwatch';
import { useCodebook } from './book';
import { askToLose, change } from './change';
import { dropped, stepped, type Move } from './moving';
import { showPart, useShownPart } from '../../stores/shown-part';

const steps: Readonly<Record<string, 'up' | 'down' | 'in' | 'out'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

const isKind = (key: Key): boolean => String(key).startsWith('kind ');

/** The types by kind, each below the one whose roles and attributes it has too. They are moved by dragging, or with Ctrl+Shift and the arrows; Delete asks about removing one. */
export function TypeTree({ isReadOnly }: { readonly isReadOnly: boolean }) {
  const { t } = useTranslation(['codebook', 'common']);
  const language = useLanguage();
  const { types } = useCodebook();
  const shown = useShownPart((state) => state.shown);
  const [folded, setFolded] = useState<ReadonlySet<Key>>(new Set());
  const byId = useMemo(() => new Map(types.map((type) => [type.id as string, type])), [types]);
  const all: Key[] = [...kinds.map((kind) => `kind ${kind}`), ...types.map(({ id }) => id)];
  const selected = shown === null ? [] : [shown.of === 'type' ? shown.type : `owner ${shown.of}`];

  const move = async ({ type, parent, position }: Move): Promise<void> => {
    const name = nameIn(byId.get(type)?.names ?? {}, language);
    if (await change({ name: 'type.move', type, parent, position, keep: true, join: true }))
      announce(t('moved', { name }));
  };

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) =>
      [...keys].filter((key) => !isKind(key)).map((key) => ({ 'postil-type': String(key) })),
    acceptedDragTypes: ['postil-type'],
    onMove: ({ keys, target }) => {
      const [type] = [...keys].flatMap((key) => byId.get(String(key)) ?? []);
      const wanted = type && dropped(type, String(target.key), target.dropPosition, types);
      if (wanted) void move(wanted);
    },
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const type = shown?.of === 'type' ? byId.get(shown.type) : undefined;
    const act = isReadOnly || !type ? null : actionOf(event, type);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const actionOf = (event: KeyboardEvent, type: TypeRecord): (() => void) | null => {
    const mod = isMac() ? event.metaKey : event.ctrlKey;
    const step = steps[event.key];
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    // A kind, at which the keyboard may be as well, cannot be removed.
    const isHere =
      event.target instanceof Element && event.target.closest(`[data-key="${type.id}"]`) !== null;
    if ((event.key === 'Delete' || event.key === 'Backspace') && isBare && isHere)
      return () => void askToLose(type, 'type.remove', types);
    if (!step || !mod || !event.shiftKey) return null;
    return () => {
      const wanted = stepped(type, step, types);
      if (wanted) void move(wanted);
    };
  };

  const choose = (key: Key | undefined): void => {
    if (key === undefined) return;
    if (key === 'owner entry') showPart({ of: 'entry' });
    else if (key === 'owner document') showPart({ of: 'document' });
    else if (byId.has(String(key))) showPart({ of: 'type', type: key as TypeId });
  };

  return (
    <div role="presentation" className="book-tree__frame" onKeyDownCapture={onKeyDown}>
      <Tree
        className="book-tree"
        aria-label={t('types')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected}
        onSelectionChange={(keys) => keys !== 'all' && choose([...keys][0])}
        expandedKeys={all.filter((key) => !folded.has(key))}
        onExpandedChange={(keys) => setFolded(new Set(all.filter((key) => !keys.has(key))))}
        {...(isReadOnly ? {} : { dragAndDropHooks })}
      >
        {kinds.map((kind) => (
          <TreeItem
            key={kind}
            id={`kind ${kind}`}
            textValue={t(`common:kinds.${kind}`)}
            className="book-tree__row"
          >
            <TreeItemContent>
              <Chevron />
              <span className="book-tree__kind">{t(`common:kinds.${kind}`)}</span>
            </TreeItemContent>
            {childrenOf(types, null)
              .filter((type) => type.kind === kind)
              .map((type) => (
                <TypeRow key={type.id} type={type} types={types} />
              ))}
          </TreeItem>
        ))}
        <TreeItem id="owner entry" textValue={t('ofEntries')} className="book-tree__row">
          <TreeItemContent>
            <BookUser size={14} strokeWidth={1.75} aria-hidden className="book-tree__picture" />
            {t('ofEntries')}
          </TreeItemContent>
        </TreeItem>
        <TreeItem id="owner document" textValue={t('ofDocuments')} className="book-tree__row">
          <TreeItemContent>
            <FileText size={14} strokeWidth={1.75} aria-hidden className="book-tree__picture" />
            {t('ofDocuments')}
          </TreeItemContent>
        </TreeItem>
      </Tree>
    </div>
  );
}

const Chevron = () => (
  <AriaButton slot="chevron" className="book-tree__chevron">
    <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
  </AriaButton>
);

function TypeRow({ type, types }: { readonly type: TypeRecord; readonly types: readonly TypeRecord[] }) {
  const { t } = useTranslation('codebook');
  const language = useLanguage();
  const labelOf = useLabelOf();
  const isMac = useIsMac();
  const name = nameIn(type.names, language);
  const children = childrenOf(types, type.id);
  return (
    <TreeItem id={type.id} textValue={name} className="book-tree__row">
      <TreeItemContent>
        {({ allowsDragging }) => (
          <>
            {children.length > 0 && <Chevron />}
            <TypeSwatch type={type} />
            <span className="book-tree__name">{name}</span>
            {type.key !== null && <Caps caps={capsOf(type.key, isMac, labelOf)} />}
            {allowsDragging && (
              <AriaButton slot="drag" className="book-tree__grip" aria-label={t('drag', { name })}>
                <GripVertical size={12} strokeWidth={1.75} aria-hidden />
              </AriaButton>
            )}
          </>
        )}
      </TreeItemContent>
      {children.map((child) => (
        <TypeRow key={child.id} type={child} types={types} />
      ))}
    </TreeItem>
  );
}
