/** The ids of one file: those that annotations came with, and new ones that nothing else has. */
export class LineIds {
  readonly #taken = new Set<string>();
  readonly #reserved: ReadonlySet<string>;
  readonly #last = new Map<string, number>();

  /** `reserved` are ids that no new line may get. */
  constructor(reserved: Iterable<string>) {
    this.#reserved = new Set(reserved);
  }

  /** The id that something came with, if it begins with one of some letters and nothing else has it. */
  keep(id: string | null | undefined, letters: string): string | null {
    return typeof id === 'string' && this.#taken.has(id) ? null : this.again(id, letters);
  }

  /** The same, also where something else has it: for what nothing refers to, as files have notes that are all `#1`. */
  again(id: string | null | undefined, letters: string): string | null {
    if (typeof id !== 'string' || id === '' || !letters.includes(id.charAt(0)) || /\s/u.test(id)) return null;
    this.#taken.add(id);
    return id;
  }

  /** A new id with a letter: the next number. */
  make(letter: string): string {
    for (let number = (this.#last.get(letter) ?? 0) + 1; ; number += 1) {
      const id = `${letter}${number}`;
      if (this.#taken.has(id) || this.#reserved.has(id)) continue;
      this.#last.set(letter, number);
      this.#taken.add(id);
      return id;
    }
  }
}
