import { spanOf, type SelectionTracker } from './selection-tracker';

/**
 * Puts the exact text of the selection on the clipboard, with the line breaks and spaces that it has in the
 * document: the browser would make its own of both. Returns its clean-up.
 */
export function copyExactly(root: HTMLElement, text: string, tracker: SelectionTracker): () => void {
  function copy(event: ClipboardEvent): void {
    tracker.follow();
    if (!tracker.ends || !event.clipboardData) return;
    const { start, end } = spanOf(tracker.ends);
    event.preventDefault();
    if (start < end) event.clipboardData.setData('text/plain', text.slice(start, end));
  }
  root.addEventListener('copy', copy);
  return () => root.removeEventListener('copy', copy);
}
