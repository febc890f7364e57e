import { problem, type Problem } from '../../core/problem';
import type { Stretch } from '../cas/model';
import { trimmed } from '../cas/segments';
import { escapeText, unescapeText } from './escape';
import type { Row } from './rows';

/** What lies between two sentences where the file has only its length: INCEpTION puts the same there. */
export const gapOf = (length: number, isFirst: boolean): string =>
  length <= 0 ? '' : isFirst ? ' '.repeat(length) : `\n${' '.repeat(length - 1)}`;

/** How much of a text may be gaps, all of them together: what is wider is a fault, and may be meant to fill the memory. */
const widestGap = 1_000_000;

interface Sentence {
  readonly isTold: boolean;
  /** Of its text, in the document. */
  readonly begin: number;
  /** What is added to the file's offsets to have those of the text. */
  readonly shift: number;
}

/**
 * Puts the text of a document together: sentences as their header has them, each where its first token says that it
 * stands, and between them as many characters as are missing.
 */
export class TextBuilder {
  #text = '';
  /** How much of it may still be gaps. */
  #spare = widestGap;
  #lines: string[] | null = null;
  /** Where the last sentence ends, as the file counts. */
  #fileEnd = 0;
  #sentence: Sentence | null = null;
  readonly #bounds: Stretch[] = [];

  get text(): string {
    return this.#text;
  }

  /** The sentences that came, without the blanks at their edges. */
  get sentences(): readonly Stretch[] {
    return this.#bounds.map((bounds) => trimmed(this.#text, bounds)).filter(([begin, end]) => begin < end);
  }

  /** A line of the header of a sentence, which begins one where none was begun. */
  header(text: string): void {
    if (this.#sentence) this.endSentence();
    (this.#lines ??= []).push(text);
  }

  /** Ends a sentence. One without any token follows what came before. */
  endSentence(): void {
    if (!this.#sentence && this.#lines) {
      const text = this.#lines.join('\n');
      const before = this.#text.length;
      if (text.trim() !== '') this.#begin(text, before === 0 ? 0 : 1, 0);
      this.#fileEnd += this.#text.length - before;
    }
    if (this.#sentence) this.#bounds.push([this.#sentence.begin, this.#text.length]);
    this.#sentence = null;
    this.#lines = null;
  }

  #begin(text: string, gap: number, shift: number): void {
    this.#text += gapOf(gap, this.#text === '');
    this.#spare -= gap;
    this.#sentence = { isTold: true, begin: this.#text.length, shift };
    this.#text += text;
  }

  /** Where a row stands in the text; null where it stands outside of its sentence. */
  place(row: Row, file: string, line: number, warn: (problem: Problem) => void): Stretch | null {
    const sentence = this.#sentence ?? this.#open(row, file, line, warn);
    if (!sentence) return null;
    const [begin, end] = [row.begin + sentence.shift, row.end + sentence.shift];
    if (
      !sentence.isTold &&
      !row.isPart &&
      begin >= this.#text.length &&
      begin - this.#text.length < this.#spare
    ) {
      this.#spare -= begin - this.#text.length;
      this.#text += ' '.repeat(begin - this.#text.length) + row.quote;
      this.#fileEnd = this.#text.length - sentence.shift;
    }
    if (begin < sentence.begin || end < begin || end > this.#text.length) {
      const facts = { file, line, id: row.unit, start: row.begin, end: row.end };
      warn(problem('format-offsets-outside', { ...facts, length: this.#text.length - sentence.shift }));
      return null;
    }
    const quote = this.#text.slice(begin, end);
    if (row.quote !== quote && row.quote !== escapeText(quote))
      warn(problem('format-quote-differs', { file, line, id: row.unit }));
    return [begin, end];
  }

  #open(row: Row, file: string, line: number, warn: (problem: Problem) => void): Sentence | null {
    const isTold = this.#lines !== null;
    if (!isTold) warn(problem('format-line-broken', { file, line, detail: 'no #Text' }));
    // A row of no sentence whose words are not as long as it says is no sentence either.
    if (!isTold && row.end - row.begin !== row.quote.length) return null;
    const text = this.#lines?.join('\n') ?? '';
    const blanks = text.length - text.trimStart().length;
    // The first token, which not every program escapes, begins the sentence or follows the blanks that its text begins with.
    const beginsAt = (quote: string): boolean => quote !== '' && text.startsWith(quote, blanks);
    const isLed = [row.quote, unescapeText(row.quote)].some(beginsAt) && blanks <= row.begin;
    const lead = isLed ? blanks : 0;
    const isFirst = this.#text === '';
    let gap = row.begin - lead - this.#fileEnd;
    if (gap < 0 || gap > this.#spare) {
      const facts = { file, line, id: row.unit, start: row.begin, end: row.end };
      warn(problem('format-offsets-outside', { ...facts, length: this.#text.length }));
      gap = isFirst ? 0 : 1;
    }
    const shift = this.#text.length + gap - (row.begin - lead);
    this.#begin(text, gap, shift);
    this.#fileEnd = this.#text.length - shift;
    const sentence = { isTold, begin: this.#text.length - text.length, shift };
    this.#sentence = sentence;
    return sentence;
  }
}
