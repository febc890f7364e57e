import { $applyNodeReplacement, ElementNode, ParagraphNode, TextNode } from 'lexical';

/** A group of lines that the browser lays out and paints only near the view (`content-visibility: auto`). */
export class BlockNode extends ElementNode {
  override $config() {
    return this.config('postil-block', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'postil-block';
    return element;
  }

  override updateDOM(): false {
    return false;
  }
}

/** A line of the document. */
export class LineNode extends ParagraphNode {
  override $config() {
    return this.config('postil-line', { extends: ParagraphNode });
  }
}

/** The text of a line, or a part of a very long one. */
export class PieceNode extends TextNode {
  override $config() {
    return this.config('postil-piece', { extends: TextNode });
  }
}

export const $createBlock = (lines: LineNode[]): BlockNode =>
  $applyNodeReplacement(new BlockNode()).splice(0, 0, lines);

export const $createLine = (pieces: PieceNode[]): LineNode =>
  $applyNodeReplacement(new LineNode()).splice(0, 0, pieces);

/** In Lexical's token mode a text is all or nothing: what the browser changes in it is put back, never taken over. */
export const $createPiece = (text: string): PieceNode =>
  $applyNodeReplacement(new PieceNode(text)).setMode('token');
