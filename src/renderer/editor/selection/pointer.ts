import type { AnnotationId } from '../../../core/ids';
import type { Interval } from '../../../core/intervals';
import type { Geometry } from '../document/geometry';
import type { AnnotationLayer } from '../painting/annotation-layer';
import { spanOf, type Ends, type SelectionTracker } from './selection-tracker';
import { snapToWords, trimmed, type Words } from './words';

export interface PointerListener {
  /** Whether a selection by mouse takes whole words; Alt does the opposite. */
  readonly snaps: () => boolean;
  readonly activated: (annotations: readonly AnnotationId[], offset: number) => void;
  readonly hovered: (annotations: readonly AnnotationId[]) => void;
  /** What a selection that is being made will take in beyond what is selected so far. */
  readonly previewed: (spans: readonly Interval[]) => void;
}

export interface PointerDependencies {
  readonly geometry: Geometry;
  readonly layer: AnnotationLayer;
  readonly tracker: SelectionTracker;
  readonly words: Words;
}

/** Whether an event of the mouse knows nothing of the left button being down, or is about another button. */
const isStray = ({ button, buttons }: MouseEvent): boolean => button !== 0 || (buttons & 1) === 0;

/**
 * Makes selections by mouse snap to words, and tells what is clicked and pointed at. The browser makes the
 * selection, with all its scrolling at the edges; it is widened when the button is released. Chromium stops making it
 * at the first stray event in between (another button, another pointing device, a window that comes to lie above):
 * what is left of such a drag is followed here, so that none is lost. Returns its clean-up.
 */
export function followPointer(
  { geometry, layer, tracker, words }: PointerDependencies,
  listener: PointerListener,
): () => void {
  const { points } = geometry;
  const { root, lines } = points;
  const listening = new AbortController();
  const { signal } = listening;
  let isPressed = false;
  /** Where the selection was begun that the browser has stopped making; null while it makes it. UTF-16. */
  let abandoned: number | null = null;
  let frame = 0;
  let hovered = '';

  /** The annotations at a point of the screen: those over the character there, and marks of no width beside it. */
  function annotationsAt(x: number, y: number): readonly AnnotationId[] {
    const character = geometry.characterAt(x, y);
    return character ? layer.overlapping(character) : [];
  }

  function snapped(span: Interval, isSnapping: boolean): Interval {
    return isSnapping ? snapToWords(lines.text, words, span) : span;
  }

  function select(span: Interval, ends: Ends): void {
    const isForward = ends.anchor <= ends.focus;
    tracker.set(
      isForward ? { anchor: span.start, focus: span.end } : { anchor: span.end, focus: span.start },
    );
  }

  function pressed(event: PointerEvent): void {
    if (event.button !== 0) return;
    isPressed = true;
    abandoned = null;
    geometry.scroller.classList.add('postil-selecting');
    listener.hovered([]);
    // Pressing on a selection would begin to drag its text.
    const selection = document.getSelection();
    const isOwn = selection?.isCollapsed === false && root.contains(selection.anchorNode);
    if (isOwn && !event.shiftKey) selection.collapseToStart();
  }

  function dragged(event: MouseEvent): void {
    if (!isPressed) return;
    if (isStray(event)) abandoned ??= tracker.ends?.anchor ?? null;
    else extendAbandoned(event);
  }

  function extendAbandoned({ clientX, clientY }: MouseEvent): void {
    const focus = abandoned === null ? null : geometry.nearest(clientX, clientY);
    if (abandoned !== null && focus !== null) tracker.set({ anchor: abandoned, focus }, 'pointer');
  }

  function released(event: MouseEvent): void {
    if (!isPressed || event.button !== 0) return;
    extendAbandoned(event);
    isPressed = false;
    geometry.scroller.classList.remove('postil-selecting');
    listener.previewed([]);
    tracker.follow();
    const { ends } = tracker;
    if (!ends || ends.anchor === ends.focus) return;
    const span = spanOf(ends);
    // The third press of a triple click takes the paragraph, and Chromium the beginning of the next one with it.
    if (event.detail >= 3) select(lines.line(lines.lineAt(span.start)), ends);
    else if (event.detail === 2) select(trimmed(lines.text, snapped(span, true)), ends);
    else select(snapped(span, listener.snaps() !== event.altKey), ends);
  }

  function clicked(event: MouseEvent): void {
    tracker.follow();
    const { ends } = tracker;
    if (!ends || ends.anchor !== ends.focus || event.shiftKey) return;
    listener.activated(annotationsAt(event.clientX, event.clientY), ends.focus);
  }

  function preview(): void {
    const { ends } = tracker;
    if (!isPressed || !ends || !listener.snaps()) return;
    const span = spanOf(ends);
    const whole = snapped(span, true);
    listener.previewed(
      [
        { start: whole.start, end: span.start },
        { start: span.end, end: whole.end },
      ].filter(({ start, end }) => start < end),
    );
  }

  function hover(event: PointerEvent): void {
    if (isPressed) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const annotations = annotationsAt(event.clientX, event.clientY);
      const key = annotations.join(' ');
      if (key === hovered) return;
      hovered = key;
      listener.hovered(annotations);
    });
  }

  function left(): void {
    cancelAnimationFrame(frame);
    if (hovered === '') return;
    hovered = '';
    listener.hovered([]);
  }

  root.addEventListener('pointerdown', pressed, { signal });
  root.addEventListener('click', clicked, { signal });
  root.addEventListener('pointermove', hover, { signal });
  root.addEventListener('pointerleave', left, { signal });
  for (const name of ['mousedown', 'mousemove', 'mouseout'] as const)
    window.addEventListener(name, dragged, { signal, capture: true });
  window.addEventListener('mouseup', released, { signal });
  document.addEventListener('selectionchange', preview, { signal });
  return () => {
    listening.abort();
    cancelAnimationFrame(frame);
  };
}
