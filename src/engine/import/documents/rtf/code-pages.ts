import { codePageOf } from './charsets';

/** The code page of Western Windows, in which a document is that names none. */
const western = 1252;

/** The code pages that the bytes of a document are in: its own one, and those of its fonts, by Windows' numbers. */
export class CodePages {
  readonly #fonts = new Map<number, number>();
  #document = western;
  #defaultFont: number | null = null;
  /** The font of which the font table is speaking. */
  #fontInTable = 0;

  /** The code page of what no font says otherwise of. */
  get document(): number {
    return this.#document;
  }

  /** Takes a control word that speaks of code pages or fonts; others say nothing. */
  declare(word: string, value: number, isInFontTable: boolean): void {
    if (word === 'ansicpg') this.#document = value;
    else if (word === 'mac') this.#document = 10000;
    else if (word === 'pc') this.#document = 437;
    else if (word === 'pca') this.#document = 850;
    else if (word === 'deff') this.#defaultFont = value;
    else if (!isInFontTable) return;
    else if (word === 'f') this.#fontInTable = value;
    else if (word === 'fcharset') this.#setPage(codePageOf(value));
    else if (word === 'cpg') this.#setPage(value);
  }

  #setPage(page: number | undefined): void {
    if (page !== undefined && page > 0) this.#fonts.set(this.#fontInTable, page);
  }

  /** What a font's character set says of its bytes: null where it is that of the document. */
  ofFont(font: number): number | null {
    const page = this.#fonts.get(font);
    // Western fonts say nothing against the document's code page.
    return page === undefined || page === western ? null : page;
  }

  /** The same of the font of plain text. */
  ofDefaultFont(): number | null {
    return this.#defaultFont === null ? null : this.ofFont(this.#defaultFont);
  }
}
