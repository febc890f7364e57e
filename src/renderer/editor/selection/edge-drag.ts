import type { Interval } from '../../../core/intervals';
import type { Geometry } from '../document/geometry';
import type { LaidAnnotation } from '../painting/annotation-layer';
import { edgeOf, snappedEdge, withEdgeAt, type EdgePlace } from './edges';
import type { Words } from './words';

export interface EdgeDragListener {
  /** The annotation whose handles are shown. */
  readonly selected: () => LaidAnnotation | null;
  /** Whether an edge snaps to words; Alt does the opposite. */
  readonly snaps: () => boolean;
  /** The edge is under way; null when the drag was given up. */
  readonly previewed: (fragments: readonly Interval[] | null) => void;
  readonly dropped: (annotation: LaidAnnotation, fragments: readonly Interval[]) => void;
}

/** How near to the top or the bottom of the view the pointer makes the text scroll, and by how much each frame. */
const scrollZone = 28;
const scrollStep = 14;

/** Which edge a handle is for, as the overlay marks it; null where it is no handle. */
function placeOf(target: EventTarget | null): EdgePlace | null {
  const handle = target instanceof Element ? target.closest<HTMLElement>('.postil-handle') : null;
  const edge = handle?.dataset['edge'];
  if (edge !== 'start' && edge !== 'end') return null;
  return { fragment: Number(handle?.dataset['fragment']), edge };
}

/**
 * Lets the handles that the overlay shows at each fragment of the selected annotation be dragged with the mouse;
 * Escape gives up. Returns its clean-up.
 */
export function followHandles(
  overlay: HTMLElement,
  geometry: Geometry,
  words: Words,
  listener: EdgeDragListener,
): () => void {
  const { scroller, points } = geometry;
  const { text } = points.lines;
  const listening = new AbortController();

  function drag(place: EdgePlace, annotation: LaidAnnotation, press: PointerEvent): void {
    const dragging = new AbortController();
    const { fragment, edge } = place;
    const opposite = edgeOf(annotation.fragments, { fragment, edge: edge === 'start' ? 'end' : 'start' });
    let { fragments } = annotation;
    let pointer = press;
    let frame = 0;

    function follow(): void {
      const offset = geometry.nearest(pointer.clientX, pointer.clientY);
      if (offset === null) return;
      const isSnapping = listener.snaps() !== pointer.altKey;
      const to = isSnapping ? snappedEdge(offset, edge, opposite, words) : offset;
      fragments = withEdgeAt(annotation.fragments, place, to, text);
      listener.previewed(fragments);
    }

    function scroll(): void {
      const view = scroller.getBoundingClientRect();
      const isAbove = pointer.clientY < view.top + scrollZone;
      const isBelow = pointer.clientY > view.bottom - scrollZone;
      if (isAbove || isBelow) {
        scroller.scrollTop += isAbove ? -scrollStep : scrollStep;
        follow();
      }
      frame = requestAnimationFrame(scroll);
    }

    function end(isDropped: boolean): void {
      dragging.abort();
      cancelAnimationFrame(frame);
      scroller.classList.remove('postil-dragging');
      if (isDropped) listener.dropped(annotation, fragments);
      else listener.previewed(null);
    }

    function moved(event: PointerEvent): void {
      pointer = event;
      follow();
    }

    function pressedKey(event: KeyboardEvent): void {
      if (event.code !== 'Escape') return;
      event.stopPropagation();
      end(false);
    }

    const during = { signal: AbortSignal.any([listening.signal, dragging.signal]), capture: true };
    window.addEventListener('pointermove', moved, during);
    window.addEventListener('pointerup', () => end(true), during);
    window.addEventListener('pointercancel', () => end(false), during);
    window.addEventListener('keydown', pressedKey, during);
    // The handle lies between the pointer and the text: while it is dragged, the pointer looks through it.
    scroller.classList.add('postil-dragging');
    frame = requestAnimationFrame(scroll);
  }

  // Neither the caret nor the focus goes to where a handle is pressed.
  overlay.addEventListener('mousedown', (press) => placeOf(press.target) && press.preventDefault(), {
    signal: listening.signal,
  });
  overlay.addEventListener(
    'pointerdown',
    (press) => {
      const place = placeOf(press.target);
      const annotation = listener.selected();
      if (!place || !annotation || press.button !== 0) return;
      press.preventDefault();
      drag(place, annotation, press);
    },
    { signal: listening.signal },
  );
  return () => listening.abort();
}
