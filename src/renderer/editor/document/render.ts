import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
import { makeDomPoints } from './dom-points';
import type { LineTable } from './line-table';
import { $createBlock, $createLine, $createPiece, BlockNode, LineNode, PieceNode } from './nodes';

function $createLineAt(lines: LineTable, index: number): LineNode {
  const starts = lines.piecesOf(index);
  const { end } = lines.line(index);
  return $createLine(starts.map((start, at) => $createPiece(lines.text.slice(start, starts[at + 1] ?? end))));
}

function $createBlockAt(lines: LineTable, block: number): BlockNode {
  const first = lines.firstLineOf(block);
  const after = lines.firstLineOf(block + 1);
  return $createBlock(
    Array.from({ length: after - first }, (_, index) => $createLineAt(lines, first + index)),
  );
}

/** Whether most letters at the beginning of a text are Cyrillic, so that its font is to be asked first. */
function isCyrillic(text: string): boolean {
  const sample = text.slice(0, 5000);
  const count = (letters: RegExp): number => sample.match(letters)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{L}/gu) / 2;
}

/**
 * A run without a space that is longer than this makes its line break between any two letters. Chromium would
 * look through the whole run again for every row that it fills: a million letters took it 46 s.
 */
const unbrokenRun = /\S{5000}/;

function markUnbrokenLines(root: HTMLElement, lines: LineTable): void {
  const points = makeDomPoints(root, lines);
  for (let index = 0; index < lines.lineCount; index += 1) {
    const { start, end } = lines.line(index);
    const isLong = lines.piecesOf(index).length > 1;
    if (isLong && unbrokenRun.test(lines.text.slice(start, end))) {
      points.line(index)?.classList.add('postil-unbroken');
    }
  }
}

/**
 * Shows a document in an element, as blocks of lines of text nodes. Lexical itself is read-only and hears no
 * events: it makes the DOM, watches it, and puts back whatever else changes it.
 */
export function renderDocument(root: HTMLElement, lines: LineTable): LexicalEditor {
  const editor = createEditor({
    namespace: 'postil',
    nodes: [BlockNode, LineNode, PieceNode],
    editable: false,
    disableEvents: true,
    theme: { paragraph: 'postil-line' },
    onError: (error) => {
      throw error;
    },
  });
  editor.update(
    () => {
      const blocks = Array.from({ length: lines.blockCount }, (_, block) => $createBlockAt(lines, block));
      $getRoot().clear().splice(0, 0, blocks);
    },
    { discrete: true },
  );
  editor.setRootElement(root);
  root.classList.toggle('postil-cyrillic', isCyrillic(lines.text));
  markUnbrokenLines(root, lines);
  return editor;
}
