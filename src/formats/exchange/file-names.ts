/** What Windows keeps for devices, whatever ending follows. */
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/iu;

/** What some file system does not take in names. */
const notInNames = /[\\/:*?"<>|\p{Cc}]/gu;

/** A name as every system takes it for a file or a folder, shortened to so many code points. */
export function safeFileName(name: string, longest: number): string {
  const safe = name
    .replace(notInNames, '_')
    // Hidden files, `.` and `..`, and what Windows takes off the end.
    .replace(/^\.+|[. ]+$/gu, '_')
    .replace(reservedOnWindows, '_$&');
  return Array.from(safe).slice(0, longest).join('') || '_';
}

/** Hands out names of which no two are the same, not even to a system that does not tell capitals from small letters. */
export class FreeNames {
  readonly #numbered: (name: string, number: number) => string;
  readonly #taken: Set<string>;

  /** `numbered` tells how a name that is taken is written with a number, from 2. `taken` are names that no one gets. */
  constructor(numbered: (name: string, number: number) => string, taken: readonly string[] = []) {
    this.#numbered = numbered;
    this.#taken = new Set(taken.map((name) => name.toLowerCase()));
  }

  /** The wanted name, with a number where another has it. */
  take(wanted: string): string {
    let free = wanted;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number += 1)
      free = this.#numbered(wanted, number);
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
