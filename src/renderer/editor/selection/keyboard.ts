import type { TextUnit } from '../interface';

/** How a key extends the selection beyond what the browser does by itself. */
export interface Extension {
  readonly unit: TextUnit;
  readonly direction: 'backward' | 'forward';
}

const directions: Partial<Record<string, Extension['direction']>> = {
  ArrowLeft: 'backward',
  ArrowRight: 'forward',
  ArrowUp: 'backward',
  ArrowDown: 'forward',
};

/**
 * What a key press means for the selection; null for those that the browser (characters, words, rows) or the
 * shell looks after. Sentences are Alt+Shift with left and right, or Ctrl+Shift on a Mac, where Alt+Shift means words;
 * paragraphs are Ctrl+Shift with up and down, or Alt+Shift on a Mac.
 */
export function extensionFor(
  event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
  isMac: boolean,
): Extension | null {
  const direction = directions[event.code];
  if (!direction || !event.shiftKey || event.metaKey || event.altKey === event.ctrlKey) return null;
  const isVertical = event.code === 'ArrowUp' || event.code === 'ArrowDown';
  const withAlt = isVertical === isMac;
  if (event.altKey !== withAlt) return null;
  return { unit: isVertical ? 'paragraph' : 'sentence', direction };
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** Extends the selection by sentences and paragraphs; every other key passes. Returns its clean-up. */
export function followExtensionKeys(
  root: HTMLElement,
  extend: (unit: TextUnit, direction: Extension['direction']) => void,
): () => void {
  function press(event: KeyboardEvent): void {
    const extension = extensionFor(event, isMac());
    if (!extension) return;
    event.preventDefault();
    extend(extension.unit, extension.direction);
  }
  root.addEventListener('keydown', press);
  return () => root.removeEventListener('keydown', press);
}
