import type { TextFlow } from './text-flow';

/** Footnotes and endnotes: a number in brackets stands in the text, and the notes under their numbers at its end. */
export class Notes {
  readonly #texts: (string | null)[] = [];

  /** Makes room for the next note. Answers with its number. */
  begin(): number {
    return this.#texts.push(null);
  }

  /** The note of a number. */
  set(number: number, text: string): void {
    this.#texts[number - 1] = text.trim();
  }

  /** How the number of a note is written, in the text and before the note. */
  static mark(number: number): string {
    return `[${number}]`;
  }

  /** Writes the notes, a paragraph each; empty ones are left out. */
  writeTo(flow: TextFlow): void {
    this.#texts.forEach((text, index) => {
      if (text === null || text === '') return;
      flow.gap('paragraph');
      flow.exact(`${Notes.mark(index + 1)} ${text}`);
    });
  }
}
