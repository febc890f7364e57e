import type { AnnotationId } from '../../core/ids';
import type { Interval } from '../../core/intervals';
import type { Span } from '../../core/model/annotation';
import { makeOffsetTable, utf16 } from '../../core/offsets';
import { keepCaretBlocks } from './document/caret-blocks';
import { makeDomPoints } from './document/dom-points';
import { makeGeometry } from './document/geometry';
import { makeLineTable } from './document/line-table';
import { refuseChanges } from './document/refuse-changes';
import { renderDocument } from './document/render';
import { watchViewport } from './document/viewport';
import { makeFinder } from './find/find-controller';
import type { DocumentEditorProps, Edge, EditorHandle, TextSelection, TextUnit } from './interface';
import { makeAnnotationLayer, type LaidAnnotation } from './painting/annotation-layer';
import { makeDisplay } from './painting/display';
import { keepPlace } from './place-keeper';
import { copyExactly } from './selection/copy';
import { followHandles } from './selection/edge-drag';
import { edgeOf, fragmentAt, steppedEdge, withEdgeAt } from './selection/edges';
import { followSelectionKeys, type SelectionKey } from './selection/keyboard';
import { followPointer } from './selection/pointer';
import { spanOf, trackSelection, type Cause, type Ends } from './selection/selection-tracker';
import { expanded, moved, unitAround } from './selection/units';
import { makeWords } from './selection/words';
import { followTieDrag } from './ties/tie-drag';
import type { TieElements } from './ties/tie-layer';
import { makeTies } from './ties/ties';

/** The elements of one editor: what scrolls, the text in it, and the layers above the text. */
export interface EditorElements {
  readonly editor: HTMLElement;
  readonly text: HTMLElement;
  readonly overlay: HTMLElement;
  readonly ties: TieElements;
}

/** A document on the screen, without React. */
export interface DocumentView {
  readonly handle: EditorHandle;
  readonly update: (props: DocumentEditorProps) => void;
  readonly dispose: () => void;
}

