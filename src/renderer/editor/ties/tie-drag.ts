import type { AnnotationId } from '../../../core/ids';
import type { Geometry } from '../document/geometry';
import type { AnnotationLayer, LaidAnnotation } from '../painting/annotation-layer';
import type { TieLayer } from './tie-layer';

export interface TieDragListener {
  readonly selected: () => LaidAnnotation | null;
  /** The annotations under the pointer changed, the innermost first. */
  readonly hovered: (annotations: readonly AnnotationId[]) => void;
  /** The pointer let go over annotations, the innermost first, at a point of the window. */
  readonly dropped: (
    from: AnnotationId,
    to: readonly AnnotationId[],
    at: { readonly x: number; readonly y: number },
  ) => void;
}

/** How far the pointer has to go before a press becomes a drag, in CSS pixels. */
const least = 4;

/** Lets a tie be drawn with the mouse, from the label of the selected annotation to another. Returns its clean-up. */
export function followTieDrag(
  overlay: HTMLElement,
  geometry: Geometry,
  layer: AnnotationLayer,
  ties: TieLayer,
  listener: TieDragListener,
): () => void {
  const listening = new AbortController();

  function annotationsAt(x: number, y: number): readonly AnnotationId[] {
    const character = geometry.characterAt(x, y);
    return character ? layer.overlapping(character) : [];
  }

  function drag(from: LaidAnnotation, press: PointerEvent): void {
    const dragging = new AbortController();
    let isDragging = false;

    function move(event: PointerEvent): void {
      isDragging ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) >= least;
      if (!isDragging) return;
      geometry.scroller.classList.add('postil-drawing');
      ties.drag(from.fragments, { x: event.clientX, y: event.clientY });
      listener.hovered(annotationsAt(event.clientX, event.clientY).filter((id) => id !== from.record.id));
    }

    function end(event: PointerEvent | null): void {
      dragging.abort();
      geometry.scroller.classList.remove('postil-drawing');
      ties.drag(null, { x: 0, y: 0 });
      listener.hovered([]);
      if (!event || !isDragging) return;
      const { clientX: x, clientY: y } = event;
      const under = annotationsAt(x, y).filter((id) => id !== from.record.id);
      if (under.length > 0) listener.dropped(from.record.id, under, { x, y });
    }

    function pressedKey(event: KeyboardEvent): void {
      if (event.code !== 'Escape') return;
      event.stopPropagation();
      end(null);
    }

    const during = { signal: AbortSignal.any([listening.signal, dragging.signal]), capture: true };
    window.addEventListener('pointermove', move, during);
    window.addEventListener('pointerup', end, during);
    window.addEventListener('pointercancel', () => end(null), during);
    window.addEventListener('keydown', pressedKey, during);
  }

  const isLabel = ({ target }: Event): boolean =>
    target instanceof Element && target.closest('.postil-chip') !== null;

  // Neither the caret nor the focus goes to where the label is pressed.
  overlay.addEventListener('mousedown', (press) => isLabel(press) && press.preventDefault(), {
    signal: listening.signal,
  });
  overlay.addEventListener(
    'pointerdown',
    (press) => {
      const from = listener.selected();
      if (!from || press.button !== 0 || !isLabel(press)) return;
      press.preventDefault();
      drag(from, press);
    },
    { signal: listening.signal },
  );
  return () => listening.abort();
}
