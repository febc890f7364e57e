import { TextFlow } from '../text-flow';

/** The running text of a document: its paragraphs, and the rows and cells of its tables. */
export class Body {
  readonly flow = new TextFlow();
  #paragraph = '';
  #isInRow = false;

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

  endCell(): void {
    this.endParagraph('line', true);
    this.flow.endCell();
  }

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