/** Shows a document in the elements given and joins the parts of the editor. Inside, every offset is UTF-16. */
export function mountDocument(elements: EditorElements, initial: DocumentEditorProps): DocumentView {
  let props = initial;
  const offsets = makeOffsetTable(initial.text);
  const lines = makeLineTable(initial.text);
  const words = makeWords(initial.text);
  const lexical = renderDocument(elements.text, lines);

  const points = makeDomPoints(elements.text, lines);
  const geometry = makeGeometry(elements.editor, points);
  const layer = makeAnnotationLayer(offsets);
  const display = makeDisplay(elements, geometry, layer, initial);
  const ties = makeTies(
    ...([elements.ties, geometry, offsets, initial] as const),
    (span) => viewport.reveal(span, 'center'),
    display.labelPlace,
  );
  const keepAround = keepCaretBlocks(points);
  const expansions: Ends[] = [];
  /** The fragment that edge keys moved last: they go on with it, wherever the caret is, until that moves. */
  let moving: { readonly annotation: AnnotationId; readonly fragment: number } | null = null;

  const toSpan = ({ start, end }: Interval): Span => ({
    start: offsets.toCodePoint(utf16(start)),
    end: offsets.toCodePoint(utf16(end)),
  });
  const toInterval = ({ start, end }: Span): Interval => ({
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  });
  const selected = (): LaidAnnotation | null =>
    props.selectedAnnotation === null ? null : layer.get(props.selectedAnnotation);

  const viewport = watchViewport(geometry, {
    windowMoved: (window) => {
      display.setWindow(window);
      ties.setWindow(window);
    },
    layoutChanged: () => {
      display.redraw();
      ties.redraw();
    },
    settled: () => place.changed(),
  });
  const place = keepPlace(() => {
    const caret = tracker.ends?.focus ?? viewport.top;
    props.onPlace({ top: offsets.toCodePoint(viewport.top), caret: offsets.toCodePoint(utf16(caret)) });
  });

  function describe({ anchor, focus }: Ends): TextSelection {
    return { span: toSpan(spanOf({ anchor, focus })), isCollapsed: anchor === focus };
  }

  function selectionMoved(ends: Ends, cause: Cause): void {
    moving = null;
    if (cause !== 'program') expansions.length = 0;
    keepAround(ends.focus);
    if (!tracker.hasFocus) display.paintSelection([spanOf(ends)]);
    props.onSelection(describe(ends));
    if (cause === 'keyboard' && ends.anchor === ends.focus) {
      const annotations = layer.touching(spanOf(ends));
      props.onActivate({ annotations, offset: toSpan(spanOf(ends)).start, by: 'keyboard' });
    }
    place.changed();
  }

  const tracker = trackSelection(points, {
    selectionMoved,
    // Chromium paints a selection only where the keyboard is.
    focusMoved: (hasFocus) => display.paintSelection(hasFocus || !tracker.ends ? [] : [spanOf(tracker.ends)]),
  });

  const finder = makeFinder(initial.text, {
    from: () => (tracker.ends ? spanOf(tracker.ends).start : viewport.top),
    changed: () => repaintHits(),
    reveal: (hit) => viewport.reveal(hit, 'nearest'),
    select: ({ start, end }) => tracker.set({ anchor: start, focus: end }),
  });
  const repaintHits = display.painter.addSource(finder.strokes);

  function moveEdge(annotation: LaidAnnotation, fragments: readonly Interval[]): void {
    const isSame = fragments.every(
      ({ start, end }, index) =>
        start === annotation.fragments[index]?.start && end === annotation.fragments[index].end,
    );
    const outcome = isSame ? undefined : props.onMoveEdge(annotation.record.id, fragments.map(toSpan));
    display.previewEdges(outcome ? fragments : null);
    void outcome?.finally(() => display.previewEdges(null));
  }

  function fragmentFor({ record, fragments }: LaidAnnotation, edge: Edge): number {
    if (moving?.annotation === record.id && moving.fragment < fragments.length) return moving.fragment;
    return fragmentAt(fragments, endsOrTop().focus, edge);
  }

  function stepFragment(direction: 'backward' | 'forward'): void {
    const annotation = selected();
    if (!annotation) return;
    const { record, fragments } = annotation;
    const step = direction === 'forward' ? 1 : -1;
    const fragment = (fragmentFor(annotation, 'start') + step + fragments.length) % fragments.length;
    const start = fragments[fragment]?.start ?? 0;
    moveFocus(start, false, 'program');
    moving = { annotation: record.id, fragment };
  }

  const endsOrTop = (): Ends => tracker.ends ?? { anchor: viewport.top, focus: viewport.top };

  function moveFocus(focus: number, isExtending: boolean, cause: Cause): void {
    tracker.set({ anchor: isExtending ? endsOrTop().anchor : focus, focus }, cause);
    viewport.reveal({ start: focus, end: focus }, 'nearest');
  }

  const extend = (unit: TextUnit, direction: 'backward' | 'forward', cause: Cause): void =>
    moveFocus(moved(unit, endsOrTop().focus, direction, lines, words), true, cause);

  function actOnKey(key: SelectionKey): void {
    if (key.does === 'extend') extend(key.unit, key.direction, 'keyboard');
    else moveFocus(key.end === 'start' ? 0 : initial.text.length, key.isExtending, 'keyboard');
  }

  const cleanUps = [
    refuseChanges(elements.text, lexical, tracker),
    copyExactly(elements.text, initial.text, tracker),
    followSelectionKeys(elements.text, actOnKey),
    followPointer(
      { geometry, layer, tracker, words },
      {
        snaps: () => props.snapToWords,
        activated: (annotations, offset) =>
          props.onActivate({ annotations, offset: offsets.toCodePoint(utf16(offset)), by: 'pointer' }),
        hovered: (annotations) => props.onHover(annotations),
        previewed: display.paintSelection,
      },
    ),
    followHandles(elements.overlay, geometry, words, {
      selected,
      snaps: () => props.snapToWords,
      previewed: display.previewEdges,
      dropped: moveEdge,
    }),
    followTieDrag(elements.overlay, geometry, layer, ties.layer, {
      selected,
      hovered: (annotations) => props.onHover(annotations),
      dropped: (from, to, at) => props.onDrawTie({ from, to, at }),
    }),
    ties.layer.dispose,
    finder.dispose,
    viewport.dispose,
    tracker.dispose,
    display.dispose,
    () => lexical.setRootElement(null),
  ];

  const handle: EditorHandle = {
    focus: tracker.focus,
    select: (span) => {
      const { start, end } = toInterval(span);
      tracker.set({ anchor: start, focus: end });
    },
    reveal: (target, options = {}) => {
      const spans = typeof target === 'string' ? layer.get(target)?.fragments : [toInterval(target)];
      const first = spans?.[0];
      if (first) viewport.reveal(first, options.align ?? 'nearest');
    },
    placeOf: (annotation) => {
      const first = layer.get(annotation)?.fragments[0];
      const row = first && geometry.rows(first)[0];
      const view = elements.editor.getBoundingClientRect();
      return row && row.bottom > view.top && row.top < view.bottom ? row : null;
    },
    selection: () => {
      tracker.follow();
      return tracker.ends && describe(tracker.ends);
    },
    expandSelection: (unit) => {
      const before = endsOrTop();
      const span = spanOf(before);
      const { start, end } = unit ? unitAround(unit, span, lines, words) : expanded(span, lines, words);
      expansions.push(before);
      tracker.set({ anchor: start, focus: end });
    },
    shrinkSelection: () => {
      const before = expansions.pop();
      if (before) tracker.set(before);
    },
    extendSelection: (unit, direction) => extend(unit, direction, 'program'),
    moveEdge: (edge, by, direction) => {
      const annotation = selected();
      if (!annotation) return;
      const { record, fragments } = annotation;
      const place = { fragment: fragmentFor(annotation, edge), edge };
      moving = { annotation: record.id, fragment: place.fragment };
      const to = steppedEdge(edgeOf(fragments, place), edge, by, direction, initial.text, words);
      moveEdge(annotation, withEdgeAt(fragments, place, to, initial.text));
    },
    stepFragment,
    currentFragment: () => {
      const annotation = selected();
      const span = annotation?.fragments[fragmentFor(annotation, 'end')];
      return span ? toSpan(span) : null;
    },
    find: finder.controller,
  };

  if (initial.place) {
    const { top, caret } = initial.place;
    tracker.set({ anchor: offsets.toUtf16(caret), focus: offsets.toUtf16(caret) });
    viewport.reveal(toInterval({ start: top, end: top }), 'start');
  }

  return {
    handle,
    update: (next) => {
      if (next.text !== props.text) throw new Error('One editor shows one document: give it a key.');
      const isOtherSize = props.textSize !== next.textSize;
      props = next;
      display.update(next);
      ties.update(next);
      if (isOtherSize) viewport.remeasure();
    },
    dispose: () => {
      place.finish();
      for (const cleanUp of cleanUps) cleanUp();
    },
  };
}
