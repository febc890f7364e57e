import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import type { SelectionTracker } from '../selection/selection-tracker';

/** What would change the text or move it about. Keys themselves pass: the shell's keymap hears them. */
const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragover', 'dragstart'] as const;

/**
 * Keeps the text as it is, while the browser believes that it can be edited and so shows a caret. Whatever can be
 * refused is. A composition (input method) cannot: what it writes is taken out again at once, which also ends it.
 * Returns its own clean-up.
 */
export function refuseChanges(
  root: HTMLElement,
  editor: LexicalEditor,
  tracker: SelectionTracker,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;

  /** A composition replaces what is selected, over any number of lines: let it start from a caret. */
  function composing(): void {
    tracker.follow();
    if (tracker.ends) tracker.set({ anchor: tracker.ends.focus, focus: tracker.ends.focus });
  }

  function putBack(mutations: readonly MutationRecord[]): void {
    editor.update(
      () => {
        for (const { target } of mutations) $getNearestNodeFromDOMNode(target)?.markDirty();
      },
      { discrete: true },
    );
    observer.takeRecords();
    tracker.restore();
  }

  const observer = new MutationObserver(putBack);
  observer.observe(root, { characterData: true, childList: true, subtree: true });
  for (const name of refused) root.addEventListener(name, (event) => event.preventDefault(), { signal });
  root.addEventListener('compositionstart', composing, { signal });
  return () => {
    listening.abort();
    observer.disconnect();
  };
}
