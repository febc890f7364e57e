import { TextFlow } from '../text-flow';

/** The running text of a document: its paragraphs, and the rows and cells of its tables. */
export class Body {
  readonly flow = new TextFlow();
  #paragraph = '';
  #isInRow = false;

  /** Adds to the paragraph. */
  write(text: string): void {
    this.#paragraph += text;
  }

  /** Ends a paragraph. Rows have no beginning of their own: they begin and end as `isInTable` changes. */
  endParagraph(gap: 'line' | 'paragraph', isInTable: boolean): void {
    if (isInTable && !this.#isInRow) this.#beginRow();
    else if (!isInTable && this.#isInRow) this.endRow();
    const text = this.#paragraph.trimEnd();
    this.#paragraph = '';
    this.flow.gap(gap);
    if (text !== '') this.flow.exact(text);
    this.flow.gap(gap);
  }

  /** Ends a cell, and the paragraph in it. */
  endCell(): void {
    this.endParagraph('line', true);
    this.flow.endCell();
  }

  /** Ends a row; does nothing outside of tables. */
  endRow(): void {
    if (!this.#isInRow) return;
    this.#isInRow = false;
    this.flow.endRow();
  }

  #beginRow(): void {
    this.#isInRow = true;
    this.flow.beginRow();
  }
}
