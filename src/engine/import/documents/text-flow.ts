/** Characters that no reader sees, which would make words differ that look the same. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu;
/** Control characters other than tab and line feed. */
// eslint-disable-next-line no-control-regex -- these are what it is about
const controls = /[\u0001-\u0008\u000b-\u001f\u007f]/gu;
const broken = /\0|\p{Surrogate}/gu;
const collapsible = /[ \t\n\r\f]+/u;

/** A text without what no text can have: U+0000 and halves of pairs become U+FFFD, and are counted. */
export function replaceBroken(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const sound = text.replace(broken, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: sound, replaced };
}

/** How far apart two stretches of text are: `line` begins a new line, `paragraph` leaves one blank. */
export type Gap = 'line' | 'paragraph';

/**
 * Builds a document's text from what a format knows of paragraphs, lines and cells: one blank line between
 * paragraphs, one line feed between lines, a tab between cells, nothing at the ends. Gaps are owed until text
 * follows, so that empty paragraphs leave no trace.
 */
export class TextFlow {
  readonly #pieces: string[] = [];
  #isEmpty = true;
  /** Line feeds and tabs that are owed before the next text. */
  #lines = 0;
  #tabs = 0;
  #owesSpace = false;
  /** At the beginning of a cell, where a paragraph begins nothing new. */
  #isFresh = false;
  #isInRow = false;
  #replaced = 0;

  /** How many characters no text can have (U+0000, halves of pairs) were replaced by U+FFFD. */
  get replaced(): number {
    return this.#replaced;
  }

  /** Adds text whose white space counts as it stands. */
  exact(text: string): void {
    const clean = this.#clean(text);
    if (clean === '') return;
    this.#settle();
    this.#pieces.push(clean);
  }

  /** Adds text whose runs of white space count as one space, and as none at the edge of a line. */
  collapsed(text: string): void {
    const clean = this.#clean(text);
    const words = clean.split(collapsible);
    words.forEach((word, index) => {
      if (index > 0) this.#owesSpace = true;
      if (word === '') return;
      this.#settle();
      this.#pieces.push(word);
    });
  }

  /** Begins a new line within a paragraph; two of them leave a blank line. */
  lineBreak(): void {
    this.#owesSpace = false;
    if (!this.#isFresh) this.#lines = Math.min(this.#lines + 1, 2);
  }

  /** Ends what stands before, and what follows begins anew. */
  gap(gap: Gap): void {
    this.#owesSpace = false;
    if (this.#isFresh) return;
    this.#lines = Math.max(this.#lines, gap === 'paragraph' && !this.#isInRow ? 2 : 1);
  }

  /** Begins a row of a table: until it ends, paragraphs in it are parted by one line break. */
  beginRow(): void {
    this.endRow();
    this.#isInRow = true;
    this.#isFresh = true;
  }

  /** Ends a cell; the next stands behind a tab. */
  endCell(): void {
    this.#owesSpace = false;
    if (!this.#isFresh) this.#lines = 0;
    this.#tabs += 1;
    this.#isFresh = true;
  }

  /** Ends a row; what follows stands on a line of its own. */
  endRow(): void {
    this.#tabs = 0;
    this.#isInRow = false;
    this.#isFresh = false;
    this.gap('line');
  }

  /** Puts another text before all that there is, as a paragraph. */
  putBefore(other: TextFlow): void {
    this.#pieces.unshift(other.toString(), this.#isEmpty ? '' : '\n\n');
    this.#replaced += other.#replaced;
    this.#isEmpty &&= other.#isEmpty;
  }

  toString(): string {
    return this.#pieces.join('');
  }

  /** Writes what is owed before text. */
  #settle(): void {
    if (!this.#isEmpty) {
      if (this.#lines > 0) this.#pieces.push('\n'.repeat(this.#lines));
      if (this.#tabs > 0) this.#pieces.push('\t'.repeat(this.#tabs));
      else if (this.#owesSpace && this.#lines === 0) this.#pieces.push(' ');
    }
    this.#isEmpty = false;
    this.#lines = 0;
    this.#tabs = 0;
    this.#owesSpace = false;
    this.#isFresh = false;
  }

  #clean(text: string): string {
    const sound = replaceBroken(text);
    this.#replaced += sound.replaced;
    return sound.text.replace(/\r\n?/gu, '\n').replace(controls, ' ').replace(invisible, '');
  }
}
