import { useLayoutEffect, useState, type RefObject } from 'react';

/** The longest that an element may be: browsers draw nothing beyond some 33 million CSS pixels. */
const longest = 30_000_000;

/** Which lines of a very long table are in view, and how to get to others. All lengths are CSS pixels. */
export interface Scrolling {
  /** The height of what is scrolled. */
  readonly height: number;
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Where a line stands in what is scrolled. */
  readonly topOf: (line: number) => number;
  /** Brings a line into view by the shortest way. */
  readonly reveal: (line: number) => void;
  readonly linesInView: number;
}

/** Lines beyond the edges of the view that are drawn as well, so that scrolling shows no gap. */
const overscan = 12;

/**
 * Scrolls through lines of one height, any number of them: where they would be longer than an element can be, the
 * scrollbar moves over more of them at once.
 */
export function useScrolling(
  box: RefObject<HTMLElement | null>,
  count: number,
  lineHeight: number,
  atFirst: number,
  onScroll: (top: number) => void,
): Scrolling {
  const [top, setTop] = useState(atFirst);
  const [viewHeight, setViewHeight] = useState(600);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollTo({ top: atFirst });
    const measure = (): void => setViewHeight(element.clientHeight);
    const follow = (): void => {
      setTop(element.scrollTop);
      onScroll(element.scrollTop);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where it begins is read once
  }, [box]);

  const full = count * lineHeight;
  const height = Math.min(full, longest);
  const farthest = Math.max(1, height - viewHeight);
  const scale = full > height ? (full - viewHeight) / farthest : 1;
  const seen = Math.min(top, farthest) * scale;
  const linesInView = Math.max(1, Math.floor(viewHeight / lineHeight) - 1);
  return {
    height,
    linesInView,
    first: Math.max(0, Math.floor(seen / lineHeight) - overscan),
    end: Math.min(count, Math.ceil((seen + viewHeight) / lineHeight) + overscan),
    topOf: (line) => Math.min(top, farthest) + line * lineHeight - seen,
    reveal: (line) => {
      const element = box.current;
      if (!element) return;
      const now = Math.min(element.scrollTop, farthest) * scale;
      const above = line * lineHeight;
      const below = above + lineHeight - viewHeight;
      if (above < now) element.scrollTo({ top: above / scale });
      else if (below > now) element.scrollTo({ top: below / scale });
    },
  };
}
