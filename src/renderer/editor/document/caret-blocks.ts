import type { DomPoints } from './dom-points';

/**
 * Keeps the blocks around the caret laid out: keys move it through what is laid out, and skip the rest. The
 * browser itself does so only near the view, and the caret may be far from that. Give it the caret's UTF-16 offset.
 */
export function keepCaretBlocks({ block, lines }: DomPoints): (caret: number) => void {
  let kept: readonly Element[] = [];
  return (caret) => {
    const at = lines.blockOf(lines.lineAt(caret));
    const next = [at - 1, at, at + 1].map(block).filter((element) => element !== null);
    for (const element of kept) if (!next.includes(element)) element.classList.remove('postil-near-caret');
    for (const element of next) element.classList.add('postil-near-caret');
    kept = next;
  };
}
