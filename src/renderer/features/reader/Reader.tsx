import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../contract/engine-answers';
import type { AnnotationId, TypeId } from '../../../core/ids';
import type { TypeRecord } from '../../../core/model/codebook';
import { invoke } from '../../bridge/bridge';
import {
  DocumentEditor,
  type Activation,
  type DrawnTie,
  type EditorHandle,
  type TextSelection,
} from '../../editor';
import { nameIn } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { filling, pick } from '../../stores/filling/filling';
import { useAnnotationsNow } from '../../stores/coders';
import { hoverAnnotation, useInterface, type Reveal } from '../../stores/interface';
import { rememberVisit } from '../../stores/project';
import { useSettings } from '../../stores/settings';
import { useTheme } from '../../stores/theme';
import { linkIndex } from '../../stores/workspace/link-index';
import { run } from '../../stores/workspace/session';
import { useWorkspace, useWorkspaceNow, type OpenDocument } from '../../stores/workspace/workspace';
import { FindBar } from './FindBar';
import { ReaderHeader } from './ReaderHeader';
import { NoDocument } from './NoDocument';
import { useTies } from './use-ties';
import './Reader.css';

interface ReaderProps {
  /** What other features show between the header and the text. */
  readonly children?: ReactNode;
  /** A tie was drawn with the mouse between annotations. */
  readonly onDrawTie: (tie: DrawnTie) => void;
}

/** The document that is open: its header, the bar that finds in it, and its text. */
export function Reader({ children, onDrawTie }: ReaderProps) {
  const open = useWorkspace((state) => state.open, null);
  const isFindOpen = useInterface((state) => state.isFindOpen);
  const editor = useInterface((state) => state.editor);
  if (!open) return <NoDocument />;
  return (
    <>
      <ReaderHeader document={open.id} />
      {isFindOpen && editor && <FindBar key={open.id} find={editor.find} />}
      {children}
      <div className="reader__text" data-scope="text">
        <Text key={open.id} open={open} onDrawTie={onDrawTie} />
      </div>
    </>
  );
}

const noTypes: ReadonlyMap<TypeId, TypeRecord> = new Map();

const receiveEditor = (editor: EditorHandle | null): void => useInterface.setState({ editor });

function Text({ open, onDrawTie }: Pick<ReaderProps, 'onDrawTie'> & { readonly open: OpenDocument }) {
  const { t } = useTranslation('reader');
  const language = useLanguage();
  const theme = useTheme();
  const types = useWorkspaceNow((state) => state.types, noTypes);
  const name = useWorkspace((state) => state.documents.get(open.id)?.document.name ?? '', '');
  const annotations = useAnnotationsNow(open);
  const selected = useInterface((state) => state.selected);
  const hovered = useInterface((state) => state.hovered);
  const textSize = useSettings((state) => state.textSize);
  const snapToWords = useSettings((state) => state.snapToWords);
  const typeName = useMemo(() => (type: TypeRecord) => nameIn(type.names, language), [language]);
  const { ties, hints } = useTies();
  useReveal(open);
  useEffect(() => rememberVisit(open.id), [open.id]);
  return (
    <DocumentEditor
      text={open.text}
      annotations={annotations}
      types={types}
      typeName={typeName}
      label={t('textOf', { name })}
      selectedAnnotation={selected}
      hoveredAnnotation={hovered}
      emphasised={useEmphasised(open, selected)}
      ties={ties}
      hints={hints}
      onDrawTie={onDrawTie}
      place={open.place}
      theme={theme}
      textSize={textSize}
      snapToWords={snapToWords}
      onSelection={followSelection}
      onActivate={followActivation}
      onHover={(annotations) => hoverAnnotation(annotations[0] ?? null)}
      onMoveEdge={(annotation, fragments) => run({ name: 'annotation.move', annotation, fragments })}
      onPlace={(place: Place) => void invoke('document.leave', { document: open.id, place })}
      handleRef={receiveEditor}
    />
  );
}

const noAnnotations: ReadonlySet<AnnotationId> = new Set();

/** The mentions of what the selected annotation refers to, that one included; none where they would be one. */
function useEmphasised(open: OpenDocument, selected: AnnotationId | null): ReadonlySet<AnnotationId> {
  const entry = selected === null ? null : (open.annotations.get(selected)?.entry ?? null);
  return useMemo(() => {
    if (entry === null) return noAnnotations;
    const mentions = open.inOrder.filter((annotation) => annotation.entry === entry);
    return mentions.length < 2 ? noAnnotations : new Set(mentions.map(({ id }) => id));
  }, [open.inOrder, entry]);
}

/**
 * A stretch of text that is selected takes the keys from the annotation that was; not from one whose role is filled,
 * since the stretch is to fill it.
 */
function followSelection(textSelection: TextSelection | null): void {
  if (filling()) {
    useInterface.setState({ textSelection });
    return;
  }
  const isStretch = textSelection !== null && !textSelection.isCollapsed;
  useInterface.setState((state) => ({ textSelection, selected: isStretch ? null : state.selected }));
}

/**
 * A click selects the innermost annotation, and clicking there again the next one around it. A caret that moves by
 * keys selects nothing by itself, and leaves the selected annotation when it goes out of it.
 */
function followActivation({ annotations, by }: Activation): void {
  if (filling()) {
    useInterface.setState({ underCaret: annotations });
    if (by === 'pointer') void pick(annotations);
    return;
  }
  useInterface.setState(({ selected }) => {
    const index = selected === null ? -1 : annotations.indexOf(selected);
    if (by === 'keyboard') return { underCaret: annotations, selected: index < 0 ? null : selected };
    return { underCaret: annotations, selected: after(annotations, index) };
  });
}

const after = (annotations: readonly AnnotationId[], index: number): AnnotationId | null =>
  annotations[(index + 1) % Math.max(1, annotations.length)] ?? null;

/** A relation has no place of its own: the first end that lies in this document stands for it. */
function placeOf(target: Reveal['target'], open: OpenDocument): Reveal['target'] {
  if (typeof target !== 'string' || open.annotations.get(target)?.fragments.length !== 0) return target;
  const ends = linkIndex(open.links).from(target);
  const here = ends.flatMap(({ target: end }) => (end.by === 'annotation' ? [end.annotation] : []));
  return here.find((id) => open.annotations.has(id)) ?? target;
}

/** Brings a place into view that was asked for, as soon as its document is on the screen. */
function useReveal(open: OpenDocument): void {
  const reveal = useInterface((state) => state.reveal);
  const editor = useInterface((state) => state.editor);
  useEffect(() => {
    if (!reveal || !editor || reveal.document !== open.id) return;
    useInterface.setState({ reveal: null });
    editor.reveal(placeOf(reveal.target, open), { align: 'nearest' });
  }, [reveal, editor, open]);
}
