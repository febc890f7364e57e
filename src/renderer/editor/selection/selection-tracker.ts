import type { Interval } from '../../../core/intervals';
import type { DomPoints } from '../document/dom-points';

/** The two ends of a selection: where it was begun, and the free end that keys and the mouse move. UTF-16. */
export interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

/** What moved the selection last. */
export type Cause = 'pointer' | 'keyboard' | 'program';

export interface SelectionTracker {
  /**
   * The last selection in the text; it stays when the keyboard goes elsewhere. Null before there was one. Asking
   * tells the listener of a move whose event is still to come: keys may be pressed faster than Chromium tells it.
   */
  readonly ends: Ends | null;
  readonly hasFocus: boolean;
  /** Takes over at once what the browser would tell only after the event that is being handled. */
  readonly follow: () => void;
  readonly set: (ends: Ends, by?: Cause) => void;
  /** Puts the selection that is known into the DOM, where the browser lost it. */
  readonly restore: () => void;
  readonly focus: () => void;
  readonly dispose: () => void;
}

export interface SelectionListener {
  readonly selectionMoved: (ends: Ends, cause: Cause) => void;
  readonly focusMoved: (hasFocus: boolean) => void;
}

/** The span between two ends. */
export const spanOf = ({ anchor, focus }: Ends): Interval => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
});

const areSame = (a: Ends | null, b: Ends): boolean => a?.anchor === b.anchor && a.focus === b.focus;

/**
 * Follows the browser's selection while the text has the keyboard, and keeps it while it has not. It is put into
 * the DOM only in the first case, since Chromium moves the focus to wherever a script selects.
 */
export function trackSelection(points: DomPoints, listener: SelectionListener): SelectionTracker {
  const { root } = points;
  const listening = new AbortController();
  const { signal } = listening;
  let ends: Ends | null = null;
  let cause: Cause = 'program';

  const hasFocus = (): boolean => document.activeElement === root;

  function read(): Ends | null {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    const anchor = points.offsetAt({ node: selection.anchorNode, offset: selection.anchorOffset });
    const focus = points.offsetAt({ node: selection.focusNode, offset: selection.focusOffset });
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  function write({ anchor, focus }: Ends): void {
    const from = points.pointAt(anchor, anchor > focus ? 'after' : 'before');
    const to = points.pointAt(focus, focus > anchor ? 'after' : 'before');
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  function follow(): void {
    const next = hasFocus() ? read() : null;
    if (!next || areSame(ends, next)) return;
    ends = next;
    listener.selectionMoved(ends, cause);
  }

  function set(next: Ends, by: Cause = 'program'): void {
    cause = by;
    const isNew = !areSame(ends, next);
    ends = next;
    if (hasFocus()) write(next);
    if (isNew) listener.selectionMoved(next, cause);
  }

  document.addEventListener('selectionchange', follow, { signal });
  root.addEventListener('pointerdown', () => (cause = 'pointer'), { signal, capture: true });
  root.addEventListener(
    'keydown',
    () => {
      // What keys mean to the shell depends on what is selected: it has to know the outcome of the key before.
      follow();
      cause = 'keyboard';
    },
    { signal, capture: true },
  );
  root.addEventListener(
    'focus',
    () => {
      // A press of the mouse sets its own caret.
      if (ends && cause !== 'pointer') write(ends);
      listener.focusMoved(true);
    },
    { signal },
  );
  root.addEventListener(
    'blur',
    () => {
      cause = 'program';
      listener.focusMoved(false);
    },
    { signal },
  );

  return {
    get ends() {
      follow();
      return ends;
    },
    get hasFocus() {
      return hasFocus();
    },
    follow,
    set,
    restore: () => {
      if (ends && hasFocus()) write(ends);
    },
    focus: () => root.focus({ preventScroll: true }),
    dispose: () => listening.abort(),
  };
}
