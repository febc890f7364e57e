/** Where texts are kept that no document holds yet, by their sha256. */
export interface TextStore {
  add(sha256: string, text: string): void;
  read(sha256: string): string | undefined;
}

/** How much text is kept for a look, in UTF-16 units. */
const mostKept = 50_000_000;

/** Texts for a look at a file that is not imported yet. Forgets what comes when it is full. */
export class TextsAtHand implements TextStore {
  readonly #texts = new Map<string, string>();
  #length = 0;

  add(sha256: string, text: string): void {
    if (this.#texts.has(sha256) || this.#length + text.length > mostKept) return;
    this.#texts.set(sha256, text);
    this.#length += text.length;
  }

  read(sha256: string): string | undefined {
    return this.#texts.get(sha256);
  }
}
