import { useInterface } from '../stores/interface';
import { useWorkspaceState } from '../stores/workspace/workspace';

const active = (): Element | null =>
  document.activeElement === document.body ? null : document.activeElement;

/**
 * Gives the keyboard back where it was when what had it goes: a dialog that closes, the inspector of an annotation
 * that is deleted, the text of a document that is left. Where that is gone too, the text takes it. Answers with a
 * function that stops this.
 */
export function keepFocus(): () => void {
  let beforeDialog: Element | null = null;

  const restore = (): void => {
    const { dialog, editor } = useInterface.getState();
    if (dialog !== null || active() !== null) return;
    if (beforeDialog instanceof HTMLElement && beforeDialog.isConnected)
      beforeDialog.focus({ preventScroll: true });
    else editor?.focus();
  };
  // Two frames: what goes is gone in the first, and react-aria restores the focus in it where it can.
  const restoreSoon = (): unknown => requestAnimationFrame(() => requestAnimationFrame(restore));

  const stops = [
    useInterface.subscribe((now, before) => {
      if (now.dialog !== null && before.dialog === null) beforeDialog = active() ?? beforeDialog;
      if (now.dialog !== before.dialog || now.selected !== before.selected) restoreSoon();
    }),
    useWorkspaceState.subscribe(({ workspace: now }, { workspace: before }) => {
      if (now?.open?.id !== before?.open?.id) restoreSoon();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
