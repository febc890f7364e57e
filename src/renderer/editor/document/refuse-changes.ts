import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';

/** What would change the text or move it about. Keys themselves pass: the shell's keymap hears them. */
const refused = ['beforeinput', 'paste', 'cut', 'drop', 'dragover', 'dragstart'] as const;

/**
 * Keeps the text as it is, while the browser believes that it can be edited and so shows a caret. Whatever can be
 * refused is. A composition (input method) cannot: it starts from a caret, so that it replaces nothing, and what it
 * wrote is taken out again at its end. Returns its own clean-up.
 */
export function refuseChanges(root: HTMLElement, editor: LexicalEditor): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const touched = new Set<Node>();
  let isComposing = false;

  function putBack(): void {
    editor.update(
      () => {
        for (const node of touched) $getNearestNodeFromDOMNode(node)?.markDirty();
      },
      { discrete: true },
    );
    touched.clear();
  }

  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) if (root.contains(target)) touched.add(target);
    if (!isComposing && touched.size > 0) putBack();
  });
  observer.observe(root, { characterData: true, childList: true, subtree: true });

  for (const name of refused) root.addEventListener(name, (event) => event.preventDefault(), { signal });
  root.addEventListener(
    'compositionstart',
    () => {
      isComposing = true;
      document.getSelection()?.collapseToEnd();
    },
    { signal },
  );
  root.addEventListener(
    'compositionend',
    () => {
      isComposing = false;
      putBack();
    },
    { signal },
  );
  return () => {
    listening.abort();
    observer.disconnect();
  };
}
