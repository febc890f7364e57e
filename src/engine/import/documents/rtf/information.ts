import { oneLine } from '../one-line';
/** The facts of the information group that are kept. */
const kept = new Set(['title', 'author', 'date']);

/** What a document says of itself in its information group. */
export class Information {
  readonly #facts = new Map<string, string>();
  readonly #date = new Map<string, number>();

  /** Adds to a fact: it may come in stretches. */
  add(name: string, text: string): void {
    this.#facts.set(name, (this.#facts.get(name) ?? '') + text);
  }

  /** Takes a part of the date on which the document was made. Answers whether the word (`yr`, `mo`, `dy`) is one. */
  takeDate(word: string, value: number): boolean {
    if (word !== 'yr' && word !== 'mo' && word !== 'dy') return false;
    this.#date.set(word, value);
    return true;
  }

  /** What is kept of it, by name. */
  metadata(): Readonly<Record<string, string>> {
    const facts = [...this.#facts, ...this.#dateFact()].map(
      ([name, value]) => [name, oneLine(value)] as const,
    );
    return Object.fromEntries(facts.filter(([name, value]) => kept.has(name) && value !== ''));
  }

  /** The date as ISO 8601 writes it, where all of it is told. */
  #dateFact(): readonly (readonly [string, string])[] {
    const parts = ['yr', 'mo', 'dy'].map((word) => this.#date.get(word) ?? 0);
    if (parts.includes(0)) return [];
    return [['date', parts.map((part) => String(part).padStart(2, '0')).join('-')]];
  }
}
