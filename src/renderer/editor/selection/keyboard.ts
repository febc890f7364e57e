import type { Edge, TextUnit } from '../interface';

/** What a key does to the selection beyond what the browser does by itself. */
export type SelectionKey =
  | { readonly does: 'extend'; readonly unit: TextUnit; readonly direction: 'backward' | 'forward' }
  | { readonly does: 'go-to-end'; readonly end: Edge; readonly isExtending: boolean };

type Press = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const directions: Partial<Record<string, 'backward' | 'forward'>> = {
  ArrowLeft: 'backward',
  ArrowRight: 'forward',
  ArrowUp: 'backward',
  ArrowDown: 'forward',
};

const isVertical = (code: string): boolean => code === 'ArrowUp' || code === 'ArrowDown';

/**
 * Sentences are Alt+Shift with left and right, or Ctrl+Shift on a Mac, where Alt+Shift means words; paragraphs are
 * Ctrl+Shift with up and down, or Alt+Shift on a Mac.
 */
function extension({ code, altKey, ctrlKey, metaKey, shiftKey }: Press, isMac: boolean): SelectionKey | null {
  const direction = directions[code];
  if (!direction || !shiftKey || metaKey || altKey === ctrlKey) return null;
  const isWithAlt = isVertical(code) === isMac;
  if (altKey !== isWithAlt) return null;
  return { does: 'extend', unit: isVertical(code) ? 'paragraph' : 'sentence', direction };
}

/** The ends of the text: the browser would stop at the last of what it has laid out. */
function endOfText({ code, altKey, ctrlKey, metaKey, shiftKey }: Press, isMac: boolean): SelectionKey | null {
  if (altKey || ctrlKey === isMac || metaKey !== isMac) return null;
  const start = isMac ? 'ArrowUp' : 'Home';
  const end = isMac ? 'ArrowDown' : 'End';
  if (code !== start && code !== end) return null;
  return { does: 'go-to-end', end: code === start ? 'start' : 'end', isExtending: shiftKey };
}

/**
 * What a key press means for the selection; null for those that the browser (characters, words, rows) or the
 * shell looks after.
 */
export const selectionKeyFor = (press: Press, isMac: boolean): SelectionKey | null =>
  extension(press, isMac) ?? endOfText(press, isMac);

/** Listens for such keys; every other one passes. Returns its clean-up. */
export function followSelectionKeys(root: HTMLElement, act: (key: SelectionKey) => void): () => void {
  const isMac = navigator.platform.startsWith('Mac');
  function press(event: KeyboardEvent): void {
    const key = selectionKeyFor(event, isMac);
    if (!key) return;
    event.preventDefault();
    act(key);
  }
  root.addEventListener('keydown', press);
  return () => root.removeEventListener('keydown', press);
}
