import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
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

/**
 * Shows a document in an element, as blocks of lines of text nodes. Lexical itself is read-only and hears no
 * events: it makes the DOM, watches it, and puts back whatever else changes it.
 */
export function renderDocument(lines: LineTable): LexicalEditor {
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
  return editor;
}
