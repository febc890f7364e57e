import type { Interval } from '../../../core/intervals';
import type { Utf16Offset } from '../../../core/offsets';
import type { Alignment } from '../interface';
import { estimateBlockHeights, measureText } from './block-heights';
import type { Geometry } from './geometry';

/** What of a long document is on the screen, and how it gets there. */
export interface Viewport {
  /** The stretch of text that is in view or within a screen of it. UTF-16. */
  readonly window: Interval;
  /** The first character in view, as it was when scrolling last came to rest. UTF-16. */
  readonly top: Utf16Offset;
  /** Brings a span into view, at once and exactly, wherever it is. */
  readonly reveal: (span: Interval, align: Alignment) => void;
  /** Measures anew and keeps the place, after the size of the text changed. */
  readonly remeasure: () => void;
  readonly dispose: () => void;
}

export interface ViewportListener {
  /** The stretch of text near the view is another one. */
  readonly windowMoved: (window: Interval) => void;
  /** Text moved on the page: what is drawn over it has to follow. */
  readonly layoutChanged: () => void;
  /** Scrolling came to rest. */
  readonly settled: () => void;
}

/** How long nothing moves before scrolling counts as finished, in milliseconds. */
const restingTime = 200;

/** Blocks up to this many screens around a target are laid out before jumping there. */
const screensAround = 2;

/** Follows what of a text is in view while it is scrolled and laid out anew, and jumps in it. */
export function watchViewport(geometry: Geometry, listener: ViewportListener): Viewport {
  const { scroller, points } = geometry;
  const { root, lines } = points;
  let window: Interval = { start: 0, end: 0 };
  let windowTop = -Infinity;
  let top = lines.line(0).start;
  let width = 0;
  /** While all heights change, the place that has to stay. UTF-16. */
  let held: Utf16Offset | null = null;
  /** How far the text was scrolled when it was last put in its place, or came to rest there. */
  let placed = 0;
  /** Whether somebody has scrolled since. */
  let isElsewhere = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function moveWindow(): void {
    windowTop = scroller.scrollTop;
    window = geometry.inView(scroller.clientHeight);
    listener.windowMoved(window);
  }

  const firstInView = (): Utf16Offset => geometry.offsetBelow(scroller.getBoundingClientRect().top);

  function settle(): void {
    top = held ?? firstInView();
    placed = scroller.scrollTop;
    isElsewhere = false;
    listener.settled();
  }

  function measure(): void {
    const heights = estimateBlockHeights(lines, measureText(root, lines.text));
    for (const [index, height] of heights.entries()) {
      const block = points.block(index);
      if (block instanceof HTMLElement) block.style.containIntrinsicBlockSize = `auto ${height}px`;
    }
  }

  /** The blocks in which a jump to a line ends, and those around it, up to some screens away. */
  function blocksAround(line: number): HTMLElement[] {
    const target = lines.blockOf(line);
    const found: HTMLElement[] = [];
    for (const step of [-1, 1]) {
      let room = scroller.clientHeight * screensAround;
      for (let index = step < 0 ? target : target + 1; room > 0; index += step) {
        const block = points.block(index);
        if (!(block instanceof HTMLElement)) break;
        found.push(block);
        if (index !== target) room -= block.offsetHeight;
      }
    }
    return found;
  }

  /** How far to scroll so that a rectangle comes to stand where it should; 0 where it may stay. */
  function distance(from: DOMRect, to: DOMRect, align: Alignment, isFirst: boolean): number {
    const view = scroller.getBoundingClientRect();
    const margin = Math.min(from.height * 2, view.height / 8);
    const isInView = from.top >= view.top + margin && to.bottom <= view.bottom - margin;
    // At the very beginning the margin above the text belongs to the view.
    if (align === 'start') return isFirst ? -scroller.scrollTop : from.top - view.top;
    if (align === 'nearest' && isInView) return 0;
    const height = Math.min(to.bottom - from.top, view.height - 2 * margin);
    return from.top - view.top - (view.height - height) / 2;
  }

  function reveal(span: Interval, align: Alignment, landed?: () => void): void {
    // A block that was never laid out is as high as it was guessed to be. Those around the target get their
    // true height first, so that nothing moves once the browser comes to lay them out.
    const blocks = blocksAround(lines.lineAt(span.start));
    for (const block of blocks) block.classList.add('postil-laid-out');
    const from = geometry.caret(span.start);
    const to = geometry.caret(span.end);
    scroller.scrollTop += distance(from, to, align, span.start === 0);
    placed = scroller.scrollTop;
    moveWindow();
    listener.layoutChanged();
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        for (const block of blocks) block.classList.remove('postil-laid-out');
        landed?.();
      });
    });
  }

  function scrolled(): void {
    if (Math.abs(scroller.scrollTop - windowTop) > scroller.clientHeight / 2) moveWindow();
    isElsewhere ||= held === null && Math.abs(scroller.scrollTop - placed) > 1;
    clearTimeout(resting);
    resting = setTimeout(settle, restingTime);
  }

  function remeasure(): void {
    width = root.clientWidth;
    measure();
    const kept = (held = top);
    reveal({ start: kept, end: kept }, 'start', () => {
      if (held !== kept) return;
      held = null;
      // The browser laid out more meanwhile, and may have scrolled by what that added.
      if (firstInView() !== kept) reveal({ start: kept, end: kept }, 'start');
    });
  }

  /** The text's font arrives after the first layout, and others whenever something is first shown in them. */
  function fontsArrived(): void {
    // Who has begun to scroll is not taken back.
    if (isElsewhere) top = firstInView();
    remeasure();
  }

  function resized(): void {
    if (root.clientWidth !== width) remeasure();
    moveWindow();
    listener.layoutChanged();
  }

  const observer = new ResizeObserver(resized);
  observer.observe(scroller);
  observer.observe(root);
  scroller.addEventListener('scroll', scrolled, { passive: true });
  document.fonts.addEventListener('loadingdone', fontsArrived);
  width = root.clientWidth;
  measure();

  return {
    get window() {
      return window;
    },
    get top() {
      return top;
    },
    reveal: (span, align) => {
      held = null;
      reveal(span, align);
      settle();
    },
    remeasure,
    dispose: () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', fontsArrived);
      scroller.removeEventListener('scroll', scrolled);
      clearTimeout(resting);
    },
  };
}
