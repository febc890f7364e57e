import { useInterface } from '../stores/interface';
import { useWorkspaceState, workspace } from '../stores/workspace/workspace';
import { afterFrames } from '../ui/after-frames';
import { isInText, isThere, nearest, trailOf, type Trail } from './focus-trail';
import { focusView } from './views';

/** What has the keyboard; null for nothing, and for what is behind another view and about to lose it. */
function active(): Element | null {
  const element = document.activeElement;
  return element === document.body || element?.closest('[inert]') ? null : element;
}

/**
 * Gives the keyboard back where it was when what had it goes: a dialog that closes, the inspector of an annotation
 * that is deleted, the text of a document that is left. Where that is gone too, or behind another view, what is shown
 * takes it. Answers with a function that stops this.
 */
export function keepFocus(): () => void {
  let beforeDialog: Element | null = null;

  const restore = (): void => {
    const { dialog, view } = useInterface.getState();
    if (dialog !== null || active() !== null) return;
    if (beforeDialog instanceof HTMLElement && beforeDialog.isConnected)
      beforeDialog.focus({ preventScroll: true });
    if (active() === null) focusView(view);
  };
  // What goes is gone in the first frame, and react-aria restores the focus in it where it can.
  const restoreSoon = (): void => afterFrames(2, restore);

  const stops = [
    useInterface.subscribe((now, before) => {
      if (now.dialog !== null && before.dialog === null) beforeDialog = active() ?? beforeDialog;
      const isOther = now.dialog !== before.dialog || now.selected !== before.selected;
      if (isOther || now.view !== before.view) restoreSoon();
    }),
    useWorkspaceState.subscribe(({ workspace: now }, { workspace: before }) => {
      if (now?.open?.id !== before?.open?.id) restoreSoon();
    }),
    keepNearby(),
  ];
  return () => stops.forEach((stop) => stop());
}

/** How many places are remembered: in a list, in the question about it, in what tells that it was done. */
const mostTrails = 8;

/**
 * Moves the keyboard to what is nearest when the very thing that has it goes or is disabled: a row that is removed, a
 * button that moves something to the top. From a text it goes to the one that comes in its place, however late. Who
 * leaves by a click into nothing is let go.
 */
function keepNearby(): () => void {
  let trails: readonly Trail[] = [];
  /** What has the keyboard while there is no text, until a key is pressed there. */
  let lentTo: Element | null = null;

  const restore = (): void => {
    if (active() !== null || trails[0] === undefined || isThere(trails[0])) return;
    const wasInText = isInText(trails[0]);
    if (wasInText && workspace()?.open) {
      useInterface.getState().editor?.focus();
      return;
    }
    for (const trail of trails) {
      const found = nearest(trail);
      found?.focus({ preventScroll: true });
      if (!found || document.activeElement !== found) continue;
      if (wasInText) lentTo = found;
      return;
    }
  };
  const stop = useInterface.subscribe(({ editor }, before) => {
    if (editor === null || editor === before.editor) return;
    const isWaitedFor = active() === null && trails[0] !== undefined && isInText(trails[0]);
    if (isWaitedFor || (lentTo !== null && active() === lentTo)) editor.focus();
    lentTo = null;
  });
  const onKey = (): void => {
    lentTo = null;
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof Element) trails = [trailOf(target), ...trails].slice(0, mostTrails);
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== null || !document.hasFocus()) return;
    afterFrames(1, () => {
      if (active() === null && trails[0] !== undefined && isThere(trails[0])) trails = [];
    });
  };
  // One frame more than what knows better where the keyboard belongs.
  const observer = new MutationObserver(() => {
    if (active() === null && trails.length > 0) afterFrames(3, restore);
  });

  document.addEventListener('keydown', onKey, true);
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    stop();
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    observer.disconnect();
  };
}
